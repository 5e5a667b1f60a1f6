/** The room of the names behind a cell of the coverage matrix. */
import { Injectable } from '@nestjs/common';
import type { CoveragePeopleView, CoveragePerson } from '@tap-huan/contract';
import { COVERAGE_STATES, fold } from '@tap-huan/rules';
import { type Actor, Failure, Sql } from '@tap-huan/server/platform';
import { CAREER, type Columns, dayText, FACT } from './columns';
import { DUE, endOfSubject, OVERDUE, standing, unitOn } from './count';
import { CoverageViewReader, type Look } from './coverage-view.reader';
import { NEVER } from './pool';

/** One officer in one subject. */
interface Found {
  officer: number;
  subject: number;
  state: number;
  /** First cell of the officer's newest row of the subject. */
  at: number;
}

export interface People {
  found: CoveragePerson[];
  total: number;
  elsewhere: number;
  asOf: string;
  unitName: string;
}

interface Names {
  fullName: string;
  staffCode: string;
  jobPosition: string;
  unitName: string;
  scoreOfTen: number | null;
}

/** $1 officers, $2 subjects, side by side; $3 the day. Post and unit are those of the day. */
const NAMES = `
  select o.full_name as "fullName", o.staff_code as "staffCode",
         coalesce(p.job_position, '') as "jobPosition", coalesce(v.name, u.name, '') as "unitName",
         e.score_of_ten as "scoreOfTen"
    from unnest($1::uuid[], $2::uuid[]) with ordinality as asked(officer_id, subject_id, no)
    join organisation.officer o on o.id = asked.officer_id
    left join organisation.position p
      on p.officer_id = o.id and p.valid_from <= $3::date
     and (p.valid_to is null or p.valid_to > $3::date)
    left join organisation.unit u on u.id = p.unit_id
    left join organisation.unit_version v
      on v.unit_id = p.unit_id and v.valid_from <= $3::date
     and (v.valid_to is null or v.valid_to > $3::date)
    left join lateral (
      select x.score_of_ten from enrolment.enrolment x
       where x.officer_id = asked.officer_id and x.course_id = asked.subject_id
         and (x.completed_at at time zone 'Asia/Ho_Chi_Minh')::date <= $3::date
       order by x.completed_at desc limit 1) e on true
   order by asked.no`;

@Injectable()
export class PeopleReader {
  constructor(
    private readonly sql: Sql,
    private readonly views: CoverageViewReader,
  ) {}

  /** @param page from 0; a size of null is all of them. @throws Failure `not_found` */
  async people(
    actor: Actor,
    query: CoveragePeopleView & { search?: string | undefined },
    page: { at: number; size: number | null },
  ): Promise<People> {
    const look = await this.views.look(actor, query);
    const row = look.tree.rows.findIndex(({ id }) => id === query.unitId);
    if (row < 0) throw new Failure('not_found');
    const { found, elsewhere } = findPeople(look, row, query);
    const some =
      page.size === null ? found : found.slice(page.at * page.size, (page.at + 1) * page.size);
    // The columns may change while names are read, so what is needed of them is taken now.
    const drawn = some.map((one) => ({ one, ...drawnOf(look.columns, one) }));
    const names = await this.sql.rows<Names>(NAMES, [
      drawn.map(({ officerId }) => officerId),
      drawn.map(({ subjectId }) => subjectId),
      look.asOf,
    ]);
    return {
      found: drawn.flatMap(({ one, ...rest }, index) => {
        const name = names[index];
        if (!name) return [];
        const state = COVERAGE_STATES[one.state] ?? 'due';
        const scoreOfTen = state === 'done' ? name.scoreOfTen : null;
        return [{ ...name, ...rest, state, scoreOfTen }];
      }),
      total: found.length,
      elsewhere,
      asOf: look.asOf,
      unitName: look.tree.rows[row]?.name ?? '',
    };
  }
}

function drawnOf({ officers, subjects, facts }: Columns, { officer, subject, at }: Found) {
  const { cells } = facts;
  const known = subjects[subject];
  const excuse = cells[at + FACT.exempt] === 1;
  return {
    officerId: officers[officer] ?? '',
    subjectId: known?.id ?? '',
    courseCode: known?.code ?? '',
    courseTitle: known?.title ?? '',
    enrolledOn: excuse ? null : dayText(cells[at + FACT.from] ?? NEVER),
    dueOn: dayText(cells[at + FACT.due] ?? NEVER),
    doneOn: dayText(cells[at + FACT.done] ?? NEVER),
  };
}

/** Officers in the order of their names, subjects in that of their codes. */
function findPeople(
  { columns, tree, view, subjects, visible }: Look,
  top: number,
  { subjectId, state, search }: CoveragePeopleView & { search?: string | undefined },
): { found: Found[]; elsewhere: number } {
  const inside = subtreeOf(tree.parents, top);
  const wanted = COVERAGE_STATES.flatMap((name, at) =>
    state === undefined || name === state || (state === 'left' && (at === DUE || at === OVERDUE))
      ? [at]
      : [],
  );
  const only = subjectId === undefined ? -1 : (columns.numberOfSubject(subjectId) ?? -2);
  const words = fold(search ?? '')
    .split(' ')
    .filter(Boolean);
  const asked = new Set(only === -1 ? subjects : [only]);
  const found: Found[] = [];
  let elsewhere = 0;
  for (const officer of columns.order) {
    if (view.audience && view.audience[officer] !== 1) continue;
    const unit = unitOn(columns, officer, view.day);
    const row = unit < 0 ? -1 : (view.rowOf[unit] ?? -1);
    if (row < 0 || inside[row] !== 1) continue;
    const text = columns.searches[officer] ?? '';
    if (!words.every((word) => text.includes(word))) continue;
    const here = standingsOf(columns, officer, view.day).filter(
      (one) => asked.has(one.subject) && wanted.includes(one.state),
    );
    if (here.length === 0) continue;
    // Names are shown as of today: who serves elsewhere by now is counted only.
    if (visible[lastUnit(columns, officer)] === 1) found.push(...here);
    else elsewhere += here.length;
  }
  return { found, elsewhere };
}

function standingsOf({ facts }: Columns, officer: number, day: number): Found[] {
  const found: Found[] = [];
  const { cells } = facts;
  for (let at = facts.from(officer), end = facts.to(officer); at < end;) {
    const next = endOfSubject(cells, at, end);
    const state = standing(cells, at, next, day);
    if (state >= 0) {
      const subject = cells[at] ?? 0;
      found.push({ officer, subject, state, at: newest(cells, at, next, day) });
    }
    at = next;
  }
  return found;
}

/** Of the rows of one subject the last one that counts on the day; rows are sorted by their first day. */
function newest(cells: Int32Array, at: number, end: number, day: number): number {
  let best = at;
  for (let row = at; row < end; row += FACT.width) {
    const counts = (cells[row + FACT.from] ?? 0) <= day && day < (cells[row + FACT.ended] ?? 0);
    if (counts && cells[row + FACT.exempt] === 0) best = row;
  }
  return best;
}

/** The present unit, or the last one of somebody who has left; positions never begin ahead of their day. */
function lastUnit({ careers }: Columns, officer: number): number {
  const { cells } = careers;
  let [unit, latest] = [-1, -1];
  for (let at = careers.from(officer), end = careers.to(officer); at < end; at += CAREER.width) {
    if ((cells[at] ?? 0) > latest) {
      latest = cells[at] ?? 0;
      unit = cells[at + CAREER.unit] ?? -1;
    }
  }
  return unit;
}

/** By row, 1 for the top and everything below it; parents stand before their children. */
function subtreeOf(parents: Int32Array, top: number): Uint8Array {
  const inside = new Uint8Array(parents.length);
  inside[top] = 1;
  for (let row = top + 1; row < parents.length; row++) {
    const parent = parents[row] ?? -1;
    if (parent >= 0 && inside[parent] === 1) inside[row] = 1;
  }
  return inside;
}
