/** The room of the endpoints of an officer's own attempt: opened, answered, gone on with, handed in. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves, ServesStraight } from '@tap-huan/server/platform';
import { AnswerSaving } from './answer-saving.service';
import { AttemptClocks } from './attempt-clock.reader';
import { AttemptFacts } from './attempt-facts.service';
import { AttemptService } from './attempt.service';
import { Submission } from './submission.service';

@Controller()
export class AttemptController {
  constructor(
    private readonly attempts: AttemptService,
    private readonly saving: AnswerSaving,
    private readonly clocks: AttemptClocks,
    private readonly facts: AttemptFacts,
    private readonly submission: Submission,
  ) {}

  @Serves(endpoints.openAttempt)
  open(
    @Input() input: InputOf<typeof endpoints.openAttempt>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.openAttempt>> {
    return this.attempts.open(actor, input.params.attemptId, input.body.clientId);
  }

  @ServesStraight(endpoints.saveAnswers)
  save(
    input: InputOf<typeof endpoints.saveAnswers>,
    actor: Actor,
  ): Promise<OutputOf<typeof endpoints.saveAnswers>> {
    return this.saving.save(actor, input.params.attemptId, input.body);
  }

  @ServesStraight(endpoints.readAttemptClock)
  clock(
    input: InputOf<typeof endpoints.readAttemptClock>,
    actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readAttemptClock>> {
    return this.clocks.read(actor, input.params.attemptId, input.query.clientId);
  }

  @Serves(endpoints.advanceAttempt)
  advance(
    @Input() input: InputOf<typeof endpoints.advanceAttempt>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.advanceAttempt>> {
    return this.attempts.advance(actor, input.params.attemptId, input.body);
  }

  @Serves(endpoints.recordAttemptEvents)
  events(
    @Input() input: InputOf<typeof endpoints.recordAttemptEvents>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.recordAttemptEvents>> {
    return this.facts.record(actor, input.params.attemptId, input.body.events);
  }

  @Serves(endpoints.submitAttempt)
  submit(
    @Input() input: InputOf<typeof endpoints.submitAttempt>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.submitAttempt>> {
    return this.submission.submit(actor, input.params.attemptId);
  }

  @Serves(endpoints.readResult)
  result(
    @Input() input: InputOf<typeof endpoints.readResult>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readResult>> {
    return this.submission.result(actor, input.params.attemptId);
  }
}
