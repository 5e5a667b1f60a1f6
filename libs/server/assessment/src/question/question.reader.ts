/** The room where authors see their questions. */
import { Injectable } from '@nestjs/common';
import type {
  assessmentEndpoints,
  OutputOf,
  QuestionContent,
  QuestionKind,
  QuestionRow,
} from '@tap-huan/contract';
import { type Actor, found, Sql } from '@tap-huan/server/platform';
import { authorUnits, bankInScope } from '../scope';
import { likePattern } from './question-content';

/** Columns of a row; `q`, `v`, and `used` (quiz, question) must be in the statement. */
const COLUMNS = `q.id, q.kind, v.title, v.content->>'difficulty' as difficulty, v.number as version,
  q.updated_at as "updatedAt", (select count(*) from used where used.question_id = q.id) as "usedIn"`;

/** Which quiz of bank `$1` uses which question, in its draft or in a published version. */
const USED = `used as (
  select z.id as quiz_id, (slot->>'questionId')::uuid as question_id
  from assessment.quiz z cross join jsonb_array_elements(z.slots) slot
  where z.bank_id = $1
  union
  select z.id, qv.question_id
  from assessment.quiz z
    join assessment.quiz_version zv on zv.quiz_id = z.id
    cross join jsonb_array_elements(zv.slots) slot
    join assessment.question_version qv on qv.id = (slot->>'questionVersionId')::uuid
  where z.bank_id = $1
)`;

type Row = Omit<QuestionRow, 'updatedAt'> & { updatedAt: Date };
const shown = <T extends Row>(row: T) => ({ ...row, updatedAt: row.updatedAt.toISOString() });

@Injectable()
export class QuestionReader {
  constructor(private readonly sql: Sql) {}

  /** Questions of a bank that are not retired, in the order they were written. */
  async list(
    actor: Actor,
    bankId: string,
    { search, kind }: { search?: string | undefined; kind?: QuestionKind | undefined },
  ): Promise<OutputOf<typeof assessmentEndpoints.listQuestions>> {
    found(
      await this.sql.maybe(
        `select 1 from assessment.bank b where b.id = $1 and ${bankInScope(2)}`,
        [bankId, authorUnits(actor)],
      ),
    );
    const rows = await this.sql.rows<Row>(
      `with ${USED}
       select ${COLUMNS}
       from assessment.question q
         join assessment.question_version v on v.question_id = q.id and v.number = q.current_version
       where q.bank_id = $1 and q.retired_at is null
         and ($2::text is null or v.search_text like $2) and ($3::text is null or q.kind = $3)
       order by q.ordinal`,
      [bankId, likePattern(search), kind ?? null],
    );
    return { items: rows.map(shown) };
  }

  /** The current version of a question, with its key: for authors. */
  async read(
    actor: Actor,
    questionId: string,
  ): Promise<OutputOf<typeof assessmentEndpoints.readQuestion>> {
    const { bankId } = found(
      await this.sql.maybe<{ bankId: string }>(
        `select b.id as "bankId" from assessment.question q join assessment.bank b on b.id = q.bank_id
         where q.id = $1 and q.retired_at is null and ${bankInScope(2)}`,
        [questionId, authorUnits(actor)],
      ),
    );
    const row = found(
      await this.sql.maybe<Row & { content: QuestionContent }>(
        `with ${USED}
         select ${COLUMNS}, v.content
         from assessment.question q
           join assessment.question_version v on v.question_id = q.id and v.number = q.current_version
         where q.id = $2`,
        [bankId, questionId],
      ),
    );
    return { ...shown(row), bankId };
  }
}
