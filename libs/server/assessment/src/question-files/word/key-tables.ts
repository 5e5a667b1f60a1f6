/** The room of tables of keys: numbers above their letters, beside them, or both in one cell. */
import { lettersOf } from '../letters';
import type { Line } from './marks';
import { keyPairs, type KeyPair } from './word-lines';

/** The words in the head of such a table. */
const HEAD =
  /^(?:câu(?:\s*(?:hỏi|số))?|stt|số|đáp\s*án(?:\s*đúng)?|đ\/?a|chọn|question|answer|key|no\.?)$/iu;

type Grid = Map<number, Map<number, string>>;

/** Pairs of each table that is nothing but a table of keys, by the number of the table. */
export function keyTables(lines: readonly Line[]): ReadonlyMap<number, KeyPair[]> {
  const grids = new Map<number, Grid>();
  for (const { text, cell } of lines) {
    if (!cell || text.trim() === '') continue;
    const grid = grids.get(cell.table) ?? new Map<number, Map<number, string>>();
    const row = grid.get(cell.row) ?? new Map<number, string>();
    row.set(cell.column, [row.get(cell.column), text.trim()].filter(Boolean).join(' '));
    grids.set(cell.table, grid.set(cell.row, row));
  }
  const found = new Map<number, KeyPair[]>();
  for (const [table, grid] of grids) {
    const pairs = pairsOf(grid);
    if (pairs.length > 0) found.set(table, pairs);
  }
  return found;
}

const numberOf = (text: string | undefined): number | null => {
  const match = /^(?:câu\s*)?(\d{1,4})\s*[.:)]?$/iu.exec(text ?? '');
  return match ? Number(match[1]) : null;
};
const pairOf = (number: number | null, letters: string | undefined): KeyPair[] => {
  const key = lettersOf(letters ?? '').join('');
  return number === null || key === '' ? [] : [{ number, letters: key }];
};

/** Every cell must be spoken for: a table with other words is a table of something else. */
function pairsOf(grid: Grid): KeyPair[] {
  const cells = [...grid].flatMap(([row, columns]) =>
    [...columns].map(([column, text]) => ({ row, column, text })),
  );
  const words = cells.filter(({ text }) => !HEAD.test(text));
  const readings = [
    words.flatMap(({ text }) => keyPairs(text)),
    words.flatMap(({ row, column, text }) =>
      pairOf(numberOf(text), grid.get(row + 1)?.get(column)),
    ),
    words.flatMap(({ row, column, text }) =>
      pairOf(numberOf(text), grid.get(row)?.get(column + 1)),
    ),
  ];
  const [inside = [], above = [], beside = []] = readings;
  if (inside.length >= words.length && inside.length > 0) return inside;
  return (
    [above, beside].find((pairs) => pairs.length > 0 && pairs.length * 2 >= words.length) ?? []
  );
}
