/** The room where HR sees audiences and whom they mean today. */
import { Injectable } from '@nestjs/common';
import {
  type Audience,
  type audienceEndpoints,
  type AudienceMember,
  type AudienceRow,
  audienceRule,
  type AudienceRule,
  type InputOf,
  type OutputOf,
} from '@tap-huan/contract';
import { type Actor, found, Sql, unitsFor } from '@tap-huan/server/platform';
import { likePattern } from '../enrolment/enrolment.reader';
import { requireClear } from './audience.service';

type List = typeof audienceEndpoints.listAudiences;
type Preview = typeof audienceEndpoints.previewAudience;
type Choices = typeof audienceEndpoints.listAudienceChoices;

interface Dates {
  updatedAt: Date;
  archivedAt: Date | null;
}
type ListRow = Omit<AudienceRow, keyof Dates> & Dates;
type ReadRow = Omit<Audience, keyof Dates | 'officers' | 'pastUnits'> & Dates;

const datesOf = ({ updatedAt, archivedAt }: Dates) => ({
  updatedAt: updatedAt.toISOString(),
  archivedAt: archivedAt?.toISOString() ?? null,
});

/** `%` and `_` stand for themselves. */
const namePattern = (search: string): string =>
  `%${search
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;

/** $1 roots, $2 pattern or null, $3 archived. */
const LISTED = `
  from enrolment.audience a join organisation.unit u on u.id = a.unit_id
 where a.unit_id in (select * from organisation.units_in($1::uuid[]))
   and ($2::text is null or lower(a.name) like $2)
   and (a.archived_at is not null) = $3`;

/** $1 rule, $2 unit. */
const MEMBERS = `
  from enrolment.rule_members($1::jsonb, $2::uuid) m
  join organisation.present_officer p on p.id = m`;

/** Values offered for a post or a rank at most. */
const CHOICES = 300;

@Injectable()
export class AudienceReader {
  constructor(private readonly sql: Sql) {}

  /** By name; members are counted for the page only. */
  async list(actor: Actor, query: InputOf<List>['query']): Promise<OutputOf<List>> {
    const { search, page, pageSize } = query;
    const filters = [
      unitsFor(actor, 'enrolment.assign'),
      search?.trim() ? namePattern(search) : null,
      query.archived === 'true',
    ];
    const [{ total }, rows] = await Promise.all([
      this.sql.one<{ total: number }>(`select count(*)::int as total ${LISTED}`, filters),
      this.sql.rows<ListRow>(
        `with page as (
           select a.*, u.name as unit_name,
                  row_number() over (order by a.name collate "vi-x-icu", a.id) as place
           ${LISTED} order by place limit $4 offset $5)
         select id, name, unit_id as "unitId", unit_name as "unitName", rule,
                updated_at as "updatedAt", archived_at as "archivedAt",
                (select count(*)::int from enrolment.rule_members(rule, unit_id)) as members
           from page order by place`,
        [...filters, pageSize, (page - 1) * pageSize],
      ),
    ]);
    return { total, items: rows.map((row) => ({ ...row, ...datesOf(row) })) };
  }

  /** @throws Failure not_found, also out of the actor's scope */
  async read(actor: Actor, audienceId: string): Promise<Audience> {
    const roots = unitsFor(actor, 'enrolment.assign');
    const row = found(
      await this.sql.maybe<ReadRow>(
        `select a.id, a.name, a.unit_id as "unitId", u.name as "unitName", a.rule, a.revision,
                a.updated_at as "updatedAt", a.archived_at as "archivedAt"
           from enrolment.audience a join organisation.unit u on u.id = a.unit_id
          where a.id = $1 and organisation.in_scope(a.unit_id, $2)`,
        [audienceId, roots],
      ),
    );
    const { include, exclude, unitIds } = audienceRule.parse(row.rule);
    const officers = await this.sql.rows<Audience['officers'][number]>(
      `select p.id, p.full_name as "fullName", p.staff_code as "staffCode", p.unit_name as "unitName"
         from organisation.present_officer p
        where p.id = any ($1) and p.unit_id in (select * from organisation.units_in($2::uuid[]))
        order by p.sort_key collate "vi-x-icu", p.staff_code`,
      [[...include, ...exclude], roots],
    );
    const pastUnits = await this.sql.rows<{ id: string; name: string }>(
      `select id, name from organisation.unit where id = any ($1) and valid_to is not null`,
      [unitIds],
    );
    return { ...row, ...datesOf(row), officers, pastUnits };
  }

  /** Whom a rule means, sorted as Vietnamese names are. @throws Failure not_found */
  async preview(actor: Actor, body: InputOf<Preview>['body']): Promise<OutputOf<Preview>> {
    const { unitId, rule, search, page, pageSize } = body;
    requireClear(rule);
    await this.seeUnit(actor, unitId);
    const asked = [JSON.stringify(rule), unitId, search.trim() ? likePattern(search) : null];
    const [counts, items] = await Promise.all([
      this.sql.one<{ members: number; units: number; total: number }>(
        `select count(*)::int as members, count(distinct p.unit_id)::int as units,
                count(*) filter (where $3::text is null or p.search_text like $3)::int as total
         ${MEMBERS}`,
        asked,
      ),
      this.membersOf(asked, rule, { page, pageSize }),
    ]);
    return { ...counts, items };
  }

  /** Posts and ranks held in a unit subtree, the most frequent first. @throws Failure not_found */
  async choices(actor: Actor, unitId: string): Promise<OutputOf<Choices>> {
    await this.seeUnit(actor, unitId);
    const held = (column: 'job_position' | 'rank') =>
      this.sql.rows<{ value: string; officers: number }>(
        // Spellings that differ in capitals only are one choice: the most frequent stands for them.
        `select value, officers from (
           select mode() within group (order by ${column}) as value, count(*)::int as officers
             from organisation.present_officer
            where ${column} is not null
              and unit_id in (select * from organisation.units_in(array[$1::uuid]))
            group by lower(${column})) held
          order by officers desc, value collate "vi-x-icu" limit ${CHOICES}`,
        [unitId],
      );
    const [jobPositions, ranks] = await Promise.all([held('job_position'), held('rank')]);
    return { jobPositions, ranks };
  }

  private membersOf(
    asked: unknown[],
    rule: AudienceRule,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<AudienceMember[]> {
    return this.sql.rows<AudienceMember>(
      `select p.id, p.full_name as "fullName", p.staff_code as "staffCode",
              p.unit_name as "unitName", p.job_position as "jobPosition", p.rank, p.leadership,
              p.appointed_on::text as "appointedOn", p.id = any ($4::uuid[]) as named
       ${MEMBERS}
        where $3::text is null or p.search_text like $3
        order by p.sort_key collate "vi-x-icu", p.staff_code limit $5 offset $6`,
      [...asked, rule.include, pageSize, (page - 1) * pageSize],
    );
  }

  private async seeUnit(actor: Actor, unitId: string): Promise<void> {
    found(
      await this.sql.maybe(
        `select 1 from organisation.unit where id = $1 and organisation.in_scope(id, $2)`,
        [unitId, unitsFor(actor, 'enrolment.assign')],
      ),
    );
  }
}
