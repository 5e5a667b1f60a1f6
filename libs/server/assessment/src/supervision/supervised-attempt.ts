/** The room of one attempt as a supervisor and an inspector see it: no answer and no key, only how it goes. */
import type { SupervisedAttempt } from '@tap-huan/contract';

export interface SupervisedRow extends Omit<
  SupervisedAttempt,
  'startedAt' | 'deadline' | 'submittedAt' | 'lastSavedAt'
> {
  startedAt: Date | null;
  deadline: Date | null;
  submittedAt: Date | null;
  lastSavedAt: Date | null;
}

/** Columns over {@link SUPERVISED_FROM}. */
export const SUPERVISED_COLUMNS = `a.id as "attemptId", acc.full_name as "fullName",
  coalesce(o.staff_code, '') as "staffCode", coalesce(o.unit_name, '') as "unitName", a.number, a.phase,
  a.started_at as "startedAt", a.deadline, a.submitted_at as "submittedAt",
  coalesce(ans.answered, 0) as answered, cardinality(a.kinds) as questions, ans.last as "lastSavedAt",
  coalesce(ans.late, 0) as "lateAnswers", coalesce(ev.facts, '{}'::jsonb) as facts, a.time_percent as "timePercent",
  a.score_of_ten as "scoreOfTen", a.passed`;

/** Attempts `a` with their taker `acc`, the taker's position `o`, and sums over answers and facts. */
export const SUPERVISED_FROM = `
  from assessment.attempt a
    join identity.account acc on acc.id = a.taker_id
    left join organisation.present_officer o on o.account_id = a.taker_id
    left join lateral (
      select count(*) filter (where x.response is not null) as answered, max(x.saved_at) as last,
        count(*) filter (where x.late) as late
      from assessment.answer x where x.attempt_id = a.id
    ) ans on true
    left join lateral (
      select jsonb_object_agg(kind, many) as facts
      from (select kind, count(*) as many from assessment.attempt_event e where e.attempt_id = a.id group by kind) k
    ) ev on true`;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The row in the shape of the contract. */
export function shownSupervised({ attemptId, ...row }: SupervisedRow): SupervisedAttempt {
  return {
    attemptId,
    fullName: row.fullName,
    staffCode: row.staffCode,
    unitName: row.unitName,
    number: row.number,
    phase: row.phase,
    startedAt: iso(row.startedAt),
    deadline: iso(row.deadline),
    submittedAt: iso(row.submittedAt),
    answered: row.answered,
    questions: row.questions,
    lastSavedAt: iso(row.lastSavedAt),
    lateAnswers: row.lateAnswers,
    facts: row.facts,
    timePercent: row.timePercent,
    scoreOfTen: row.scoreOfTen,
    passed: row.passed,
  };
}
