/** The room of one predicate: whose quizzes a supervisor, marker or inspector may see. */
import type { Permission } from '@tap-huan/contract';
import { type Actor, found, type Sql, unitsFor } from '@tap-huan/server/platform';

/** SQL that is true where the bank of quiz `z` lies in the units of parameter `$n`. */
export const quizInScope = (n: number): string => `exists (
  select 1 from assessment.bank b where b.id = z.bank_id and organisation.in_scope(b.unit_id, $${n}::uuid[]))`;

/** The quiz's title, where it lies in the actor's units for the permission. @throws Failure `not_found` */
export async function quizForSupervision(
  source: Pick<Sql, 'maybe'>,
  actor: Actor,
  quizId: string,
  permission: Permission,
): Promise<{ title: string }> {
  return found(
    await source.maybe<{ title: string }>(
      `select z.title from assessment.quiz z where z.id = $1 and ${quizInScope(2)}`,
      [quizId, unitsFor(actor, permission)],
    ),
  );
}
