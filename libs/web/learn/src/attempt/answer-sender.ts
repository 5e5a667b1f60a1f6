/** The room where answers go over the wire, and where the server's reply becomes an outcome. */
import { type OutputOf, routes } from '@tap-huan/contract';
import { type Api, isFailure } from '@tap-huan/web/api';
import { type Answer, type AnswerSender, asGiven, type SendOutcome } from './outbox.types';

type Saved = OutputOf<typeof routes.saveAnswers>;

/** `answers.3.response.text` or `body.answers.3` -> 3 */
const PLACE = /(?:^|\.)answers\.(\d+)/;
/** A dead line may hold a request for minutes; after so long (ms) it is given up and sent again, which changes nothing. */
const PATIENCE = 10_000;

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

/**
 * Sends answers of one attempt as one writer; `heard` is told of every reply, with the mark taken before the request,
 * `missed` of every try that failed.
 */
export class ApiAnswerSender implements AnswerSender {
  constructor(
    private readonly api: Api,
    private readonly writer: { attemptId: string; clientId: string },
    private readonly clock: { mark(): number },
    private readonly heard: (reply: Saved, sentAt: number) => void,
    private readonly missed: (error: unknown) => void,
  ) {}

  async send(answers: readonly Answer[], leaving: boolean): Promise<SendOutcome> {
    const { attemptId, clientId } = this.writer;
    const sentAt = this.clock.mark();
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE);
    try {
      const reply = await this.api.call(
        routes.saveAnswers,
        { params: { attemptId }, body: { clientId, answers: answers.map(asGiven) } },
        leaving ? { keepalive: true, quiet: true } : { signal: patience.signal },
      );
      this.heard(reply, sentAt);
      return { kind: 'saved', savedAt: reply.savedAt, tooLate: reply.refused };
    } catch (error) {
      this.missed(error);
      return outcomeOf(error, answers);
    } finally {
      clearTimeout(timer);
    }
  }
}
