/** The room of the count: what pages were told is saved, held against what the database has. */

/**
 * Acknowledged answers that the database does not have: no row, an older one, or another response under the same number.
 * @param {import('pg').Client} database
 * @param {readonly import('./page.mjs').Page[]} pages
 */
export async function compare(database, pages) {
  const { rows } = await database.query(
    `select attempt_id, slot, seq::int as seq, response, late from assessment.answer where attempt_id = any($1::uuid[])`,
    [pages.map(({ attemptId }) => attemptId)],
  );
  const stored = new Map(rows.map((row) => [`${row.attempt_id} ${row.slot}`, row]));
  let acknowledged = 0;
  const missing = [];
  for (const page of pages) {
    for (const [slot, { seq, response }] of page.acknowledged) {
      acknowledged += 1;
      const row = stored.get(`${page.attemptId} ${slot}`);
      const isThere = row && (row.seq > seq || (row.seq === seq && same(row.response, response)));
      if (!isThere)
        missing.push({ attemptId: page.attemptId, slot, seq, stored: row?.seq ?? null });
    }
  }
  return {
    acknowledged,
    stored: rows.length,
    missing,
    late: rows.filter(({ late }) => late).length,
  };
}

/** Plain JSON, whatever the order of the keys. */
const same = (one, other) => written(one) === written(other);
const written = (value) =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Checks by name, counted. */
export class Checks {
  passed = 0;
  failed = 0;

  that(name, isSo, detail = '') {
    if (isSo) this.passed += 1;
    else this.failed += 1;
    console.log(
      `   ${isSo ? 'ok  ' : 'FAIL'} ${name}${isSo || detail === '' ? '' : `: ${detail}`}`,
    );
  }
}
