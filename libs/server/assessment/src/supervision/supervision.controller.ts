/** The room of the endpoints of running exams, and of what the inspector reads. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { AnswerFileLoading } from './answer-file-loading.service';
import { AttemptTrails } from './attempt-trail.reader';
import { ExtensionService } from './extension.service';
import { SupervisionReader } from './supervision.reader';

@Controller()
export class SupervisionController {
  constructor(
    private readonly reader: SupervisionReader,
    private readonly trails: AttemptTrails,
    private readonly extensions: ExtensionService,
    private readonly files: AnswerFileLoading,
  ) {}

  @Serves(endpoints.listSupervisedQuizzes)
  quizzes(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.listSupervisedQuizzes>> {
    return this.reader.quizzes(actor);
  }

  @Serves(endpoints.readSupervision)
  attempts(
    @Input() input: InputOf<typeof endpoints.readSupervision>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readSupervision>> {
    return this.reader.attempts(actor, input.params.quizId, input.query);
  }

  @Serves(endpoints.extendAttempts)
  extend(
    @Input() input: InputOf<typeof endpoints.extendAttempts>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.extendAttempts>> {
    return this.extensions.extend(actor, input.params.quizId, input.body);
  }

  @Serves(endpoints.readAttemptTrail)
  trail(
    @Input() input: InputOf<typeof endpoints.readAttemptTrail>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readAttemptTrail>> {
    return this.trails.of(actor, input.params.attemptId);
  }

  @Serves(endpoints.readAnswerFile)
  answerFile(
    @Input() input: InputOf<typeof endpoints.readAnswerFile>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readAnswerFile>> {
    return this.files.load(actor, input.params.quizId, input.body);
  }
}
