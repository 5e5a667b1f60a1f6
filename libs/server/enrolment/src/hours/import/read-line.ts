/** The room where a line of an imported list becomes a training, or a list of what is wrong in it. */
import type { HoursImportField, HoursImportProblem } from '@tap-huan/contract';
import { readHours, sameName } from '@tap-huan/rules';
import type { Training } from '../new-entries';
import { GROUP_OF, letterOf, lookUp, NEEDED, type Places, SOURCE_OF } from './hours-columns';

/** An officer of the scope whom a line may mean. */
export interface KnownOfficer {
  id: string;
  fullName: string;
}

/** A line as it was read; `training` is null where anything is wrong. */
export interface ImportLine {
  row: number;
  values: Partial<Record<HoursImportField, string>>;
  officerId: string | null;
  training: Training | null;
  problems: HoursImportProblem[];
}

export interface ListFacts {
  places: Places;
  /** By staff code, small letters. */
  officers: ReadonlyMap<string, KnownOfficer>;
  todayIs: string;
}

/** `YYYY-MM-DD` of a written day; null where there is none such. */
export function dayOf(written: string): string | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written);
  const [, day, month, year] = match ?? [];
  const iso = match
    ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
    : /^\d{4}-\d{2}-\d{2}$/.test(written)
      ? written
      : '';
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}

const LONGEST: Partial<Record<HoursImportField, number>> = {
  title: 300,
  organiser: 200,
  documentNo: 100,
  note: 500,
};
const SHORTEST: Partial<Record<HoursImportField, number>> = { title: 3, organiser: 2 };

/** Reads one line; every mistake is told, not only the first. */
export function readLine(row: number, cells: readonly string[], facts: ListFacts): ImportLine {
  const { places, officers, todayIs } = facts;
  const problems: HoursImportProblem[] = [];
  const at = (field: HoursImportField): string => cells[places[field] ?? -1] ?? '';
  const wrong = (field: HoursImportField, code: HoursImportProblem['code']): null => {
    const place = places[field];
    const column = place === undefined ? '' : letterOf(place);
    problems.push({ row, column, field, code, text: at(field) });
    return null;
  };
  for (const field of NEEDED) if (at(field) === '') wrong(field, 'missing');
  const officer = officers.get(at('staffCode').toLowerCase()) ?? null;
  if (!officer && at('staffCode') !== '') wrong('staffCode', 'officer_unknown');
  if (officer && at('fullName') !== '' && !sameName(officer.fullName, at('fullName'))) {
    wrong('fullName', 'name_differs');
  }
  const read = <T>(
    field: HoursImportField,
    value: T | null | undefined,
    code: HoursImportProblem['code'],
  ) => value ?? (at(field) === '' ? null : wrong(field, code));
  const day = read('day', dayOf(at('day')), 'bad_date');
  if (day !== null && day > todayIs) wrong('day', 'future_date');
  const startedOn = read('startedOn', dayOf(at('startedOn')), 'bad_date');
  if (startedOn !== null && day !== null && startedOn > day) wrong('startedOn', 'dates_reversed');
  const hours = read('hours', readHours(at('hours')), 'bad_hours');
  if (hours !== null && hours > 100_000) wrong('hours', 'bad_hours');
  const source =
    read('source', SOURCE_OF.get(lookUp(at('source'))), 'unknown_source') ?? 'external';
  const contentGroup =
    read('contentGroup', GROUP_OF.get(lookUp(at('contentGroup'))), 'unknown_group') ??
    'job_position';
  for (const [field, most] of Object.entries(LONGEST) as [HoursImportField, number][]) {
    if (at(field).length > most) wrong(field, 'too_long');
    if (at(field) !== '' && at(field).length < (SHORTEST[field] ?? 0)) wrong(field, 'missing');
  }
  const training =
    day === null || hours === null
      ? null
      : {
          ...{ source, contentGroup, startedOn, day, hours },
          title: at('title'),
          organiser: at('organiser'),
          documentNo: at('documentNo'),
          leaderProgramme: isYes(at('leaderProgramme')),
          note: at('note'),
          evidenceIds: [],
        };
  const values = Object.fromEntries(
    Object.keys(places).map((key) => [key, at(key as HoursImportField)]),
  );
  const good = problems.length === 0;
  return {
    row,
    values,
    officerId: officer?.id ?? null,
    training: good ? training : null,
    problems,
  };
}

const isYes = (written: string): boolean =>
  ['co', 'x', 'yes', '1', 'dung'].includes(lookUp(written));
