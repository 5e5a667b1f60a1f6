/** The room where answers go over the wire, and where the server's reply becomes an outcome. */
import { endpoints, type OutputOf } from '@tap-huan/contract';
import { type Api, isFailure } from '@tap-huan/web/api';
import type { Answer, AnswerSender, SendOutcome } from './answer-outbox';

type Saved = OutputOf<typeof endpoints.saveAnswers>;

/** `answers.3.response.text` or `body.answers.3` -> 3 */
const PLACE = /(?:^|\.)answers\.(\d+)/;

/** What a failed save means for the answers in it. */
export function outcomeOf(error: unknown, answers: readonly Answer[]): SendOutcome {
  if (isFailure(error, 'attempt_taken_over')) return { kind: 'taken_over' };
  if (isFailure(error, 'attempt_closed') || isFailure(error, 'deadline_passed'))
    return { kind: 'closed' };
  if (isFailure(error, 'validation_failed')) {
    const places = error.issues.map(({ path }) => Number(PLACE.exec(path)?.[1] ?? NaN));
    const slots = places.flatMap((place) => answers[place]?.slot ?? []);
    return { kind: 'refused', slots: [...new Set(slots)] };
  }
  return { kind: 'unreachable' };
}

/** Sends answers of one attempt as one writer; `heard` is told of every reply, with the mark taken before the request. */
export class ApiAnswerSender implements AnswerSender {
  constructor(
    private readonly api: Api,
    private readonly attemptId: string,
    private readonly clientId: string,
    private readonly clock: { mark(): number },
    private readonly heard: (reply: Saved, sentAt: number) => void,
  ) {}

  async send(answers: readonly Answer[], leaving: boolean): Promise<SendOutcome> {
    const sentAt = this.clock.mark();
    try {
      const reply = await this.api.call(
        endpoints.saveAnswers,
        {
          params: { attemptId: this.attemptId },
          body: {
            clientId: this.clientId,
            answers: answers.map(({ slot, response, flagged, seq }) => ({
              slot,
              response,
              flagged,
              seq,
            })),
          },
        },
        leaving ? { keepalive: true, quiet: true } : {},
      );
      this.heard(reply, sentAt);
      return { kind: 'saved', savedAt: reply.savedAt };
    } catch (error) {
      return outcomeOf(error, answers);
    }
  }
}
