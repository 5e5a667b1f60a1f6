/** The room of the endpoints of marking by hand. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { MarkDecisions } from './mark-decision.service';
import { MarkingComments } from './marking-comment.service';
import { MarkingQueues } from './marking-queue.reader';
import { MarkingService } from './marking.service';
import { MarkingTasks } from './marking-task.reader';

@Controller()
export class MarkingController {
  constructor(
    private readonly queues: MarkingQueues,
    private readonly tasks: MarkingTasks,
    private readonly marking: MarkingService,
    private readonly decisions: MarkDecisions,
    private readonly comments: MarkingComments,
  ) {}

  @Serves(endpoints.listMarkingQueues)
  listQueues(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.listMarkingQueues>> {
    return this.queues.queues(actor);
  }

  @Serves(endpoints.listMarkingTasks)
  listTasks(
    @Input() { params, query }: InputOf<typeof endpoints.listMarkingTasks>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listMarkingTasks>> {
    return this.queues.tasks(actor, params.quizId, query);
  }

  @Serves(endpoints.readMarkingTask)
  readTask(
    @Input() { params, query }: InputOf<typeof endpoints.readMarkingTask>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readMarkingTask>> {
    return this.tasks.of(actor, params.taskId, query);
  }

  @Serves(endpoints.saveMark)
  save(
    @Input() { params, body }: InputOf<typeof endpoints.saveMark>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.saveMark>> {
    return this.marking.save(actor, params.taskId, body);
  }

  @Serves(endpoints.agreeMark)
  agree(
    @Input() { params, body }: InputOf<typeof endpoints.agreeMark>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.agreeMark>> {
    return this.decisions.agree(actor, params.taskId, body);
  }

  @Serves(endpoints.changeMark)
  change(
    @Input() { params, body }: InputOf<typeof endpoints.changeMark>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.changeMark>> {
    return this.decisions.change(actor, params.taskId, body);
  }

  @Serves(endpoints.listMarkingComments)
  listComments(
    @Input() { params }: InputOf<typeof endpoints.listMarkingComments>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listMarkingComments>> {
    return this.comments.list(actor, params.questionId);
  }

  @Serves(endpoints.addMarkingComment)
  addComment(
    @Input() { params, body }: InputOf<typeof endpoints.addMarkingComment>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.addMarkingComment>> {
    return this.comments.add(actor, params.questionId, body.text);
  }

  @Serves(endpoints.removeMarkingComment)
  removeComment(
    @Input() { params }: InputOf<typeof endpoints.removeMarkingComment>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.removeMarkingComment>> {
    return this.comments.remove(actor, params.commentId);
  }
}
