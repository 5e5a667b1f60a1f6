/** The room where the next draft is copied from a published version: new ids, the same lesson keys and quizzes. */
import { randomUUID } from 'node:crypto';
import type { Tx } from '@tap-huan/server/platform';

export interface Original {
  id: string;
  number: number;
}

/** @returns the id of the new draft, whose number is one above the original's */
export async function copyAsDraft(tx: Tx, original: Original): Promise<string> {
  const draftId = randomUUID();
  await tx.rows(
    `insert into learning.course_version (id, course_id, number, state, title, summary, audience, hours,
            content_group, delivery_form, legal_basis, as_of, revision, updated_at)
     select $2, course_id, number + 1, 'draft', title, summary, audience, hours,
            content_group, delivery_form, legal_basis, as_of, 1, $3
       from learning.course_version where id = $1`,
    [original.id, draftId, tx.now],
  );
  const modules = await newIds(
    tx,
    `select id from learning.module where course_version_id = $1`,
    original.id,
  );
  await tx.rows(
    `insert into learning.module (id, course_version_id, title, ordinal)
     select copy.new, $2, m.title, m.ordinal
       from jsonb_to_recordset($1) as copy (old uuid, new uuid) join learning.module m on m.id = copy.old`,
    [modules, draftId],
  );
  const lessons = await newIds(
    tx,
    `select l.id from learning.lesson l join learning.module m on m.id = l.module_id
      where m.course_version_id = $1`,
    original.id,
  );
  await copyLessons(tx, modules, lessons);
  return draftId;
}

/** Old and new ids as `[{ old, new }]` in JSON. */
async function newIds(tx: Tx, select: string, versionId: string): Promise<string> {
  const rows = await tx.rows<{ id: string }>(select, [versionId]);
  return JSON.stringify(rows.map(({ id }) => ({ old: id, new: randomUUID() })));
}

async function copyLessons(tx: Tx, modules: string, lessons: string): Promise<void> {
  await tx.rows(
    `insert into learning.lesson (id, key, module_id, ordinal, kind, title, body_html, minutes,
            legal_basis, as_of, quiz_id, revision)
     select copy.new, l.key, module.new, l.ordinal, l.kind, l.title, l.body_html, l.minutes,
            l.legal_basis, l.as_of, l.quiz_id, 1
       from jsonb_to_recordset($2) as copy (old uuid, new uuid)
       join learning.lesson l on l.id = copy.old
       join jsonb_to_recordset($1) as module (old uuid, new uuid) on module.old = l.module_id`,
    [modules, lessons],
  );
  await tx.rows(
    `insert into learning.lesson_attachment (lesson_id, media_id, title, ordinal)
     select copy.new, a.media_id, a.title, a.ordinal
       from jsonb_to_recordset($1) as copy (old uuid, new uuid)
       join learning.lesson_attachment a on a.lesson_id = copy.old`,
    [lessons],
  );
  await tx.rows(
    `insert into learning.lesson_medium (lesson_id, media_id)
     select copy.new, lm.media_id
       from jsonb_to_recordset($1) as copy (old uuid, new uuid)
       join learning.lesson_medium lm on lm.lesson_id = copy.old`,
    [lessons],
  );
}
