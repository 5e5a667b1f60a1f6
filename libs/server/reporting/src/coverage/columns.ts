/** The room of what coverage is counted from: officers, where they served, what they had to take; numbers instead of ids. */
import type { CoverageSubject, CoverageUnit } from '@tap-huan/contract';
import { NEVER, Pool } from './pool';

/** Cells of a row of `careers`: first day, first day no more, unit. */
export const CAREER = { from: 0, to: 1, unit: 2, width: 3 } as const;
/**
 * Cells of a row of `facts`, sorted by subject: from which day it counts, last day, day of completion, first day on which it
 * counts no more, and whether it excuses instead of asking.
 */
export const FACT = {
  subject: 0,
  from: 1,
  due: 2,
  done: 3,
  ended: 4,
  exempt: 5,
  width: 6,
} as const;

const DAY = 86_400_000;
/** Days since 1970. */
export const dayNumber = (day: string): number => Math.round(Date.parse(day) / DAY);
export const dayText = (day: number): string | null =>
  day >= NEVER ? null : new Date(day * DAY).toISOString().slice(0, 10);

/** What one officer is known by. */
export interface OfficerFacts {
  id: string;
  sortKey: string;
  search: string;
  /** Rows of `careers` with the ids of units. */
  career: { unitId: string; from: number; to: number }[];
}

/** A unit's state from one day to another. */
export interface UnitVersion {
  unit: number;
  from: number;
  to: number;
  name: string;
  kind: CoverageUnit['kind'];
  parent: number;
}

export interface TreeFacts {
  units: { id: string; parentId: string | null; successorId: string | null; open: boolean }[];
  versions: {
    unitId: string;
    from: number;
    to: number;
    name: string;
    kind: CoverageUnit['kind'];
    parentId: string | null;
  }[];
  subjects: Subject[];
}

/** What is covered. */
export interface Subject extends CoverageSubject {
  /** Day on which a course was closed to new learners. */
  closedOn: string | null;
}

const byName = new Intl.Collator('vi');

export class Columns {
  /** Grows with every change; whoever has put something aside sees by it that it is old. */
  version = 0;
  readonly officers: string[] = [];
  readonly searches: string[] = [];
  /** Officers in the order of their names. */
  readonly order: number[] = [];
  readonly careers = new Pool(CAREER.width);
  readonly facts = new Pool(FACT.width);
  readonly units: string[] = [];
  /** By unit, of today: the unit above, or -1. */
  above: number[] = [];
  /** By unit: the one that stands for it today, or -1. */
  home: number[] = [];
  /** In the order of their names. */
  versions: UnitVersion[] = [];
  readonly subjects: Subject[] = [];

  private readonly sortKeys: string[] = [];
  private readonly officerNumbers = new Map<string, number>();
  private readonly unitNumbers = new Map<string, number>();
  private readonly subjectNumbers = new Map<string, number>();

  numberOfOfficer = (id: string): number | undefined => this.officerNumbers.get(id);
  numberOfSubject = (id: string): number | undefined => this.subjectNumbers.get(id);
  numberOfUnit = (id: string): number | undefined => this.unitNumbers.get(id);

  /** Puts the tree and the subjects; those known keep their numbers. */
  putTree({ units, versions, subjects }: TreeFacts): void {
    this.version++;
    for (const { id } of units) this.unitNumber(id);
    this.above = this.units.map(() => -1);
    this.home = this.units.map(() => -1);
    for (const { id, parentId, successorId, open } of units) {
      const unit = this.unitNumber(id);
      this.above[unit] = this.unitOrNone(parentId);
      this.home[unit] = open ? unit : this.unitOrNone(successorId);
    }
    this.versions = versions.map(({ unitId, parentId, ...version }) => ({
      ...version,
      unit: this.unitNumber(unitId),
      parent: this.unitOrNone(parentId),
    }));
    for (const subject of subjects) {
      const known = this.subjectNumbers.get(subject.id);
      if (known === undefined) this.subjectNumbers.set(subject.id, this.subjects.push(subject) - 1);
      else this.subjects[known] = subject;
    }
  }

  /** Puts an officer; `inOrder` where officers come sorted by name anyway. */
  putOfficer({ id, sortKey, search, career }: OfficerFacts, inOrder: boolean): number {
    this.version++;
    let officer = this.officerNumbers.get(id);
    if (officer === undefined) {
      officer = this.officers.push(id) - 1;
      this.officerNumbers.set(id, officer);
      this.sortKeys[officer] = sortKey;
      this.place(officer, inOrder);
    } else if (this.sortKeys[officer] !== sortKey) {
      this.order.splice(this.order.indexOf(officer), 1);
      this.sortKeys[officer] = sortKey;
      this.place(officer, false);
    }
    this.searches[officer] = search;
    const rows = career.flatMap(({ from, to, unitId }) => [from, to, this.unitNumber(unitId)]);
    this.careers.set(officer, rows);
    return officer;
  }

  /** An officer who is no more. */
  removeOfficer(id: string): void {
    const officer = this.officerNumbers.get(id);
    if (officer === undefined) return;
    this.version++;
    this.careers.set(officer, []);
    this.facts.set(officer, []);
  }

  private place(officer: number, inOrder: boolean): void {
    if (inOrder) {
      this.order.push(officer);
      return;
    }
    const key = this.sortKeys[officer] ?? '';
    let [low, high] = [0, this.order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.sortKeys[this.order[middle] ?? 0] ?? '';
      if (byName.compare(other, key) <= 0) low = middle + 1;
      else high = middle;
    }
    this.order.splice(low, 0, officer);
  }

  private unitNumber(id: string): number {
    const known = this.unitNumbers.get(id);
    if (known !== undefined) return known;
    const unit = this.units.push(id) - 1;
    this.unitNumbers.set(id, unit);
    return unit;
  }

  private unitOrNone(id: string | null): number {
    return id === null ? -1 : this.unitNumber(id);
  }
}
