/** The room where a look at personal data, or a file with it, is written down; and the day on which it is made. */
import { Injectable } from '@nestjs/common';
import type { DISCLOSURE_KINDS, DISCLOSURE_SUBJECTS } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { type Actor, Clock, disclose, Writer } from '@tap-huan/server/platform';

@Injectable()
export class DisclosureBook {
  constructor(
    private readonly writer: Writer,
    private readonly clock: Clock,
  ) {}

  /** One line for the persons, and one in the audit trail where a file leaves the system. */
  note(
    actor: Actor,
    kind: (typeof DISCLOSURE_KINDS)[number],
    what: (typeof DISCLOSURE_SUBJECTS)[number],
    personIds: readonly string[],
  ): Promise<void> {
    return this.writer.write(actor, async (tx) => {
      await disclose(tx, { kind, what, personIds });
      const [only = 'none', second] = personIds;
      const subject =
        second === undefined ? { kind: 'officer', id: only } : { kind: 'officers', id: what };
      await tx.audit(`${what}_${kind}`, subject, { persons: new Set(personIds).size });
    });
  }

  /** The day in Việt Nam, for file names and papers. */
  today(): string {
    return today(this.clock.now());
  }
}
