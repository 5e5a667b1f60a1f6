/** The room where a question about coverage becomes numbers: day, tree, subjects and audience, inside the actor's scope. */
import { Injectable } from '@nestjs/common';
import type { CoverageView } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { type Actor, Clock, Failure, Sql, unitsFor } from '@tap-huan/server/platform';
import { type Columns, dayNumber, FACT } from './columns';
import { DUE, endOfSubject, OVERDUE, standing, unitOn, type View } from './count';
import { CoverageStore } from './coverage-store';
import { type DayTree, treeOf, visibleUnits } from './tree';

/** Subjects across where nobody has chosen any. */
const USUAL_SUBJECTS = 12;
const MOST_SUBJECTS = 60;

export interface Look {
  columns: Columns;
  asOf: string;
  tree: DayTree;
  view: View;
  /** Numbers of the subjects that are looked at, in their places. */
  subjects: number[];
  /** By unit, 1 where the actor may see it. */
  visible: Uint8Array;
}

/** $1 roots, $2 audience. */
const MEMBERS = `
  select m as id
    from enrolment.audience a, enrolment.audience_members(a.id) m
   where a.id = $2 and organisation.in_scope(a.unit_id, $1::uuid[])`;
const AUDIENCE = `
  select a.name from enrolment.audience a
   where a.id = $2 and organisation.in_scope(a.unit_id, $1::uuid[])`;

@Injectable()
export class CoverageViewReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly store: CoverageStore,
  ) {}

  /** What was asked for, on columns of this moment: to be counted before anything else is awaited. */
  async look(actor: Actor, query: CoverageView): Promise<Look> {
    const roots = unitsFor(actor, 'completion.read');
    const members = query.audienceId ? await this.members(roots, query.audienceId) : null;
    const asOf = this.dayOf(query.asOf);
    const columns = await this.store.fresh();
    const visible = visibleUnits(columns, roots);
    const now = query.by === 'now';
    const day = dayNumber(asOf);
    const treeDay = now ? dayNumber(today(this.clock.now())) : day;
    const tree = treeOf(columns, visible, treeDay, now);
    const view: View = {
      day,
      rowOf: tree.rowOf,
      placeOf: new Int32Array(columns.subjects.length),
      audience: members && flagsOf(columns, members),
    };
    const subjects = query.subjects
      ? chosen(columns, query.subjects)
      : busiest(columns, view)
          .filter((busy) => !isHistory(columns, busy, asOf))
          .slice(0, USUAL_SUBJECTS)
          .map(({ subject }) => subject);
    subjects.sort((a, b) => (codeOf(columns, a) < codeOf(columns, b) ? -1 : 1));
    subjects.forEach((subject, place) => (view.placeOf[subject] = place + 1));
    return { columns, asOf, tree, view, subjects, visible };
  }

  /** Subjects that somebody of the scope has today, with how many. */
  async subjects(actor: Actor): Promise<{ columns: Columns; found: Busy[] }> {
    const { columns, view } = await this.look(actor, {
      by: 'then',
      rule: 'assigned',
      percent: 100,
    });
    return { columns, found: busiest(columns, view) };
  }

  /** Name of an audience in the actor's scope, for what is printed. @throws Failure `not_found` */
  async audienceName(actor: Actor, audienceId: string): Promise<string> {
    const roots = unitsFor(actor, 'completion.read');
    const row = await this.sql.maybe<{ name: string }>(AUDIENCE, [roots, audienceId]);
    if (!row) throw new Failure('not_found');
    return row.name;
  }

  /** Nothing is known of days that are to come. */
  private dayOf(asked: string | undefined): string {
    const day = today(this.clock.now());
    return asked !== undefined && asked < day ? asked : day;
  }

  private async members(roots: string[], audienceId: string): Promise<{ id: string }[]> {
    const params = [roots, audienceId];
    if (!(await this.sql.maybe(AUDIENCE, params))) throw new Failure('not_found');
    return this.sql.rows<{ id: string }>(MEMBERS, params);
  }
}

function flagsOf(columns: Columns, members: readonly { id: string }[]): Uint8Array {
  const flags = new Uint8Array(columns.officers.length);
  for (const { id } of members) {
    const officer = columns.numberOfOfficer(id);
    if (officer !== undefined) flags[officer] = 1;
  }
  return flags;
}

const codeOf = ({ subjects }: Columns, subject: number): string => subjects[subject]?.code ?? '';

function chosen(columns: Columns, ids: string): number[] {
  const numbers = [...new Set(ids.split(','))].map((id) => columns.numberOfSubject(id));
  return numbers.filter((number) => number !== undefined).slice(0, MOST_SUBJECTS);
}

export interface Busy {
  subject: number;
  persons: number;
  /** Of them those who still have to. */
  open: number;
}

/** A course that takes nobody any more and that nobody has to finish: shown where it is asked for by name. */
function isHistory({ subjects }: Columns, { subject, open }: Busy, day: string): boolean {
  const closedOn = subjects[subject]?.closedOn ?? null;
  return closedOn !== null && closedOn <= day && open === 0;
}

/** Subjects with how many persons of the view stand in them on its day, most first. */
function busiest(columns: Columns, view: View): Busy[] {
  const { facts } = columns;
  const persons = new Int32Array(columns.subjects.length);
  const open = new Int32Array(columns.subjects.length);
  for (let officer = 0; officer < columns.officers.length; officer++) {
    if (view.audience && view.audience[officer] !== 1) continue;
    const unit = unitOn(columns, officer, view.day);
    if (unit < 0 || (view.rowOf[unit] ?? -1) < 0) continue;
    const { cells } = facts;
    for (let at = facts.from(officer), end = facts.to(officer); at < end;) {
      const next = endOfSubject(cells, at, end);
      const subject = cells[at + FACT.subject] ?? 0;
      const state = standing(cells, at, next, view.day);
      if (state >= 0) persons[subject] = (persons[subject] ?? 0) + 1;
      if (state === DUE || state === OVERDUE) open[subject] = (open[subject] ?? 0) + 1;
      at = next;
    }
  }
  return [...persons]
    .map((number, subject) => ({ subject, persons: number, open: open[subject] ?? 0 }))
    .filter((busy) => busy.persons > 0)
    .sort(
      (a, b) =>
        b.persons - a.persons || (codeOf(columns, a.subject) < codeOf(columns, b.subject) ? -1 : 1),
    );
}
