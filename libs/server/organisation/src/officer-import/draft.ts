/** The room where one line of a staff list is read by itself: what it says, and what in it is wrong. */
import type {
  ImportField,
  ImportKind,
  ImportProblem,
  ImportProblemCode,
  StaffCategory,
} from '@tap-huan/contract';
import { fold } from '@tap-huan/rules';
import type { ListRow } from './list-file';
import {
  type Reading,
  readBirthDate,
  readCategory,
  readEmail,
  readPastDay,
  readPhone,
} from './read-value';

/** What a line says. Absent: nothing is said; null: said to be nothing, which only a synchronising list may say. */
export interface Draft {
  row: number;
  problems: ImportProblem[];
  /** Empty where it is missing. */
  staffCode: string;
  fullName: string | null;
  birthDate: string | null;
  unit: string | null;
  jobPosition: string | null;
  rank: string | null | undefined;
  leadership: string | null | undefined;
  appointedOn: string | null | undefined;
  staffCategory: StaffCategory | undefined;
  since: string | undefined;
  decisionNo: string | null | undefined;
  email: string | null | undefined;
  phone: string | null | undefined;
}

/** Field by column. */
export type Mapping = readonly (ImportField | null)[];

const LONGEST: Partial<Record<ImportField, number>> = {
  staffCode: 40,
  fullName: 120,
  jobPosition: 120,
  rank: 120,
  leadership: 120,
  decisionNo: 120,
};
/** What people write into a cell that has nothing to say. */
const NOTHING = /^([-–—.]+|khong|khong co|none|n\/a)$/;

/** The texts of a line by field; absent where no column is the field. */
export function textsOf(
  cells: readonly string[],
  mapping: Mapping,
): Partial<Record<ImportField, string>> {
  const texts: Partial<Record<ImportField, string>> = {};
  for (const [column, field] of mapping.entries()) {
    if (field !== null) texts[field] = texts[field] || (cells[column] ?? '');
  }
  if (texts.familyName !== undefined || texts.givenName !== undefined) {
    texts.fullName ||= `${texts.familyName ?? ''} ${texts.givenName ?? ''}`.trim();
  }
  return texts;
}

/** Reads lines of a list. */
export class LineReader {
  constructor(
    private readonly mapping: Mapping,
    private readonly kind: ImportKind,
    private readonly today: string,
  ) {}

  /** Null for a line in which nothing that was mapped is filled in, such as a signature below the list. */
  read({ number, cells }: ListRow): Draft | null {
    const texts = textsOf(cells, this.mapping);
    if (!texts.staffCode && !texts.fullName && !texts.birthDate) return null;
    const problems: ImportProblem[] = [];
    const note = (field: ImportField, code: ImportProblemCode) => {
      problems.push({ code, field, column: this.columnOf(field, cells), text: texts[field] ?? '' });
    };
    const text = (field: ImportField): string => {
      const value = texts[field] ?? '';
      if (value.length > (LONGEST[field] ?? Infinity)) note(field, 'too_long');
      return value;
    };
    const value = <T>(field: ImportField, read: (words: string) => Reading<T>): T | undefined => {
      const words = texts[field] ?? '';
      if (words === '' || NOTHING.test(fold(words))) return undefined;
      const reading = read(words);
      if ('value' in reading) return reading.value;
      note(field, reading.problem);
      return undefined;
    };
    const optional = (field: ImportField, read: (words: string) => Reading<string>) =>
      value(field, read) ?? this.nothing(texts[field]);
    const words = (field: ImportField) => optional(field, () => ({ value: text(field) }));
    const pastDay = (day: string) => readPastDay(day, this.today);
    const staffCode = text('staffCode');
    if (staffCode === '') note('staffCode', 'missing');
    return {
      row: number,
      problems,
      staffCode,
      fullName: text('fullName') || null,
      birthDate: value('birthDate', (day) => readBirthDate(day, this.today)) ?? null,
      unit: texts.unit || null,
      jobPosition: text('jobPosition') || null,
      rank: words('rank'),
      leadership: words('leadership'),
      appointedOn: optional('appointedOn', pastDay),
      staffCategory: value('staffCategory', readCategory),
      since: value('since', pastDay),
      decisionNo: words('decisionNo') ?? undefined,
      email: optional('email', readEmail),
      phone: optional('phone', readPhone),
    };
  }

  /** The column that fills a field, or would. */
  columnOf(field: ImportField, cells: readonly string[] = []): number | null {
    const columns = [...this.mapping.keys()].filter((column) => this.mapping[column] === field);
    const isName = field === 'fullName' && columns.length === 0;
    if (isName)
      return this.mapping.includes('givenName') ? this.mapping.indexOf('givenName') : null;
    return columns.find((column) => cells[column]) ?? columns[0] ?? null;
  }

  /** An empty cell takes away only where the list is said to be the whole truth. */
  private nothing(words: string | undefined): null | undefined {
    return words !== undefined && this.kind === 'synchronise' ? null : undefined;
  }
}
