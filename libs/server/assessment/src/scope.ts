/** The room of one predicate: which banks an author may reach. */
import { type Actor, unitsFor } from '@tap-huan/server/platform';

/** SQL that is true where the bank `b` lies in the units of parameter `$n` (see {@link authorUnits}). */
export const bankInScope = (n: number): string => `organisation.in_scope(b.unit_id, $${n}::uuid[])`;

/** Roots of the units for which the actor writes courses. */
export const authorUnits = (actor: Actor): string[] => unitsFor(actor, 'course.author');
