/** The room of the predicates that say which banks an author may reach, and what he may do there. */
import type { BankRight } from '@tap-huan/contract';
import { type Actor, unitsFor } from '@tap-huan/server/platform';

/** SQL that is true where the bank `b` lies in the units of parameter `$n` (see {@link authorUnits}): it is their own. */
export const bankInScope = (n: number): string => `organisation.in_scope(b.unit_id, $${n}::uuid[])`;

/**
 * Shared with a unit means: with authors of that unit, of the units below it, and of the units above it; so with whoever
 * writes courses for a unit whose subtree holds the shared unit, or lies within its subtree.
 */
const sharedWith = (n: number, right?: BankRight): string => `exists (
  select 1 from assessment.bank_share share
  where share.bank_id = b.id ${right ? `and share.may = '${right}'` : ''} and (
    organisation.in_scope(share.unit_id, $${n}::uuid[])
    or exists (select 1 from unnest($${n}::uuid[]) as root (id)
               where organisation.in_scope(root.id, array[share.unit_id]))))`;

/** SQL that is true where authors of the units of `$n` may see the bank `b` and draw from it: own, or shared at all. */
export const bankUsable = (n: number): string => `(${bankInScope(n)} or ${sharedWith(n)})`;

/** SQL that is true where authors of the units of `$n` may change what is in the bank `b`: own, or shared for editing. */
export const bankEditable = (n: number): string =>
  `(${bankInScope(n)} or ${sharedWith(n, 'edit')})`;

/** SQL for the right that authors of the units of `$n` have at a bank `b` that is usable to them. */
export const bankRight = (n: number): string =>
  `case when ${bankEditable(n)} then 'edit' else 'use' end`;

/** Roots of the units for which the actor writes courses. */
export const authorUnits = (actor: Actor): string[] => unitsFor(actor, 'course.author');
