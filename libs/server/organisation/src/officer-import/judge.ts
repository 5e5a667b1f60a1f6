/** The room where a line meets what is known: whether somebody joins, changes, comes back, or the line is wrong; pure. */
import {
  IMPORT_WARNINGS,
  type ImportAction,
  type ImportField,
  type ImportKind,
  type ImportProblem,
  type ImportProblemCode,
} from '@tap-huan/contract';
import { fold, formatDay } from '@tap-huan/rules';
import { type Post, postAfter, postDifference } from '../officer/post';
import { changesBetween, type FieldChange } from './changes';
import type { Draft } from './draft';
import type { KnownUnit, UnitNames } from './unit-names';

export interface Person {
  staffCode: string;
  fullName: string;
  birthDate: string;
  email: string | null;
  phone: string | null;
}

/** Somebody who is in the books, in the post that is or was the last. */
export interface KnownOfficer {
  id: string;
  accountId: string | null;
  inScope: boolean;
  person: Person;
  post: Post;
  unitName: string;
  unitCode: string;
  validFrom: string;
  /** Null for those who are here. */
  validTo: string | null;
}

/** What will be, as the command takes it. */
export interface Target {
  person: Person;
  /** The account that bears another name now. */
  renamed: string | null;
  post: Post;
  unitName: string;
  /** What becomes of the position: begun, followed by another, corrected in place, ended, or left as it is. */
  move: 'begin' | 'follow' | 'correct' | 'end' | 'none';
  /** First day of the new position, or first day after the last. */
  day: string;
}

export interface Judgement {
  row: number;
  action: ImportAction | 'ignored';
  officerId: string | null;
  problems: ImportProblem[];
  target: Target | null;
  changes: FieldChange[];
}

export interface Known {
  units: UnitNames;
  /** By staff code in small letters. */
  officers: ReadonlyMap<string, KnownOfficer>;
  /** Staff code of somebody of the same name and birth, by `sameKey`. */
  persons: ReadonlyMap<string, string>;
}

export interface Terms {
  kind: ImportKind;
  /** Day from which new positions count. */
  effectiveOn: string;
  /** Where somebody belongs whose line names no unit. */
  unitId: string;
}

const WARNINGS: ReadonlySet<ImportProblemCode> = new Set(IMPORT_WARNINGS);
export const codeKey = (staffCode: string): string => staffCode.toLowerCase();
export const sameKey = (fullName: string, birthDate: string): string =>
  `${fold(fullName)}|${birthDate}`;

/** Judges the lines of one list. */
export class Judge {
  constructor(
    private readonly known: Known,
    private readonly terms: Terms,
    private readonly columnOf: (field: ImportField) => number | null,
    /** Rows by staff code: a code that stands in two lines is wrong in both. */
    private readonly rowsOfCode: ReadonlyMap<string, readonly number[]>,
  ) {}

  judge(draft: Draft): Judgement {
    const problems = [...draft.problems];
    const note = (field: ImportField, code: ImportProblemCode, text: string) => {
      problems.push({ code, field, column: this.columnOf(field), text });
    };
    const officer = this.known.officers.get(codeKey(draft.staffCode));
    this.lookAtCode(draft, officer, note);
    const before = officer?.inScope ? officer : undefined;
    const unit = this.unitOf(draft, before, note);
    const person = this.personOf(draft, before, note);
    const target = unit && person && this.targetOf(draft, { before, unit, person }, note);
    const isWrong = problems.some(({ code }) => !WARNINGS.has(code));
    if (isWrong || !target) {
      const officerId = before?.id ?? null;
      return { row: draft.row, action: 'wrong', officerId, problems, target: null, changes: [] };
    }
    const changes = before ? changesBetween(before, target) : [];
    const isSame = before?.validTo === null && changes.length === 0;
    const action = !before
      ? 'join'
      : before.validTo !== null
        ? 'return'
        : isSame
          ? 'same'
          : 'change';
    return { row: draft.row, action, officerId: before?.id ?? null, problems, target, changes };
  }

  private lookAtCode(draft: Draft, officer: KnownOfficer | undefined, note: Note): void {
    if (draft.staffCode === '') return;
    const others = (this.rowsOfCode.get(codeKey(draft.staffCode)) ?? []).filter(
      (row) => row !== draft.row,
    );
    if (others.length > 0) note('staffCode', 'code_repeated', others.slice(0, 5).join(', '));
    if (officer && !officer.inScope) note('staffCode', 'code_elsewhere', draft.staffCode);
  }

  private unitOf(
    draft: Draft,
    before: KnownOfficer | undefined,
    note: Note,
  ): KnownUnit | undefined {
    if (draft.unit === null) {
      const isHere = before && before.validTo === null;
      return this.known.units.named(isHere ? before.post.unitId : this.terms.unitId);
    }
    const finding = this.known.units.find(draft.unit);
    if ('unit' in finding) return finding.unit;
    note('unit', finding.problem, finding.text);
    return undefined;
  }

  private personOf(draft: Draft, before: KnownOfficer | undefined, note: Note): Person | undefined {
    const fullName = draft.fullName ?? before?.person.fullName;
    const birthDate = draft.birthDate ?? before?.person.birthDate;
    const isTold = draft.problems.some(({ field }) => field === 'birthDate');
    if (!fullName || fullName.length < 2) note('fullName', 'missing', fullName ?? '');
    if (!birthDate && !isTold) note('birthDate', 'missing', '');
    if (!fullName || !birthDate) return undefined;
    if (!before) {
      const other = this.known.persons.get(sameKey(fullName, birthDate));
      if (other) note('fullName', 'same_person', other);
    } else if (lastWord(fullName) !== lastWord(before.person.fullName)) {
      note('fullName', 'name_differs', before.person.fullName);
    }
    return {
      staffCode: before?.person.staffCode ?? draft.staffCode,
      fullName,
      birthDate,
      email: draft.email === undefined ? (before?.person.email ?? null) : draft.email,
      phone: draft.phone === undefined ? (before?.person.phone ?? null) : draft.phone,
    };
  }

  private targetOf(
    draft: Draft,
    { before, unit, person }: { before: KnownOfficer | undefined; unit: KnownUnit; person: Person },
    note: Note,
  ): Target | undefined {
    const day = draft.since ?? this.terms.effectiveOn;
    const jobPosition = draft.jobPosition ?? before?.post.jobPosition;
    if (!jobPosition) note('jobPosition', 'missing', '');
    if (!jobPosition) return undefined;
    const wish = { ...draft, unitId: unit.id, jobPosition };
    const post = postAfter(before?.post ?? null, wish, day);
    if (draft.appointedOn && post.leadership === null) {
      note('appointedOn', 'appointed_without_post', formatDay(draft.appointedOn));
    }
    const move = moveOf(before, post, day);
    if (move === null) note('since', 'before_position', formatDay(lastDayOf(before)));
    const renamed = before && before.person.fullName !== person.fullName ? before.accountId : null;
    return { person, renamed, post, unitName: unit.name, move: move ?? 'none', day };
  }
}

type Note = (field: ImportField, code: ImportProblemCode, text: string) => void;

const lastWord = (name: string): string => fold(name).split(' ').at(-1) ?? '';
const lastDayOf = (before: KnownOfficer | undefined): string =>
  before?.validTo ?? before?.validFrom ?? '';

/** Null where the day lies before what is known already. */
function moveOf(before: KnownOfficer | undefined, post: Post, day: string): Target['move'] | null {
  if (!before) return 'begin';
  if (before.validTo !== null) return before.validTo > day ? null : 'begin';
  const difference = postDifference(before.post, post);
  if (difference === 'none') return 'none';
  if (difference === 'supplement' || before.validFrom === day) return 'correct';
  return before.validFrom > day ? null : 'follow';
}
