/** The room of the question whether somebody looks after the whole academy: its words and schedule hold for everybody. */
import { type Actor, Failure, type Sql, type Tx, unitsFor } from '@tap-huan/server/platform';

/** True where every top unit is in the actor's scope. */
export async function looksAfterAll(sql: Sql | Tx, actor: Actor): Promise<boolean> {
  const others = await sql.rows(
    `select 1 from organisation.unit
      where parent_id is null and valid_to is null and id <> all ($1::uuid[]) limit 1`,
    [unitsFor(actor, 'enrolment.assign')],
  );
  return others.length === 0;
}

/** @throws Failure `not_permitted` for whoever looks after a part only */
export async function needAll(tx: Tx, actor: Actor): Promise<void> {
  if (!(await looksAfterAll(tx, actor))) throw new Failure('not_permitted');
}
