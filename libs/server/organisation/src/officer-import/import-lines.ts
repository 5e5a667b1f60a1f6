/** The room where the lines of an import are kept: many at a time, in one statement. */
import type { Tx } from '@tap-huan/server/platform';
import type { Judgement } from './judge';
import type { Source } from './known.reader';
import type { ListRow } from './list-file';

/** Lines in one statement. */
export const CHUNK = 1_000;

export function* chunksOf<T>(items: readonly T[], size = CHUNK): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

/** Keeps lines as they stand in the file. */
export const keepRows = (tx: Tx, importId: string, rows: readonly ListRow[]): Promise<unknown[]> =>
  tx.rows(
    `insert into organisation.officer_import_row (import_id, row, cells)
     select $1, j.number, array(select jsonb_array_elements_text(j.cells))
     from jsonb_to_recordset($2::jsonb) as j (number int, cells jsonb)
     on conflict do nothing`,
    [importId, JSON.stringify(rows)],
  );

/** The lines of the file, without those who are missing from it. */
export const keptRows = (source: Source, importId: string): Promise<ListRow[]> =>
  source.rows<ListRow>(
    `select row as number, cells from organisation.officer_import_row
     where import_id = $1 and cells <> '{}' order by row`,
    [importId],
  );

/** Keeps what becomes of lines; those who leave have no line of the file. */
export const keepJudgements = (
  tx: Tx,
  importId: string,
  judged: readonly Judgement[],
): Promise<unknown[]> =>
  tx.rows(
    `insert into organisation.officer_import_row as r
       (import_id, row, cells, action, officer_id, problems, target, changes)
     select $1, j.row, '{}', j.action, j."officerId", j.problems, nullif(j.target, 'null'), j.changes
     from jsonb_to_recordset($2::jsonb) as j
       (row int, action text, "officerId" uuid, problems jsonb, target jsonb, changes jsonb)
     on conflict (import_id, row) do update
       set action = excluded.action, officer_id = excluded.officer_id,
           problems = excluded.problems, target = excluded.target, changes = excluded.changes`,
    [importId, JSON.stringify(judged)],
  );

/** What was said of the lines when they were looked at. */
export const keptJudgements = (source: Source, importId: string): Promise<Judgement[]> =>
  source.rows<Judgement>(
    `select row, action, officer_id as "officerId", problems, target, changes
     from organisation.officer_import_row where import_id = $1 order by row`,
    [importId],
  );

/** Those who were said to leave by an earlier check. */
export const forgetLeavers = (tx: Tx, importId: string): Promise<unknown[]> =>
  tx.rows(`delete from organisation.officer_import_row where import_id = $1 and cells = '{}'`, [
    importId,
  ]);
