/** The room of who may read a medium: said as SQL, and nobody unless said. */
import { type Actor, unitsFor } from '@tap-huan/server/platform';
import { authorScope, inAuthorScope } from '../author-scope';

/** Parameters `$1` to `$3` of a query with the predicates of this room. */
export const mediaScope = (actor: Actor): [boolean, string[], string | null] => [
  ...authorScope(actor),
  actor.accountId,
];

/** Parameters `$1` to `$4` of a query with {@link MAY_READ}. */
export const readingScope = (actor: Actor): [...ReturnType<typeof mediaScope>, string[]] => [
  ...mediaScope(actor),
  unitsFor(actor, 'attempt.inspect'),
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

/**
 * True where a question or stimulus on one of the account's own papers shows medium `m`; asked last, for it reads the
 * papers. A paper that is only prepared has not been seen yet.
 */
const ON_OWN_PAPER = `exists (
  select 1 from assessment.attempt a
    cross join jsonb_path_query(a.paper, '$.slots[*]') as slot
    join assessment.question_version q on q.id = (slot->>'questionVersionId')::uuid
    left join assessment.stimulus_version s on s.id = (slot->>'stimulusVersionId')::uuid
   where a.taker_id = $3::uuid and a.phase <> 'prepared'
     and position('/api/media/' || m.id in lower(concat(q.content, s.html))) > 0)`;

/** True where a bank that is shared with the actor's units has a question or stimulus that shows medium `m`. */
const IN_SHARED_BANK = `exists (
  select 1 from assessment.bank_share share
    join assessment.question question on question.bank_id = share.bank_id
    join assessment.question_version q on q.question_id = question.id
    left join assessment.stimulus_version s on s.stimulus_id = (q.content->>'stimulusId')::uuid
   where (organisation.in_scope(share.unit_id, $2::uuid[])
      or exists (select 1 from unnest($2::uuid[]) as root (id)
                  where organisation.in_scope(root.id, array[share.unit_id])))
     and position('/api/media/' || m.id in lower(concat(q.content, s.html))) > 0)`;

/** True where medium `m` is of a unit whose exams the actor inspects: papers are read with their pictures. */
const INSPECTED = `organisation.in_scope(m.unit_id, $4::uuid[])`;

/** True where the actor may read medium `m`; see {@link readingScope}. */
export const MAY_READ = `(${MAY_USE} or ${INSPECTED} or ${IN_OWN_LESSON} or ${ON_OWN_PAPER} or ${IN_SHARED_BANK})`;
