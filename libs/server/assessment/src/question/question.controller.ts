/** The room of the question bank's endpoints. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { QuestionReader } from './question.reader';
import { QuestionService } from './question.service';

@Controller()
export class QuestionController {
  constructor(
    private readonly reader: QuestionReader,
    private readonly service: QuestionService,
  ) {}

  @Serves(endpoints.listQuestions)
  list(
    @Input() input: InputOf<typeof endpoints.listQuestions>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listQuestions>> {
    return this.reader.list(actor, input.params.bankId, input.query);
  }

  @Serves(endpoints.createQuestion)
  create(
    @Input() input: InputOf<typeof endpoints.createQuestion>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.createQuestion>> {
    return this.service.create(actor, input.params.bankId, input.body.content);
  }

  @Serves(endpoints.readQuestion)
  read(
    @Input() input: InputOf<typeof endpoints.readQuestion>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readQuestion>> {
    return this.reader.read(actor, input.params.questionId);
  }

  @Serves(endpoints.updateQuestion)
  update(
    @Input() input: InputOf<typeof endpoints.updateQuestion>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.updateQuestion>> {
    return this.service.update(actor, input.params.questionId, input.body);
  }

  @Serves(endpoints.retireQuestion)
  retire(
    @Input() input: InputOf<typeof endpoints.retireQuestion>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.retireQuestion>> {
    return this.service.retire(actor, input.params.questionId);
  }
}
