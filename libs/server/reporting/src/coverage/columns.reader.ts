/** The room where the columns of coverage are read from the tables of the other domains, all of them or some officers'. */
import { Injectable } from '@nestjs/common';
import type { CoverageUnit } from '@tap-huan/contract';
import { Sql } from '@tap-huan/server/platform';
import { Columns, FACT, type OfficerFacts, type Subject, type TreeFacts } from './columns';
import { NEVER } from './pool';

/** Officers that one statement reads: the event loop goes on between two. */
const AT_ONCE = 2_000;

/** Days since 1970 in Việt Nam, of an instant. */
const dayOf = (instant: string) =>
  `((${instant} at time zone 'Asia/Ho_Chi_Minh')::date - date '1970-01-01')`;
const numberOf = (date: string) => `coalesce(${date} - date '1970-01-01', ${NEVER})`;

/** $1 officers. Numbers as text: a hundred thousand rows of a few fields each are read in one go. */
const OFFICERS = `
  select o.id, o.sort_key as "sortKey", o.search_text as search,
         (select string_agg(p.unit_id || ',' || (p.valid_from - date '1970-01-01') || ','
                            || ${numberOf('p.valid_to')}, ';')
            from organisation.position p where p.officer_id = o.id) as career
    from unnest($1::uuid[]) with ordinality as asked(id, no)
    join organisation.officer o on o.id = asked.id
   order by asked.no`;

/**
 * $1 officers, $2 subjects. The due day is that of the assignment, grace and extension included, where there is one; of
 * several assignments the strictest.
 */
const FACTS = `
  with officer as materialized (
    select id, (no - 1)::int as no from unnest($1::uuid[]) with ordinality as o(id, no)
  ), subject as materialized (
    select id, (no - 1)::int as no from unnest($2::uuid[]) with ordinality as s(id, no)
  ), asked as materialized (
    select c.enrolment_id, c.programme_enrolment_id,
           min(greatest(c.due_on, c.extended_to) + a.grace_days) as due_on
      from enrolment.assignment_case c
      join enrolment.assignment a on a.id = c.assignment_id
     where c.officer_id = any ($1::uuid[]) and c.state in ('due', 'overdue', 'done')
     group by c.enrolment_id, c.programme_enrolment_id
  ), fact as (
    select o.no, s.no as subject, ${dayOf('e.enrolled_at')} as since,
           ${numberOf('coalesce(k.due_on, e.due_on)')} as due,
           coalesce(${dayOf('e.completed_at')}, ${NEVER}) as done,
           coalesce(${dayOf('e.withdrawn_at')}, ${NEVER}) as ended, 0 as exempt
      from officer o
      join enrolment.enrolment e on e.officer_id = o.id
      join subject s on s.id = e.course_id
      left join asked k on k.enrolment_id = e.id
    union all
    select o.no, s.no, ${dayOf('e.enrolled_at')}, ${numberOf('coalesce(k.due_on, e.due_on)')},
           coalesce(${dayOf('e.completed_at')}, ${NEVER}),
           coalesce(${dayOf('e.withdrawn_at')}, ${NEVER}), 0
      from officer o
      join enrolment.programme_enrolment e on e.officer_id = o.id
      join subject s on s.id = e.programme_id
      left join asked k on k.programme_enrolment_id = e.id
    union all
    select o.no, s.no, x.valid_from - date '1970-01-01', ${NEVER}, ${NEVER},
           ${numberOf(`least(x.valid_to + 1, (x.ended_at at time zone 'Asia/Ho_Chi_Minh')::date)`)}, 1
      from officer o
      join enrolment.exemption x on x.officer_id = o.id
      left join enrolment.assignment a on a.id = x.assignment_id
      join subject s on s.id = coalesce(x.course_id, x.programme_id, a.course_id, a.programme_id)
  )
  select string_agg(no || ',' || subject || ',' || least(since, done) || ',' || due || ',' || done || ','
                    || ended || ',' || exempt, ',' order by no, subject, since) as facts
    from fact`;

const UNITS = `
  select u.id, u.parent_id as "parentId", u.valid_to is null as open,
         case when u.valid_to is not null then organisation.main_successor(u.id) end as "successorId"
    from organisation.unit u`;

const VERSIONS = `
  select v.unit_id as "unitId", v.name, v.kind, v.parent_id as "parentId",
         v.valid_from - date '1970-01-01' as "from", ${numberOf('v.valid_to')} as "to"
    from organisation.unit_version v
   order by v.name collate "vi-x-icu", v.code`;

const SUBJECTS = `
  select s.id, s.kind, s.code, s.title, c.closed_on::text as "closedOn"
    from reporting.subject s left join learning.course c on c.id = s.id
   order by s.code`;

interface OfficerLine {
  id: string;
  sortKey: string;
  search: string;
  career: string | null;
}

@Injectable()
export class ColumnsReader {
  constructor(private readonly sql: Sql) {}

  /** Everything, in steps between which the process does other things. */
  async all(): Promise<Columns> {
    const columns = new Columns();
    columns.putTree(await this.tree());
    const ids = await this.sql.rows<{ id: string }>(
      `select id from organisation.officer order by sort_key collate "vi-x-icu", staff_code`,
    );
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE).map(({ id }) => id);
      put(columns, some, await this.some(columns, some), true);
    }
    return columns;
  }

  /** The same for officers who have changed; put in one go once all is read. */
  async refresh(columns: Columns, officers: readonly string[], tree: boolean): Promise<void> {
    const facts = tree ? await this.tree() : null;
    // Subjects that are new have their numbers before what hangs on them is read.
    if (facts) columns.putTree(facts);
    const read: { some: string[]; lines: Lines }[] = [];
    for (let at = 0; at < officers.length; at += AT_ONCE) {
      const some = officers.slice(at, at + AT_ONCE);
      read.push({ some, lines: await this.some(columns, some) });
    }
    for (const { some, lines } of read) put(columns, some, lines, false);
  }

  private async tree(): Promise<TreeFacts> {
    return {
      units: await this.sql.rows<TreeFacts['units'][number]>(UNITS),
      versions: await this.sql.rows<TreeFacts['versions'][number] & { kind: CoverageUnit['kind'] }>(
        VERSIONS,
      ),
      subjects: await this.sql.rows<Subject>(SUBJECTS),
    };
  }

  private async some(columns: Columns, ids: string[]): Promise<Lines> {
    const officers = await this.sql.rows<OfficerLine>(OFFICERS, [ids]);
    const subjects = columns.subjects.map(({ id }) => id);
    const [{ facts }] = (await this.sql.rows<{ facts: string | null }>(FACTS, [ids, subjects])) as [
      { facts: string | null },
    ];
    return { officers, facts: facts ?? '' };
  }
}

interface Lines {
  officers: OfficerLine[];
  facts: string;
}

function put(columns: Columns, ids: string[], { officers, facts }: Lines, inOrder: boolean): void {
  const present = new Set<string>();
  const numbers: number[] = [];
  const places = new Map(ids.map((id, place) => [id, place]));
  for (const line of officers) {
    present.add(line.id);
    numbers[places.get(line.id) ?? 0] = columns.putOfficer(officerOf(line), inOrder);
  }
  for (const id of ids) if (!present.has(id)) columns.removeOfficer(id);
  const rows = factsOf(facts, ids.length);
  for (let place = 0; place < ids.length; place++) {
    const officer = numbers[place];
    if (officer !== undefined) columns.facts.set(officer, rows[place] ?? []);
  }
}

function officerOf({ id, sortKey, search, career }: OfficerLine): OfficerFacts {
  const rows = (career ?? '').split(';').filter(Boolean);
  return {
    id,
    sortKey,
    search,
    career: rows.map((row) => {
      const [unitId = '', from, to] = row.split(',');
      return { unitId, from: Number(from), to: Number(to) };
    }),
  };
}

/** Numbers with commas between, by officer: the first of each row is the officer's place in the list that was asked. */
function factsOf(text: string, officers: number): number[][] {
  const rows: number[][] = Array.from({ length: officers }, () => []);
  let field = 0;
  let value = 0;
  let row: number[] | undefined;
  for (let at = 0; at <= text.length && text !== ''; at++) {
    const code = at === text.length ? COMMA : text.charCodeAt(at);
    if (code !== COMMA) {
      value = value * 10 + code - ZERO;
      continue;
    }
    if (field === 0) row = rows[value];
    else row?.push(value);
    value = 0;
    field = field === FACT.width ? 0 : field + 1;
  }
  return rows;
}

const COMMA = 44;
const ZERO = 48;
