/** The room that says which accounts an administrator may see and change. */

/**
 * SQL predicate on `a` (identity.account) with the administrator's roots in $1. An account is in scope where all of it
 * is: every grant, and the present unit of its officer. Were one grant enough, the administrator of a commune could
 * reset the password of a province's administrator who also teaches in the commune. An account that is nowhere
 * belongs to whoever administers a top unit.
 */
export const ACCOUNT_IN_SCOPE = `
  not exists (
    select 1 from identity.access_grant g where g.account_id = a.id
      and g.unit_id not in (select * from organisation.units_in($1::uuid[])))
  and not exists (
    select 1 from organisation.present_officer o where o.account_id = a.id
      and o.unit_id not in (select * from organisation.units_in($1::uuid[])))
  and (
    exists (select 1 from identity.access_grant g where g.account_id = a.id)
    or exists (select 1 from organisation.present_officer o where o.account_id = a.id)
    or exists (select 1 from organisation.unit r where r.id = any ($1::uuid[]) and r.parent_id is null))`;
