/** The room of the predicate that says whose papers one may mark: those of banks in the own units, and never one's own. */
import { type Actor, accountOf, found, type Sql, unitsFor } from '@tap-huan/server/platform';
import { bankInScope } from '../scope';

/** Roots of the units for which the actor marks. */
export const markingUnits = (actor: Actor): string[] => unitsFor(actor, 'attempt.mark');

/** Expects a quiz `z`; SQL for its bank `b`, as far as it lies in the units of `$n`. */
export const joinBank = (n: number): string =>
  `join assessment.bank b on b.id = z.bank_id and ${bankInScope(n)}`;

/** SQL that is true where the attempt `a` was not sat by the account `$n`. */
export const notOwn = (n: number): string => `a.taker_id <> $${n}::uuid`;

/** What scope is asked with: units, and the account that marks. */
export const scopeOf = (actor: Actor): [string[], string] => [
  markingUnits(actor),
  accountOf(actor),
];

/** @throws Failure `not_found` where the quiz is not in the actor's scope */
export async function seeQuiz(
  source: Pick<Sql, 'maybe'>,
  actor: Actor,
  quizId: string,
): Promise<{ title: string }> {
  return found(
    await source.maybe<{ title: string }>(
      `select z.title from assessment.quiz z ${joinBank(2)} where z.id = $1`,
      [quizId, markingUnits(actor)],
    ),
  );
}

/**
 * Whoever marks answers to a question, in a quiz of the own scope, uses its comment bank; so does whoever has the
 * question in an own bank. @throws Failure `not_found`
 */
export async function seeQuestion(
  source: Pick<Sql, 'maybe'>,
  actor: Actor,
  questionId: string,
): Promise<void> {
  found(
    await source.maybe(
      `select 1 from assessment.question q join assessment.bank b on b.id = q.bank_id
       where q.id = $1 and ${bankInScope(2)}
       union all
       select 1 from assessment.marking_task t join assessment.quiz z on z.id = t.quiz_id ${joinBank(2)}
       where t.question_id = $1
       limit 1`,
      [questionId, markingUnits(actor)],
    ),
  );
}
