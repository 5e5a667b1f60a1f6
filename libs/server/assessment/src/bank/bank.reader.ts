/** The room where authors see their banks and those that others share with them. */
import { Injectable } from '@nestjs/common';
import type { BankRow, OutputOf, questionBankEndpoints } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { type Actor, Clock, found, Sql } from '@tap-huan/server/platform';
import { courseTitle } from '../course-title';
import { authorUnits, bankInScope, bankRight, bankUsable } from '../scope';

/** Banks usable to the authors of the units `$1`, with what the contract tells of each; `$2` is today. */
const BANKS = `
  select b.id, b.name, b.unit_id as "unitId", u.name as "unitName", ${courseTitle('b.id')} as "courseTitle",
    held.questions, held."toReview", ${bankRight(1)} as right, ${bankInScope(1)} as own
  from assessment.bank b
    join organisation.unit u on u.id = b.unit_id
    cross join lateral (
      select count(*) as questions, count(*) filter (where v.content->>'reviewOn' < $2::text) as "toReview"
      from assessment.question q
        join assessment.question_version v on v.question_id = q.id and v.number = q.current_version
      where q.bank_id = b.id and q.status <> 'retired'
    ) held
  where ${bankUsable(1)}`;

type Whole = OutputOf<typeof questionBankEndpoints.readBank>;

@Injectable()
export class BankReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  /** Banks of the actor's units and banks shared with them, by name. */
  async list(actor: Actor): Promise<OutputOf<typeof questionBankEndpoints.listBanks>> {
    return {
      items: await this.sql.rows<BankRow>(`${BANKS} order by b.name collate "vi-x-icu", b.id`, [
        authorUnits(actor),
        today(this.clock.now()),
      ]),
    };
  }

  /** A bank with its categories, the tags on its questions, and its shares. */
  async read(actor: Actor, bankId: string): Promise<Whole> {
    const bank = found(
      await this.sql.maybe<BankRow>(`${BANKS} and b.id = $3`, [
        authorUnits(actor),
        today(this.clock.now()),
        bankId,
      ]),
    );
    const [categories, tags, shares] = await Promise.all([
      this.categories(bankId),
      this.tags(bankId),
      this.shares(bankId),
    ]);
    return { ...bank, categories, tags, shares };
  }

  private categories(bankId: string): Promise<Whole['categories']> {
    return this.sql.rows(
      `select c.id, c.parent_id as "parentId", c.name,
         (select count(*) from assessment.question q
          where q.category_id = c.id and q.status <> 'retired') as questions
       from assessment.category c
       where c.bank_id = $1
       order by c.name collate "vi-x-icu", c.id`,
      [bankId],
    );
  }

  private tags(bankId: string): Promise<Whole['tags']> {
    return this.sql.rows(
      `select tag, count(*) as questions
       from assessment.question q
         join assessment.question_version v on v.question_id = q.id and v.number = q.current_version
         cross join jsonb_array_elements_text(v.content->'tags') as tag
       where q.bank_id = $1 and q.status <> 'retired'
       group by tag
       order by tag collate "vi-x-icu", tag`,
      [bankId],
    );
  }

  private shares(bankId: string): Promise<Whole['shares']> {
    return this.sql.rows(
      `select share.unit_id as "unitId", u.name as "unitName", share.may as right
       from assessment.bank_share share join organisation.unit u on u.id = share.unit_id
       where share.bank_id = $1
       order by u.name collate "vi-x-icu", u.id`,
      [bankId],
    );
  }
}
