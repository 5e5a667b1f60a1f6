/** The room of the quiz draft's endpoints. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { AttemptStarter } from '../attempt/attempt-starter.service';
import { QuizDraftService } from './quiz-draft.service';
import { QuizReader } from './quiz.reader';

@Controller()
export class QuizController {
  constructor(
    private readonly reader: QuizReader,
    private readonly drafts: QuizDraftService,
    private readonly starter: AttemptStarter,
  ) {}

  @Serves(endpoints.readQuiz)
  read(
    @Input() input: InputOf<typeof endpoints.readQuiz>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readQuiz>> {
    return this.reader.draft(actor, input.params.quizId);
  }

  @Serves(endpoints.updateQuiz)
  update(
    @Input() input: InputOf<typeof endpoints.updateQuiz>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.updateQuiz>> {
    return this.drafts.update(actor, input.params.quizId, input.body);
  }

  @Serves(endpoints.previewQuiz)
  preview(
    @Input() input: InputOf<typeof endpoints.previewQuiz>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.previewQuiz>> {
    return this.starter.preview(actor, input.params.quizId, input.body.returnPath);
  }
}
