/** The room where a plan's surroundings are read: its units, the kinds in force, and what hangs on units that end. */
import type { ReorganisationFigures, ReorganisationPlan, UnitRow } from '@tap-huan/contract';
import type { Tx } from '@tap-huan/server/platform';
import { type Done } from './carry-out';
import { type KnownUnit, namedUnits, planProblems, type Problem } from './plan';

/** Open units of the plan and those right below them, with what the checks need. */
const KNOWN = `
  select u.id, u.name, u.code, u.kind, u.parent_id as "parentId",
         coalesce(v.valid_from, u.valid_from)::text as since,
         (select count(*)::int from organisation.position p
          where p.unit_id = u.id and p.valid_to is null) as officers
  from organisation.unit u
  left join organisation.unit_version v on v.unit_id = u.id and v.valid_to is null
  where u.valid_to is null and (u.id = any($1::uuid[]) or u.parent_id = any($1::uuid[]))`;

/** Codes of the plan that somebody else has, or that it gives twice. */
const CODES_TAKEN = `
  with given as (select * from jsonb_to_recordset($1::jsonb) as g (id uuid, code text))
  select g.id from given g
  where exists (select 1 from organisation.unit u where u.code = g.code and u.id <> g.id)
     or exists (select 1 from organisation.unit u where u.id = g.id and $2::jsonb ? g.id::text)
     or exists (select 1 from given o where o.code = g.code and o.id <> g.id)`;

/** Open units of the plan by id. */
export async function knownUnits(
  tx: Tx,
  plan: ReorganisationPlan,
): Promise<Map<string, KnownUnit>> {
  const rows = await tx.rows<KnownUnit>(KNOWN, [namedUnits(plan)]);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function problemsOf(
  tx: Tx,
  plan: ReorganisationPlan,
  effectiveOn: string,
  known: Map<string, KnownUnit>,
): Promise<Problem[]> {
  const kinds = await tx.rows<{ kind: UnitRow['kind'] }>(
    `select kind from organisation.unit_kind
     where valid_from <= $1::date and (valid_to is null or valid_to > $1::date)`,
    [effectiveOn],
  );
  const inForce = new Set(kinds.map(({ kind }) => kind));
  const codes = [
    ...plan.units.map(({ id, code }) => ({ id, code })),
    ...plan.steps.flatMap((s) => (s.kind === 'rename' ? [{ id: s.unitId, code: s.code }] : [])),
  ];
  const taken = await tx.rows<{ id: string }>(CODES_TAKEN, [
    JSON.stringify(codes),
    JSON.stringify(plan.units.map(({ id }) => id)),
  ]);
  return [
    ...planProblems(plan, effectiveOn, known, inForce),
    ...taken.map(({ id }): Problem => ({ code: 'code_taken', unitId: id })),
  ];
}

const HANGING = `
  select
    (select count(*)::int from enrolment.enrolment e
     where e.officer_id = any($1::uuid[]) and e.state in ('not_started', 'in_progress')) as enrolments,
    (select count(*)::int from enrolment.assignment a
     where a.unit_id = any($2::uuid[]) and a.state <> 'ended') as assignments,
    (select count(*)::int from certification.certificate c
     where c.unit_id = any($2::uuid[])) as certificates`;

/** What was done, in figures. */
export async function figuresOf(
  tx: Tx,
  plan: ReorganisationPlan,
  done: Done,
): Promise<ReorganisationFigures> {
  const ended = done.fates.filter(({ ends }) => ends).map(({ unitId }) => unitId);
  const changed = plan.steps.filter(({ kind }) =>
    ['rename', 'change_of_kind', 'move'].includes(kind),
  );
  const [hanging] = await tx.rows<
    Pick<ReorganisationFigures, 'enrolments' | 'assignments' | 'certificates'>
  >(HANGING, [done.positions.map(({ officerId }) => officerId), ended]);
  return {
    begin: plan.units.length,
    end: ended.length,
    change: new Set(changed.map(({ unitId }) => unitId)).size,
    follow: done.followed.length,
    officers: new Set(done.positions.map(({ officerId }) => officerId)).size,
    grants: done.grants.length,
    enrolments: hanging?.enrolments ?? 0,
    assignments: hanging?.assignments ?? 0,
    certificates: hanging?.certificates ?? 0,
  };
}
