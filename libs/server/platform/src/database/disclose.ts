/** The room where it is written down whose personal data somebody has looked at or taken out. */
import type { Tx } from './tx';

export interface DisclosureInput {
  kind: 'viewed' | 'exported';
  /** What was looked at or taken out, a word of the contract's DISCLOSURE_SUBJECTS. */
  what: string;
  personIds: readonly string[];
}

/** A second look at the same thing within so many minutes is the same look. */
const SAME_LOOK_MINUTES = 10;

/**
 * Adds a line to the book of disclosures, which the persons themselves may read. An export is always a line of its own.
 * Nothing is written where nobody's data was in it.
 */
export async function disclose(tx: Tx, { kind, what, personIds }: DisclosureInput): Promise<void> {
  const persons = [...new Set(personIds)];
  if (persons.length === 0) return;
  await tx.rows(
    `insert into platform.disclosure (at, account_id, kind, what, person_ids)
     select $1, $2::uuid, $3, $4, $5::uuid[]
      where $3 <> 'viewed' or not exists (
        select 1 from platform.disclosure d
         where d.account_id = $2::uuid and d.at > $1::timestamptz - make_interval(mins => $6)
           and d.kind = 'viewed' and d.what = $4 and d.person_ids = $5::uuid[])`,
    [tx.now, tx.actor.accountId, kind, what, persons, SAME_LOOK_MINUTES],
  );
}
