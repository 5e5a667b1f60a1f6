/** The room where decided cases are stored, thousands in one statement. */
import type { CaseFacts } from '@tap-huan/rules';
import type { Tx } from '@tap-huan/server/platform';

export interface DecidedCase extends CaseFacts {
  officerId: string;
}

/** Rows in one statement; more of them would only make its text longer than it is worth. */
const AT_ONCE = 5_000;

/** Adds and changes cases. A case that is done is guarded by the database, and never among them. */
export async function storeCases(
  tx: Tx,
  assignmentId: string,
  cases: readonly DecidedCase[],
): Promise<void> {
  for (let from = 0; from < cases.length; from += AT_ONCE) {
    await tx.rows(
      `insert into enrolment.assignment_case as c
              (assignment_id, officer_id, occurrence, state, because, since, due_on, extended_to, done_on, left_on)
       select $1, r."officerId", r.occurrence, r.state, r.because, r.since, r."dueOn", r."extendedTo", r."doneOn",
              r."leftOn"
         from jsonb_to_recordset($2::jsonb) as r("officerId" uuid, occurrence int, state text, because jsonb,
              since date, "dueOn" date, "extendedTo" date, "doneOn" date, "leftOn" date)
           on conflict (assignment_id, officer_id, occurrence) do update
          set state = excluded.state, because = excluded.because, since = excluded.since, due_on = excluded.due_on,
              extended_to = excluded.extended_to, done_on = excluded.done_on, left_on = excluded.left_on`,
      [assignmentId, JSON.stringify(cases.slice(from, from + AT_ONCE))],
    );
  }
}
