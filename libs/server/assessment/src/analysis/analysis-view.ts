/** The room of views: which results are looked at, as a name to store them under and as a predicate in SQL. */
import { type AnalysisFilter, analysisFilter } from '@tap-huan/contract';

/** The view without a filter, which is kept up to date by itself. */
export const EVERYTHING: AnalysisFilter = { attempts: 'first' };

/** A filter without what is not set. */
export const cleaned = (filter: AnalysisFilter): AnalysisFilter =>
  analysisFilter.parse(
    Object.fromEntries(
      Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''),
    ),
  );

/** The name of a view: the same for the same filter; empty for no filter. */
export function viewOf(filter: AnalysisFilter): string {
  const { attempts, ...rest } = cleaned(filter);
  const parts = Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
  if (attempts !== EVERYTHING.attempts) parts.unshift(['attempts', attempts]);
  return new URLSearchParams(parts).toString();
}

/**
 * SQL that is true where the result `r` of quiz $1 passes the filter, without choosing between attempts. Days are those
 * of Việt Nam. $1 quiz · $2 version or null · $3 unit or null · $4 job position or null · $5 and $6 days or null
 */
const FILTERED = `
  r.quiz_id = $1 and r.quiz_version_id is not null
  and ($2::uuid is null or r.quiz_version_id = $2)
  and ($3::uuid is null or r.unit_id in (select * from organisation.units_in(array[$3::uuid])))
  and ($4::text is null or r.job_position = $4)
  and ($5::date is null or r.submitted_at >= $5::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and ($6::date is null or r.submitted_at < ($6::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

/** The parameters of {@link chosenAttempts} and {@link COUNTED}. */
export const filterValues = (quizId: string, filter: AnalysisFilter): unknown[] => [
  quizId,
  filter.versionId ?? null,
  filter.unitId ?? null,
  filter.jobPosition ?? null,
  filter.from ?? null,
  filter.to ?? null,
];

/** Which of an officer's attempts comes first; those that wait for a marker are finished too, but never the best. */
const ORDER = {
  first: 'a.taker_id, r.submitted_at, r.attempt_id',
  best: `a.taker_id, case when a.phase = 'marked' and a.maximum > 0 then a.points::float8 / a.maximum end desc nulls last,
    r.submitted_at, r.attempt_id`,
} as const;

/** SQL of the attempts of a view: id, phase, result. Narrow rows, since they are sorted. */
export function chosenAttempts({ attempts }: AnalysisFilter): string {
  const columns = 'r.attempt_id, a.taker_id, a.phase, a.points, a.maximum, a.passed';
  const from = `from assessment.result r join assessment.attempt a on a.id = r.attempt_id where ${FILTERED}`;
  return attempts === 'all'
    ? `select ${columns} ${from}`
    : `select distinct on (a.taker_id) ${columns} ${from} order by ${ORDER[attempts]}`;
}

/** Results that the filter leaves, counted up to $7. */
export const COUNTED = `
  select count(*) as results from (select 1 from assessment.result r where ${FILTERED} limit $7) counted`;

/**
 * SQL that is true where the result `r` came or changed after this snapshot was taken. The first half is found by index,
 * the second knows of transactions that were under way.
 * @param snapshot SQL for the text of a `pg_snapshot`
 */
export const unseen = (snapshot: string): string =>
  `(r.changed >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
    and not pg_visible_in_snapshot(r.changed, ${snapshot}::pg_snapshot))`;
