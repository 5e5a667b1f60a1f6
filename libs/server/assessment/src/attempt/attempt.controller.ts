/** The room of the endpoints of an officer's own attempt. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { AnswerSaving } from './answer-saving.service';
import { AttemptService } from './attempt.service';

@Controller()
export class AttemptController {
  constructor(
    private readonly attempts: AttemptService,
    private readonly saving: AnswerSaving,
  ) {}

  @Serves(endpoints.openAttempt)
  open(
    @Input() input: InputOf<typeof endpoints.openAttempt>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.openAttempt>> {
    return this.attempts.open(actor, input.params.attemptId, input.body.clientId);
  }

  @Serves(endpoints.saveAnswers)
  save(
    @Input() input: InputOf<typeof endpoints.saveAnswers>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.saveAnswers>> {
    return this.saving.save(actor, input.params.attemptId, input.body);
  }

  @Serves(endpoints.submitAttempt)
  submit(
    @Input() input: InputOf<typeof endpoints.submitAttempt>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.submitAttempt>> {
    return this.attempts.submit(actor, input.params.attemptId);
  }

  @Serves(endpoints.readResult)
  result(
    @Input() input: InputOf<typeof endpoints.readResult>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readResult>> {
    return this.attempts.result(actor, input.params.attemptId);
  }
}
