/** The room where all lines of a list are judged together, with those who are missing from it. */
import { today } from '@tap-huan/rules';
import { LineReader, type Draft } from './draft';
import type { ImportOrder } from './import-order';
import { codeKey, Judge, type Judgement, type KnownOfficer } from './judge';
import {
  officersBeside,
  officersByCode,
  personsNamed,
  rootsOf,
  type Source,
  unitNames,
} from './known.reader';
import type { ListRow } from './list-file';

/**
 * What becomes of each line, today, by what the source knows; with a synchronising list also of everybody in the unit
 * whom no line names. A wrong line that bears a staff code still keeps its officer from leaving.
 */
export async function judgedList(
  source: Source,
  order: ImportOrder,
  rows: readonly ListRow[],
  now: Date,
): Promise<Judgement[]> {
  const reader = new LineReader(order.mapping, order.kind, today(now));
  const drafts = rows.map((row) => ({ row, draft: reader.read(row) }));
  const lines = drafts.flatMap(({ draft }) => draft ?? []);
  const codes = lines.flatMap(({ staffCode }) => staffCode || []);
  const roots = await rootsOf(source, order.askedBy);
  const officers = await officersByCode(source, roots, codes);
  const joining = lines.flatMap(({ staffCode, fullName }) =>
    fullName && !officers.has(codeKey(staffCode)) ? fullName : [],
  );
  const known = {
    officers,
    units: await unitNames(source, roots, order.unitId),
    persons: await personsNamed(source, roots, joining),
  };
  const judge = new Judge(known, order, (field) => reader.columnOf(field), rowsOfCodes(lines));
  const judged = drafts.map(({ row, draft }) => (draft ? judge.judge(draft) : ignored(row.number)));
  if (order.kind !== 'synchronise') return judged;
  const gone = await officersBeside(source, order.unitId, codes);
  const end = rows.at(-1)?.number ?? 0;
  return [...judged, ...gone.map((one, index) => leaving(one, end + index + 1, order.effectiveOn))];
}

function rowsOfCodes(lines: readonly Draft[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (const { staffCode, row } of lines) {
    if (staffCode === '') continue;
    const key = codeKey(staffCode);
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  return rows;
}

const ignored = (row: number): Judgement => ({
  ...{ row, action: 'ignored', officerId: null, problems: [], target: null, changes: [] },
});

function leaving(officer: KnownOfficer, row: number, effectiveOn: string): Judgement {
  const { person, post, unitName, validFrom } = officer;
  // Nobody leaves before having come.
  const day = effectiveOn > validFrom ? effectiveOn : dayAfter(validFrom);
  return {
    ...{ row, action: 'leave', officerId: officer.id, problems: [] },
    target: { person, renamed: null, post, unitName, move: 'end', day },
    changes: [{ field: 'unit', from: unitName, to: '' }],
  };
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** A text that two judgements share if and only if they say the same. */
export const sameJudgement = (a: Judgement, b: Judgement): boolean =>
  a.row === b.row &&
  a.action === b.action &&
  a.officerId === b.officerId &&
  canonical(a.target) === canonical(b.target);

/** JSON whose keys are in order: PostgreSQL keeps an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
