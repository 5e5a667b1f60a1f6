/** The room where many questions of a bank are edited at once, in few statements however many they are. */
import { Injectable } from '@nestjs/common';
import type { InputOf, OutputOf, questionBankEndpoints } from '@tap-huan/contract';
import { type Actor, Failure, Tx, Writer } from '@tap-huan/server/platform';
import { changeBank, holdCategory } from '../bank/bank-access';
import { refused } from '../refused';
import { namedInDrafts } from './question-uses';

type BulkEdit = InputOf<typeof questionBankEndpoints.editQuestions>['body'];

/** Tags that a question may have, as the contract says. */
const MOST_TAGS = 12;

/** The tags of a version `v`: without those of `$4`, with those of `$3` behind them where they are missing. */
const EDITED_TAGS = `(
  select coalesce(jsonb_agg(tag order by place), '[]'::jsonb)
  from (
    select tag, min(place) as place
    from (
      select tag, place from jsonb_array_elements_text(v.content->'tags') with ordinality as kept (tag, place)
      where tag <> all($4::text[])
      union all
      select tag, place + 1000 from unnest($3::text[]) with ordinality as added (tag, place)
    ) named
    group by tag
  ) tags)`;

@Injectable()
export class QuestionBulkService {
  constructor(private readonly writer: Writer) {}

  /**
   * Sets category and status of the questions, and writes a next version of those whose tags, difficulty, era or review
   * date become others. What is so already is left alone. A question that a draft names is not retired.
   * @throws Failure `not_found` where one of them is not of this bank
   */
  edit(
    actor: Actor,
    bankId: string,
    { questionIds, ...edit }: BulkEdit,
  ): Promise<OutputOf<typeof questionBankEndpoints.editQuestions>> {
    return this.writer.write(actor, async (tx) => {
      await changeBank(tx, actor, bankId);
      const ids = [...new Set(questionIds)];
      await holdCategory(tx, bankId, edit.categoryId);
      const inUse = await holdQuestions(tx, bankId, ids, edit);
      const rewritten = await writeVersions(tx, ids, edit);
      const placed = await place(tx, ids, inUse, edit);
      const changed = [...new Set([...rewritten, ...placed])];
      if (changed.length > 0) {
        await tx.audit(
          'question.bulk_edit',
          { kind: 'bank', id: bankId },
          { ...edit, questionIds: changed, versions: rewritten.length },
        );
      }
      return { changed: changed.length, inUse };
    });
  }
}

/** Locks the questions and answers those that were to be retired, but stand in a draft. */
async function holdQuestions(
  tx: Tx,
  bankId: string,
  ids: readonly string[],
  { status }: Pick<BulkEdit, 'status'>,
): Promise<string[]> {
  const held = await tx.rows<{ id: string; status: string }>(
    `select id, status from assessment.question
     where id = any($1::uuid[]) and bank_id = $2 order by id for update`,
    [ids, bankId],
  );
  if (held.length < ids.length) throw new Failure('not_found');
  if (status !== 'retired') return [];
  const retiring = held.filter((question) => question.status !== 'retired').map(({ id }) => id);
  const named = await namedInDrafts(tx, retiring);
  return retiring.filter((id) => named.has(id));
}

/** Writes the versions and answers the ids of their questions. @throws Failure `validation_failed` for too many tags */
async function writeVersions(
  tx: Tx,
  ids: readonly string[],
  { addTags = [], removeTags = [], difficulty, era, reviewOn }: Omit<BulkEdit, 'questionIds'>,
): Promise<string[]> {
  // Absent fields fall out of the JSON; a review date of null stays and removes it.
  const fields = JSON.stringify({ difficulty, era, reviewOn });
  const retags = addTags.length + removeTags.length > 0;
  if (fields === '{}' && !retags) return [];
  const rows = await tx.rows<{ id: string; tags: number }>(
    `with edited as (
       select q.id, v.number, v.title, v.search_text, v.content,
         v.content || $2::jsonb
           || case when $5 then jsonb_build_object('tags', ${EDITED_TAGS}) else '{}' end as next
       from assessment.question q
         join assessment.question_version v on v.question_id = q.id and v.number = q.current_version
       where q.id = any($1::uuid[])
     ), written as (
       insert into assessment.question_version
         (id, question_id, number, content, title, search_text, created_by, created_at)
       select gen_random_uuid(), id, number + 1, next, title, search_text, $6, $7
       from edited where next <> content
       returning question_id, number, content
     )
     update assessment.question q set current_version = written.number, updated_at = $7
     from written where q.id = written.question_id
     returning q.id, jsonb_array_length(written.content->'tags') as tags`,
    [ids, fields, addTags, removeTags, retags, tx.actor.accountId, tx.now],
  );
  if (rows.some(({ tags }) => tags > MOST_TAGS)) {
    throw refused({ path: 'addTags', code: 'too_many_tags' });
  }
  return rows.map(({ id }) => id);
}

/** Sets category and status, and answers the ids of the questions that had others. */
async function place(
  tx: Tx,
  ids: readonly string[],
  inUse: readonly string[],
  { categoryId, status }: Pick<BulkEdit, 'categoryId' | 'status'>,
): Promise<string[]> {
  if (categoryId === undefined && status === undefined) return [];
  const rows = await tx.rows<{ id: string }>(
    `update assessment.question q
     set category_id = wanted.category_id, status = wanted.status, updated_at = $6,
       retired_at = case when wanted.status = 'retired' then coalesce(q.retired_at, $6) end
     from (
       select id, case when $2 then $3::uuid else category_id end as category_id,
         case when $4::text is null or id = any($5::uuid[]) then status else $4 end as status
       from assessment.question where id = any($1::uuid[])
     ) wanted
     where q.id = wanted.id
       and (q.category_id is distinct from wanted.category_id or q.status <> wanted.status)
     returning q.id`,
    [ids, categoryId !== undefined, categoryId ?? null, status ?? null, inUse, tx.now],
  );
  return rows.map(({ id }) => id);
}
