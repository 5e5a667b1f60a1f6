/** The room where authors see the stimuli of a bank, and papers get theirs. */
import { Injectable } from '@nestjs/common';
import type { OutputOf, questionBankEndpoints, StimulusRow } from '@tap-huan/contract';
import { type Actor, found, Sql } from '@tap-huan/server/platform';
import { seeBank } from '../bank/bank-access';
import { Recent } from '../recent';
import { authorUnits, bankRight, bankUsable } from '../scope';

/** What officers see of a stimulus. */
export interface StimulusContent {
  title: string;
  html: string;
}

const COLUMNS = `s.id, v.title, v.number as version, s.updated_at as "updatedAt"`;
const NEWEST = `assessment.stimulus s
  join assessment.stimulus_version v on v.stimulus_id = s.id and v.number = s.current_version`;

type Row = Omit<StimulusRow, 'updatedAt'> & { updatedAt: Date };
const shown = <T extends Row>(row: T) => ({ ...row, updatedAt: row.updatedAt.toISOString() });

@Injectable()
export class StimulusReader {
  private readonly versions = new Recent<string, StimulusContent>(1_000);

  constructor(private readonly sql: Sql) {}

  /** Contents by stimulus version id; versions never change, so they are kept in the process. Unknown ids are absent. */
  contents(
    versionIds: readonly string[],
    source: Pick<Sql, 'rows'> = this.sql,
  ): Promise<Map<string, StimulusContent>> {
    return this.versions.all(versionIds, async (missing) => {
      const rows = await source.rows<StimulusContent & { id: string }>(
        `select id, title, html from assessment.stimulus_version where id = any($1::uuid[])`,
        [missing],
      );
      return rows.map(({ id, title, html }): [string, StimulusContent] => [id, { title, html }]);
    });
  }

  /** Stimuli of a bank by title, with how many questions that are not retired name them. */
  async list(
    actor: Actor,
    bankId: string,
  ): Promise<OutputOf<typeof questionBankEndpoints.listStimuli>> {
    await seeBank(this.sql, actor, bankId);
    const rows = await this.sql.rows<Row>(
      `with named as (
         select qv.content->>'stimulusId' as id, count(*) as questions
         from assessment.question q
           join assessment.question_version qv on qv.question_id = q.id and qv.number = q.current_version
         where q.bank_id = $1 and q.status <> 'retired'
         group by 1
       )
       select ${COLUMNS}, coalesce(named.questions, 0) as questions
       from ${NEWEST} left join named on named.id = s.id::text
       where s.bank_id = $1
       order by v.title collate "vi-x-icu", s.id`,
      [bankId],
    );
    return { items: rows.map(shown) };
  }

  /** The newest version of a stimulus. */
  async read(
    actor: Actor,
    stimulusId: string,
  ): Promise<OutputOf<typeof questionBankEndpoints.readStimulus>> {
    type Whole = Row & { bankId: string; html: string; right: 'use' | 'edit' };
    return shown(
      found(
        await this.sql.maybe<Whole>(
          `select ${COLUMNS}, s.bank_id as "bankId", v.html, ${bankRight(2)} as right,
             (select count(*) from assessment.question q
                join assessment.question_version qv on qv.question_id = q.id and qv.number = q.current_version
              where q.bank_id = s.bank_id and q.status <> 'retired'
                and qv.content->>'stimulusId' = s.id::text) as questions
           from ${NEWEST} join assessment.bank b on b.id = s.bank_id
           where s.id = $1 and ${bankUsable(2)}`,
          [stimulusId, authorUnits(actor)],
        ),
      ),
    );
  }
}
