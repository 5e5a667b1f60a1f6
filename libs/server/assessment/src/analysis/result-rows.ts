/** The room where results leave the database: a few thousand rows at a time, arrays as text that is quick to read. */
import type { AnalysisFilter } from '@tap-huan/contract';
import { SYSTEM, type Tx, type Writer } from '@tap-huan/server/platform';
import { chosenAttempts, filterValues } from './analysis-view';

/** Arrays are in the order of the paper. */
export interface ResultRow {
  phase: 'submitted' | 'marked';
  versionId: string;
  unitId: string | null;
  jobPosition: string | null;
  /** Hundredths of a point; null while it waits for a marker. */
  points: number | null;
  maximum: number | null;
  passed: boolean | null;
  /** `{a,b}` as PostgreSQL writes arrays; keys, versions and outcomes hold no comma, quote or brace. */
  keys: string;
  worth: string;
  awarded: string;
  outcomes: string;
  seconds: string;
  versions: string;
  /** Null where every slot was marked by the key of its own version. */
  markedBy: string | null;
  /** JSON. */
  labels: string;
}

const BATCH = 2_000;

/** Keys are the authors' ids and are joined by a sign that no id holds. */
const rowsOf = (filter: AnalysisFilter): string => `
  with chosen as materialized (${chosenAttempts(filter)})
  select c.phase, r.quiz_version_id as "versionId", r.unit_id as "unitId", r.job_position as "jobPosition", c.points,
    c.maximum, c.passed, array_to_string(r.slot_keys, chr(1)) as keys, r.points::text as worth,
    r.awarded::text as awarded, array_to_string(r.outcomes, ',') as outcomes, r.seconds::text as seconds,
    array_to_string(r.version_ids, ',') as versions,
    case when r.marked_by_version_ids <> r.version_ids then array_to_string(r.marked_by_version_ids, ',') end as "markedBy",
    array_to_json(r.labels)::text as labels
  from chosen c join assessment.result r on r.attempt_id = c.attempt_id`;

/**
 * Hands every result of a view to `take`, in no order.
 * @returns the snapshot that was read, as text of a `pg_snapshot`: see {@link unseen}
 */
export function readResults(
  writer: Writer,
  quizId: string,
  filter: AnalysisFilter,
  take: (row: ResultRow) => void,
): Promise<string> {
  return writer.write(SYSTEM, async (tx) => {
    const snapshot = await snapshotOf(tx);
    await tx.rows(
      `declare results no scroll cursor for ${rowsOf(filter)}`,
      filterValues(quizId, filter),
    );
    for (;;) {
      const rows = await tx.rows<ResultRow>(`fetch ${BATCH} from results`);
      rows.forEach(take);
      if (rows.length < BATCH) return snapshot;
    }
  });
}

/** All statements of the transaction see the same: what the snapshot sees, and nothing else. */
async function snapshotOf(tx: Tx): Promise<string> {
  await tx.rows('set transaction isolation level repeatable read');
  const [row] = await tx.rows<{ snapshot: string }>(
    'select pg_current_snapshot()::text as snapshot',
  );
  return row?.snapshot ?? '';
}
