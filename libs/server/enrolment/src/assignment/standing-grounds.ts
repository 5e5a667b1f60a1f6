/** The room where an audience's rule is taken apart, and each of its conditions is asked of one officer by the rule's own SQL. */
import { type AudienceRule, audienceRule, type StandingGround } from '@tap-huan/contract';
import type { Queries } from '../progress/lesson-facts.reader';

/** Whom the conditions are asked of, with what there is to show beside them. */
export interface AskedOfficer {
  officerId: string;
  unitId: string;
  unitName: string;
  unitKind: string;
  jobPosition: string;
  rank: string | null;
  leadership: string | null;
  appointedOn: string | null;
  staffCategory: string;
}

interface Part extends Omit<StandingGround, 'holds'> {
  /** A rule with this condition alone. */
  rule: Partial<AudienceRule>;
}

/** The condition of a completion; its title is read with the others. */
function completionOf(rule: AudienceRule, title: string): Part[] {
  if (rule.completed === null) return [];
  const kind = rule.completed.done ? 'completed' : 'not_completed';
  const asked = [title, rule.completed.since ?? ''];
  return [{ kind, asked, actual: null, rule: { completed: rule.completed } }];
}

/** The conditions of a rule, one by one; what is not asked is not among them. */
export function partsOf(
  rule: AudienceRule,
  officer: AskedOfficer,
  names: { units: string[]; completed: string },
): Part[] {
  const { unitIds, unitKinds, jobPositions, ranks, staffCategories, leadership } = rule;
  const { appointedFrom, appointedTo } = rule;
  const parts: Part[] = [
    { kind: 'units', asked: names.units, actual: officer.unitName, rule: { unitIds } },
    { kind: 'unit_kinds', asked: unitKinds, actual: officer.unitKind, rule: { unitKinds } },
    {
      kind: 'job_positions',
      asked: jobPositions,
      actual: officer.jobPosition,
      rule: { jobPositions },
    },
    { kind: 'ranks', asked: ranks, actual: officer.rank, rule: { ranks } },
    {
      kind: 'staff_categories',
      asked: staffCategories,
      actual: officer.staffCategory,
      rule: { staffCategories },
    },
    {
      kind: 'leadership',
      asked: leadership === 'any' ? [] : [leadership],
      actual: officer.leadership,
      rule: { leadership },
    },
    {
      kind: 'appointed',
      asked: appointedFrom || appointedTo ? [appointedFrom ?? '', appointedTo ?? ''] : [],
      actual: officer.appointedOn,
      rule: { appointedFrom, appointedTo },
    },
    ...completionOf(rule, names.completed),
  ];
  return parts.filter(({ asked }) => asked.length > 0);
}

/**
 * What membership depends on. Each condition is put to `enrolment.rule_members` by itself, within the officer's own unit:
 * the very statement that finds the members, so that an explanation cannot say otherwise than the reconciler does.
 */
export async function groundsOf(
  queries: Queries,
  assignment: { audienceId: string; unitId: string },
  officer: AskedOfficer,
): Promise<StandingGround[]> {
  const [audience] = await queries.rows<Audience>(AUDIENCE, [
    assignment.audienceId,
    assignment.unitId,
    officer.unitId,
  ]);
  if (!audience) return [];
  const rule = audienceRule.parse(audience.rule);
  const parts = partsOf(rule, officer, audience);
  const asked = parts.map((part) => audienceRule.parse(part.rule));
  const held = await queries.rows<{ holds: boolean }>(
    `select exists (select 1 from enrolment.rule_members(part.rule, $2) m where m = $3) as holds
       from jsonb_array_elements($1::jsonb) with ordinality as part (rule, place) order by part.place`,
    [JSON.stringify(asked), officer.unitId, officer.officerId],
  );
  const isNamed = rule.include.includes(officer.officerId);
  const isExcluded = rule.exclude.includes(officer.officerId);
  const of = (kind: StandingGround['kind'], holds: boolean, unit: string): StandingGround => ({
    ...{ kind, holds },
    ...{ asked: unit ? [unit] : [], actual: unit ? officer.unitName : null },
  });
  return [
    ...(isExcluded ? [of('excluded', false, '')] : []),
    of('audience_unit', audience.inAudienceUnit, audience.audienceUnit),
    of('assignment_unit', audience.inAssignmentUnit, audience.assignmentUnit),
    ...(isNamed ? [of('named', true, '')] : []),
    ...parts.map(({ rule: _, ...part }, place) => ({
      ...part,
      holds: held[place]?.holds ?? false,
    })),
  ];
}

interface Audience {
  rule: unknown;
  units: string[];
  completed: string;
  audienceUnit: string;
  assignmentUnit: string;
  inAudienceUnit: boolean;
  inAssignmentUnit: boolean;
}

/** $1 audience, $2 unit of the assignment, $3 unit of the officer. */
const AUDIENCE = `
  select a.rule, here.name as "audienceUnit", there.name as "assignmentUnit",
         $3::uuid in (select organisation.units_in(array(select enrolment.units_today(array[a.unit_id])))) as "inAudienceUnit",
         $3::uuid in (select organisation.units_in(array[there.id])) as "inAssignmentUnit",
         array(select u.name from jsonb_array_elements_text(coalesce(a.rule -> 'unitIds', '[]')) as named(id)
                 join organisation.unit u on u.id = named.id::uuid order by u.path) as units,
         coalesce(
           (select v.title from learning.course_version v
             where v.course_id = (a.rule -> 'completed' ->> 'courseId')::uuid
             order by v.state = 'published' desc, v.number desc limit 1),
           (select v.title from learning.programme_version v
             where v.programme_id = (a.rule -> 'completed' ->> 'programmeId')::uuid
             order by v.state = 'approved' desc, v.number desc limit 1), '') as completed
    from enrolment.audience a
    join organisation.unit here on here.id = a.unit_id
    join organisation.unit there on there.id = $2
   where a.id = $1`;
