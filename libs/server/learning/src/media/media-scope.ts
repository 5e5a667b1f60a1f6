/** The room of who may read a medium: said as SQL, and nobody unless said. */
import type { Actor } from '@tap-huan/server/platform';
import { authorScope, inAuthorScope } from '../author-scope';

/** Parameters `$1` to `$3` of a query with the predicates of this room. */
export const mediaScope = (actor: Actor): [boolean, string[], string | null] => [
  ...authorScope(actor),
  actor.accountId,
];

/** True where medium `m` is the actor's own, of a unit the actor writes courses for, or in a course of such a unit. */
export const MAY_USE = `(
  m.uploaded_by = $3::uuid
  or ${inAuthorScope('m.unit_id')}
  or exists (
    select 1 from learning.lesson_medium lm
      join learning.lesson l on l.id = lm.lesson_id
      join learning.module mo on mo.id = l.module_id
      join learning.course_version v on v.id = mo.course_version_id
      join learning.course c on c.id = v.course_id
     where lm.media_id = m.id and ${inAuthorScope('c.unit_id')}))`;

/** True where medium `m` is in a lesson of a course version that the account is enrolled in. */
const IN_OWN_LESSON = `exists (
  select 1 from learning.lesson_medium lm
    join learning.lesson l on l.id = lm.lesson_id
    join learning.module mo on mo.id = l.module_id
    join enrolment.enrolment e on e.course_version_id = mo.course_version_id
    join organisation.officer o on o.id = e.officer_id
   where lm.media_id = m.id and o.account_id = $3::uuid and e.state <> 'withdrawn')`;

/** True where a question on one of the account's own papers shows medium `m`; asked last, for it reads the papers. */
const ON_OWN_PAPER = `exists (
  select 1 from assessment.attempt a
    cross join jsonb_array_elements(a.paper) as slot
    join assessment.question_version q on q.id = (slot->>'questionVersionId')::uuid
   where a.taker_id = $3::uuid and position('/api/media/' || m.id in lower(q.content::text)) > 0)`;

/** True where the actor may read medium `m`. */
export const MAY_READ = `(${MAY_USE} or ${IN_OWN_LESSON} or ${ON_OWN_PAPER})`;
