/** The room where an officer opens an own attempt and goes on with it. */
import { Injectable } from '@nestjs/common';
import type { AttemptView } from '@tap-huan/contract';
import { isExpired } from '@tap-huan/rules';
import { accountOf, type Actor, Failure, Writer } from '@tap-huan/server/platform';
import { networkAllowed } from '../quiz/networks';
import { AttemptClosing } from './attempt-closing.service';
import { AttemptFacts } from './attempt-facts.service';
import { AttemptParts } from './attempt-parts.service';
import { AttemptViews } from './attempt-view.reader';
import { assertWriter, lockOwn } from './locked-attempt';

@Injectable()
export class AttemptService {
  constructor(
    private readonly writer: Writer,
    private readonly closing: AttemptClosing,
    private readonly parts: AttemptParts,
    private readonly facts: AttemptFacts,
    private readonly views: AttemptViews,
  ) {}

  /**
   * Makes the page its attempt's writer and reads the attempt: another page turns read-only. One of which no answer is
   * taken any more is closed first; where a part's time is over, the next one is opened.
   * @throws Failure `not_found`, `network_not_allowed`
   */
  open(actor: Actor, attemptId: string, clientId: string): Promise<AttemptView> {
    return this.writer.write(actor, async (tx) => {
      let attempt = await lockOwn(tx, attemptId, accountOf(actor));
      if (attempt.phase === 'open' && isExpired(attempt, tx.now)) {
        await this.closing.close(tx, attempt);
        attempt = await lockOwn(tx, attemptId, accountOf(actor));
      }
      if (attempt.phase !== 'open') return this.views.of(attempt, tx.now, tx);
      if (!networkAllowed(actor.address, attempt.settings.networks)) {
        throw new Failure('network_not_allowed');
      }
      await this.facts.opened(tx, attempt, clientId);
      return this.views.of(await this.parts.catchUp(tx, attempt), tx.now, tx);
    });
  }

  /** Leaves the open part for good, where it is still number `from`, and opens the next one. */
  async advance(
    actor: Actor,
    attemptId: string,
    { clientId, from }: { clientId: string; from: number },
  ): Promise<AttemptView> {
    const view = await this.writer.write(actor, async (tx) => {
      const attempt = await lockOwn(tx, attemptId, accountOf(actor));
      if (attempt.phase === 'open' && isExpired(attempt, tx.now)) {
        await this.closing.close(tx, attempt);
        return null;
      }
      assertWriter(attempt, clientId);
      const now = attempt.part === from ? await this.parts.openNext(tx, attempt) : attempt;
      return this.views.of(now, tx.now, tx);
    });
    if (view === null) throw new Failure('attempt_closed');
    return view;
  }
}
