/** The room where authors see their questions. */
import { Injectable } from '@nestjs/common';
import type {
  BankRight,
  InputOf,
  OutputOf,
  questionBankEndpoints,
  QuestionContent,
  QuestionRow,
} from '@tap-huan/contract';
import { toNfc, today } from '@tap-huan/rules';
import { type Actor, Clock, found, Sql } from '@tap-huan/server/platform';
import { seeBank } from '../bank/bank-access';
import { authorUnits, bankRight, bankUsable } from '../scope';
import { likePattern } from './question-content';
import { USED, usedOne } from './question-uses';

/** Columns of a row; {@link CURRENT} and `used` must be in the statement, and today is its parameter `$1`. */
const COLUMNS = `q.id, q.bank_id as "bankId", q.kind, v.title, q.status, q.category_id as "categoryId",
  c.tags, c.difficulty, c.era, coalesce(c."reviewOn" < $1::text, false) as "reviewDue", c."reviewOn",
  c."stimulusId", v.number as version, q.updated_at as "updatedAt", coalesce(used.quizzes, 0) as "usedIn"`;

/** Questions in their current version. The content is opened once for all the fields that are read from it. */
const CURRENT = `assessment.question q
  join assessment.question_version v on v.question_id = q.id and v.number = q.current_version
  cross join lateral jsonb_to_record(v.content)
    as c (tags jsonb, difficulty text, era text, "reviewOn" text, "stimulusId" text)
  left join used on used.question_id = q.id`;

type Row = Omit<QuestionRow, 'updatedAt'> & { updatedAt: Date };
const shown = <T extends Row>(row: T) => ({ ...row, updatedAt: row.updatedAt.toISOString() });

@Injectable()
export class QuestionReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Questions of a bank in the order they were written; without a status, those that are not retired. */
  async list(
    actor: Actor,
    bankId: string,
    query: InputOf<typeof questionBankEndpoints.listQuestions>['query'],
  ): Promise<OutputOf<typeof questionBankEndpoints.listQuestions>> {
    await seeBank(this.sql, actor, bankId);
    const rows = await this.sql.rows<Row>(
      `with recursive below as (
         select id from assessment.category where id = $5
         union
         select child.id from assessment.category child join below on child.parent_id = below.id
       ), ${USED}
       select ${COLUMNS} from ${CURRENT}
       where q.bank_id = $2
         and case when $3::text is null then q.status <> 'retired' else q.status = $3 end
         and ($4::text is null or q.kind = $4)
         and ($5::uuid is null or q.category_id in (select id from below))
         and ($6::text is null or v.search_text like $6)
         and ($7::text is null or c.tags ? $7)
         and ($8::text is null or c.difficulty = $8)
         and ($9::text is null or c.era = $9)
         and ($10::boolean is null or coalesce(c."reviewOn" < $1, false) = $10)
       order by q.ordinal`,
      [
        today(this.clock.now()),
        bankId,
        query.status ?? null,
        query.kind ?? null,
        query.categoryId ?? null,
        likePattern(query.search),
        query.tag === undefined ? null : toNfc(query.tag).trim(),
        query.difficulty ?? null,
        query.era ?? null,
        query.reviewDue === undefined ? null : query.reviewDue === 'true',
      ],
    );
    return { items: rows.map(shown) };
  }

  /** The current version of a question, with its key: for authors. */
  async read(
    actor: Actor,
    questionId: string,
  ): Promise<OutputOf<typeof questionBankEndpoints.readQuestion>> {
    const row = found(
      await this.sql.maybe<Row & { content: QuestionContent; right: BankRight }>(
        `with ${usedOne(2)}
         select ${COLUMNS}, v.content, ${bankRight(3)} as right
         from ${CURRENT} join assessment.bank b on b.id = q.bank_id
         where q.id = $2 and ${bankUsable(3)}`,
        [today(this.clock.now()), questionId, authorUnits(actor)],
      ),
    );
    return shown(row);
  }
}
