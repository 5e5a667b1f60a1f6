/** The room where a write takes hold of the draft that it changes: found in scope, locked, and still a draft. */
import { Failure, found, type Tx } from '@tap-huan/server/platform';
import { authorScope, inAuthorScope } from '../author-scope';
import { isEditable, type VersionState } from './version-state';

export interface LockedDraft {
  /** Of the course version. */
  id: string;
  courseId: string;
  number: number;
  revision: number;
  bankId: string;
  state: VersionState;
}

const SELECT = `
  select v.id, v.course_id as "courseId", v.number, v.revision, v.state, c.bank_id as "bankId"
    from learning.course_version v join learning.course c on c.id = v.course_id`;

/**
 * Locks a course in the actor's scope until the transaction ends, so that one draft is begun at a time.
 * @throws Failure not_found
 */
export async function lockCourse(tx: Tx, courseId: string): Promise<void> {
  found(
    await tx.maybe(
      `select 1 from learning.course c where c.id = $3 and ${inAuthorScope('c.unit_id')} for update`,
      [...authorScope(tx.actor), courseId],
    ),
  );
}

/** Locks the draft of a course. @throws Failure not_found, no_draft */
export async function lockDraft(tx: Tx, courseId: string): Promise<LockedDraft> {
  const draft = await tx.maybe<LockedDraft>(
    `${SELECT} where c.id = $3 and ${inAuthorScope('c.unit_id')} and v.state = 'draft'
     for update of v`,
    [...authorScope(tx.actor), courseId],
  );
  if (draft) return draft;
  await lockCourse(tx, courseId);
  throw new Failure('no_draft');
}

/** Locks the draft that a module is of. @throws Failure not_found, version_is_published */
export async function lockDraftOfModule(tx: Tx, moduleId: string): Promise<LockedDraft> {
  const draft = await lockVersion(
    tx,
    `v.id = (select m.course_version_id from learning.module m where m.id = $3)`,
    moduleId,
  );
  // Asked again: it may have been removed while this write waited for the lock.
  found(await tx.maybe(`select 1 from learning.module where id = $1`, [moduleId]));
  return draft;
}

/** Locks the draft that a lesson is of. @throws Failure not_found, version_is_published */
export async function lockDraftOfLesson(tx: Tx, lessonId: string): Promise<LockedDraft> {
  const draft = await lockVersion(
    tx,
    `v.id = (select m.course_version_id from learning.lesson l
               join learning.module m on m.id = l.module_id where l.id = $3)`,
    lessonId,
  );
  found(await tx.maybe(`select 1 from learning.lesson where id = $1`, [lessonId]));
  return draft;
}

async function lockVersion(tx: Tx, condition: string, id: string): Promise<LockedDraft> {
  const version = found(
    await tx.maybe<LockedDraft>(
      `${SELECT} where ${condition} and ${inAuthorScope('c.unit_id')} for update of v`,
      [...authorScope(tx.actor), id],
    ),
  );
  if (!isEditable(version.state)) throw new Failure('version_is_published');
  return version;
}

/** Says of a draft that it has just been changed. */
export async function touch(tx: Tx, draft: LockedDraft): Promise<void> {
  await tx.rows(`update learning.course_version set updated_at = $2 where id = $1`, [
    draft.id,
    tx.now,
  ]);
}
