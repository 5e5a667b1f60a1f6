/** The room of one predicate: which courses an author may reach. */
import { type Actor, SYSTEM, unitsFor } from '@tap-huan/server/platform';

/**
 * SQL that is true where the unit is one that the actor writes courses for. It reads the first two
 * parameters, which are {@link authorScope}.
 */
export const inAuthorScope = (unit: string): string =>
  `($1::boolean or organisation.in_scope(${unit}, $2::uuid[]))`;

/**
 * Parameters `$1` and `$2` of every query with {@link inAuthorScope}: whether the actor is the system,
 * which reaches everything, and the roots of the actor's subtrees. A visitor is not the system.
 */
export const authorScope = (actor: Actor): [everywhere: boolean, roots: string[]] => [
  actor === SYSTEM,
  unitsFor(actor, 'course.author'),
];
