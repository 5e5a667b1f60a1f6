/** The room of counting: how everybody stands on a day, by unit and subject, added up over the tree. Pure. */
import { COVERAGE_WIDTH } from '@tap-huan/rules';
import { CAREER, type Columns, FACT } from './columns';

/** Places in `COVERAGE_STATES`; the greater weighs more where a person stands in several. */
export const DONE = 0;
export const DUE = 1;
export const OVERDUE = 2;
export const EXEMPT = 3;
const NOTHING = -1;
/** Of several subjects: overdue, then due, then done, and exempt only where there is nothing else. */
const WEIGHT = [1, 2, 3, 0];

export interface View {
  day: number;
  /** By unit: its row, or -1 where it is not looked at. */
  rowOf: Int32Array;
  /** By subject: its place, counted from 1, or 0 where it is not looked at. */
  placeOf: Int32Array;
  /** By officer: 1 where of the audience; null: everybody. */
  audience: Uint8Array | null;
}

/** The unit in which an officer serves on a day, or -1. */
export function unitOn({ careers }: Columns, officer: number, day: number): number {
  const { cells } = careers;
  for (let at = careers.from(officer), end = careers.to(officer); at < end; at += CAREER.width) {
    if ((cells[at] ?? 0) <= day && day < (cells[at + CAREER.to] ?? 0)) {
      return cells[at + CAREER.unit] ?? -1;
    }
  }
  return -1;
}

/** How one row of facts stands on a day, or -1 where it does not count then. */
export function stateOn(cells: Int32Array, at: number, day: number): number {
  if ((cells[at + FACT.from] ?? 0) > day || (cells[at + FACT.ended] ?? 0) <= day) return NOTHING;
  if (cells[at + FACT.exempt] === 1) return EXEMPT;
  if ((cells[at + FACT.done] ?? 0) <= day) return DONE;
  return (cells[at + FACT.due] ?? 0) < day ? OVERDUE : DUE;
}

/** How an officer stands in one subject: the rows from `at` to before `end`. Excused is who is not done and excused. */
export function standing(cells: Int32Array, at: number, end: number, day: number): number {
  let worst = NOTHING;
  let excused = false;
  for (let row = at; row < end; row += FACT.width) {
    const state = stateOn(cells, row, day);
    if (state === EXEMPT) excused = true;
    else if (state > worst) worst = state;
  }
  return excused && worst !== DONE ? EXEMPT : worst;
}

/** Where the rows of the subject that begin at `at` end. */
export function endOfSubject(cells: Int32Array, at: number, end: number): number {
  const subject = cells[at];
  let row = at + FACT.width;
  while (row < end && cells[row] === subject) row += FACT.width;
  return row;
}

export interface Counted {
  officers: Int32Array;
  complete: Int32Array;
  /** By row, by place, `COVERAGE_WIDTH` numbers each; place 0 is all subjects together. */
  figures: Int32Array;
  /** Officers of that day in a unit that is looked at and has no row. */
  unplaced: number;
}

/** Counts everybody in the very unit; `addUp` makes subtrees of it. @param places subjects that are looked at */
export function count(columns: Columns, view: View, rows: number, places: number): Counted {
  const { facts } = columns;
  const { cells } = facts;
  const stride = (places + 1) * COVERAGE_WIDTH;
  const counted: Counted = {
    officers: new Int32Array(rows),
    complete: new Int32Array(rows),
    figures: new Int32Array(rows * stride),
    unplaced: 0,
  };
  const { figures } = counted;
  for (let officer = 0; officer < columns.officers.length; officer++) {
    if (view.audience && view.audience[officer] !== 1) continue;
    const unit = unitOn(columns, officer, view.day);
    if (unit < 0) continue;
    const row = view.rowOf[unit] ?? HIDDEN;
    if (row < 0) {
      if (row === UNPLACED) counted.unplaced++;
      continue;
    }
    counted.officers[row] = (counted.officers[row] ?? 0) + 1;
    const base = row * stride;
    let whole = 0;
    let overall = NOTHING;
    const end = facts.to(officer);
    for (let at = facts.from(officer); at < end;) {
      const next = endOfSubject(cells, at, end);
      const place = view.placeOf[cells[at] ?? 0] ?? 0;
      const state = place === 0 ? NOTHING : standing(cells, at, next, view.day);
      if (state !== NOTHING) {
        const cell = base + place * COVERAGE_WIDTH;
        tally(figures, cells, { at, next, cell, base, day: view.day, excused: state === EXEMPT });
        add(figures, cell + 4 + state, 1);
        if (state === DONE || state === EXEMPT) whole++;
        if (overall === NOTHING || (WEIGHT[state] ?? 0) > (WEIGHT[overall] ?? 0)) overall = state;
      }
      at = next;
    }
    if (overall !== NOTHING) add(figures, base + 4 + overall, 1);
    if (places > 0 && whole === places) add(counted.complete, row, 1);
  }
  return counted;
}

/** A unit that is not looked at, and one that is and has no row on that day. */
export const HIDDEN = -1;
export const UNPLACED = -2;

const add = (numbers: Int32Array, at: number, more: number): void => {
  numbers[at] = (numbers[at] ?? 0) + more;
};

interface Rows {
  at: number;
  next: number;
  cell: number;
  base: number;
  day: number;
  excused: boolean;
}

/** Enrolments of one officer in one subject, in its cell and in that of all subjects. */
function tally(figures: Int32Array, cells: Int32Array, rows: Rows): void {
  const { at, next, cell, base, day, excused } = rows;
  for (let row = at; row < next; row += FACT.width) {
    const state = stateOn(cells, row, day);
    if (state === NOTHING || state === EXEMPT) continue;
    const counts = excused && state !== DONE ? EXEMPT : state;
    add(figures, cell + counts, 1);
    add(figures, base + counts, 1);
  }
}

/** Adds every row to the one above it. @param parents by row: a row before it, or -1 */
export function addUp(counted: Counted, parents: Int32Array): void {
  const rows = parents.length;
  const stride = rows === 0 ? 0 : counted.figures.length / rows;
  const { figures } = counted;
  for (let row = rows - 1; row >= 0; row--) {
    const parent = parents[row] ?? -1;
    if (parent < 0) continue;
    add(counted.officers, parent, counted.officers[row] ?? 0);
    add(counted.complete, parent, counted.complete[row] ?? 0);
    for (let at = 0; at < stride; at++) {
      add(figures, parent * stride + at, figures[row * stride + at] ?? 0);
    }
  }
}
