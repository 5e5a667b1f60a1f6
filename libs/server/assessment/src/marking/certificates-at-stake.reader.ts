/** The room where it is seen which certificates would lose their ground. */
import type { GradingMethod } from '@tap-huan/contract';
import { countedResult } from '@tap-huan/rules';
import type { Sql } from '@tap-huan/server/platform';
import { type ResultChange, totalBefore } from './result-change.service';

interface Certified {
  contextId: string;
  registerNo: string;
  attemptId: string;
  grading: GradingMethod;
  passPercent: number;
  scoreOfTen: number | null;
  passed: boolean | null;
}

/** Attempts at the quiz of those who hold a certificate for what they were made for, by number. */
const CERTIFIED = `
  select c.enrolment_id as "contextId", c.register_no as "registerNo", a.id as "attemptId",
    a.settings->>'grading' as grading, (a.settings->>'passPercent')::int as "passPercent",
    a.score_of_ten as "scoreOfTen", a.passed
  from certification.certificate c
    join assessment.attempt a on a.context_id = c.enrolment_id and a.quiz_id = $2 and not a.preview
  where c.enrolment_id = any($1::uuid[]) and c.state = 'issued'
  order by a.number`;

/**
 * Register numbers by attempt: of certificates whose officer has passed the quiz, and would not have, by the result that
 * counts over all attempts.
 */
export async function certificatesAtStake(
  source: Pick<Sql, 'rows'>,
  changes: readonly ResultChange[],
): Promise<Map<string, string>> {
  const contexts = changes.flatMap(({ before }) => before.contextId ?? []);
  const quizId = changes[0]?.before.quizId;
  if (quizId === undefined || contexts.length === 0) return new Map();
  const rows = await source.rows<Certified>(CERTIFIED, [contexts, quizId]);
  const changed = new Map(changes.map((change) => [change.before.attemptId, change]));
  const atStake = new Map<string, string>();
  for (const attempts of Map.groupBy(rows, ({ contextId }) => contextId).values()) {
    if (!losesGround(attempts, changed)) continue;
    for (const { attemptId, registerNo } of attempts) {
      if (changed.has(attemptId)) atStake.set(attemptId, registerNo);
    }
  }
  return atStake;
}

function losesGround(
  attempts: readonly Certified[],
  changed: ReadonlyMap<string, ResultChange>,
): boolean {
  const rules = attempts.at(-1);
  if (!rules) return false;
  const after = attempts.map((attempt) => {
    const change = changed.get(attempt.attemptId);
    return change && change.before.phase === 'marked' ? change.grade : attempt;
  });
  const isPassed = (results: Parameters<typeof countedResult>[0]): boolean =>
    countedResult(results, rules.grading, rules.passPercent)?.passed ?? false;
  const before = attempts.map((attempt) => {
    const change = changed.get(attempt.attemptId);
    return change && change.before.phase === 'marked' ? totalBefore(change.before) : attempt;
  });
  return isPassed(before) && !isPassed(after);
}
