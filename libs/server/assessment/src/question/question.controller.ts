/** The room of the question bank's endpoints. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { QuestionBulkService } from './question-bulk.service';
import { QuestionHistoryReader } from './question-history.reader';
import { QuestionReader } from './question.reader';
import { QuestionService } from './question.service';

@Controller()
export class QuestionController {
  constructor(
    private readonly reader: QuestionReader,
    private readonly past: QuestionHistoryReader,
    private readonly service: QuestionService,
    private readonly bulk: QuestionBulkService,
  ) {}

  @Serves(endpoints.listQuestions)
  list(
    @Input() input: InputOf<typeof endpoints.listQuestions>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listQuestions>> {
    return this.reader.list(actor, input.params.bankId, input.query);
  }

  @Serves(endpoints.editQuestions)
  edit(
    @Input() input: InputOf<typeof endpoints.editQuestions>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.editQuestions>> {
    return this.bulk.edit(actor, input.params.bankId, input.body);
  }

  @Serves(endpoints.createQuestion)
  create(
    @Input() input: InputOf<typeof endpoints.createQuestion>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.createQuestion>> {
    return this.service.create(actor, input.params.bankId, input.body);
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

  @Serves(endpoints.readQuestionHistory)
  history(
    @Input() input: InputOf<typeof endpoints.readQuestionHistory>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readQuestionHistory>> {
    return this.past.history(actor, input.params.questionId);
  }

  @Serves(endpoints.readQuestionVersion)
  version(
    @Input() input: InputOf<typeof endpoints.readQuestionVersion>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readQuestionVersion>> {
    return this.past.version(actor, input.params);
  }
}
