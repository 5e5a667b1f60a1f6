/** The room where judged lines become officers and positions: many in one statement, all inside one write. */
import { randomUUID } from 'node:crypto';
import type { Accounts } from '@tap-huan/server/identity';
import { nameOrder, searchText } from '@tap-huan/server/identity';
import type { Tx } from '@tap-huan/server/platform';
import { chunksOf } from './import-lines';
import type { Judgement, Target } from './judge';

/** A judged line with its officer, a new one with an id that was just drawn. */
interface Step {
  officerId: string;
  isNew: boolean;
  row: number;
  action: Judgement['action'];
  changes: Judgement['changes'];
  target: Target;
  positionId: string;
}

const PERSON = `
  ("officerId" uuid, "staffCode" text, "fullName" text, "sortKey" text, "searchText" text,
   "birthDate" text, email text, phone text)`;

const INSERT_OFFICERS = `
  insert into organisation.officer
    (id, staff_code, full_name, sort_key, search_text, birth_date, email, phone)
  select "officerId", "staffCode", "fullName", "sortKey", "searchText", "birthDate", email, phone
  from jsonb_to_recordset($1::jsonb) as j ${PERSON}`;

const UPDATE_OFFICERS = `
  update organisation.officer o
  set full_name = j."fullName", sort_key = j."sortKey", search_text = j."searchText",
      birth_date = j."birthDate", email = j.email, phone = j.phone
  from jsonb_to_recordset($1::jsonb) as j ${PERSON} where o.id = j."officerId"`;

const POSITION = `
  ("positionId" uuid, "officerId" uuid, day date, "unitId" uuid, "jobPosition" text, rank text,
   leadership text, "appointedOn" date, "staffCategory" text, "decisionNo" text, reason text)`;

const END_POSITIONS = `
  update organisation.position p
  set valid_to = j.day, end_reason = coalesce(j.reason, p.end_reason)
  from jsonb_to_recordset($1::jsonb) as j ${POSITION}
  where p.officer_id = j."officerId" and p.valid_to is null`;

const BEGIN_POSITIONS = `
  insert into organisation.position
    (id, officer_id, unit_id, job_position, rank, leadership, appointed_on, staff_category,
     decision_no, valid_from)
  select "positionId", "officerId", "unitId", "jobPosition", rank, leadership, "appointedOn",
         "staffCategory", "decisionNo", day
  from jsonb_to_recordset($1::jsonb) as j ${POSITION}`;

const CORRECT_POSITIONS = `
  update organisation.position p
  set unit_id = j."unitId", job_position = j."jobPosition", rank = j.rank,
      leadership = j.leadership, appointed_on = j."appointedOn",
      staff_category = j."staffCategory", decision_no = coalesce(j."decisionNo", p.decision_no)
  from jsonb_to_recordset($1::jsonb) as j ${POSITION}
  where p.officer_id = j."officerId" and p.valid_to is null`;

/** Keeps the officers of a list as they are until the transaction ends, in one order for all. */
export const holdOfficers = (tx: Tx, officerIds: readonly string[]): Promise<unknown[]> =>
  tx.rows(
    `select 1 from organisation.officer where id = any ($1::uuid[]) order by id for no key update`,
    [officerIds],
  );

export interface Applying {
  accounts: Accounts;
  importId: string;
  /** Why those who are missing from the list have left. */
  reason: string;
  /** Told how many lines are done. */
  onProgress: (done: number) => Promise<void>;
}

/** Carries out what was judged; wrong lines and those that change nothing are passed over. */
export async function applyJudged(
  tx: Tx,
  judged: readonly Judgement[],
  { accounts, importId, reason, onProgress }: Applying,
): Promise<void> {
  const steps = judged.flatMap(stepsOf);
  let done = judged.length - steps.length;
  for (const chunk of chunksOf(steps)) {
    await saveOfficers(tx, chunk, accounts);
    await savePositions(tx, chunk, reason);
    await keepOfficers(tx, importId, chunk);
    await audit(tx, importId, chunk);
    done += chunk.length;
    await onProgress(done);
  }
}

function stepsOf({ row, action, officerId, target, changes }: Judgement): Step[] {
  if (target === null || action === 'same' || action === 'wrong' || action === 'ignored') return [];
  const step = { row, action, target, changes, isNew: officerId === null };
  return [{ ...step, officerId: officerId ?? randomUUID(), positionId: randomUUID() }];
}

async function saveOfficers(tx: Tx, steps: readonly Step[], accounts: Accounts): Promise<void> {
  const fresh = steps.filter(({ isNew }) => isNew);
  const known = steps.filter(({ isNew, action }) => !isNew && action !== 'leave');
  if (fresh.length > 0) await tx.rows(INSERT_OFFICERS, [JSON.stringify(fresh.map(personOf))]);
  if (known.length > 0) await tx.rows(UPDATE_OFFICERS, [JSON.stringify(known.map(personOf))]);
  for (const { target } of known) {
    if (target.renamed) await accounts.rename(tx, target.renamed, target.person.fullName);
  }
}

async function savePositions(tx: Tx, steps: readonly Step[], reason: string): Promise<void> {
  const moved = (...moves: Target['move'][]) =>
    steps
      .filter(({ target }) => moves.includes(target.move))
      .map((step) => positionOf(step, step.target.move === 'end' ? reason : null));
  const run = async (text: string, rows: object[]) => {
    if (rows.length > 0) await tx.rows(text, [JSON.stringify(rows)]);
  };
  await run(END_POSITIONS, moved('follow', 'end'));
  await run(CORRECT_POSITIONS, moved('correct'));
  await run(BEGIN_POSITIONS, moved('begin', 'follow'));
  const left = steps.filter(({ action }) => action === 'leave').map(({ officerId }) => officerId);
  // What was to become of them later will not.
  await tx.rows(`delete from organisation.planned_change where officer_id = any ($1::uuid[])`, [
    left,
  ]);
}

/** Lines of people who have just joined know them from now on. */
const keepOfficers = (tx: Tx, importId: string, steps: readonly Step[]): Promise<unknown[]> =>
  tx.rows(
    `update organisation.officer_import_row r set officer_id = j."officerId"
     from jsonb_to_recordset($2::jsonb) as j (row int, "officerId" uuid)
     where r.import_id = $1 and r.row = j.row`,
    [
      importId,
      JSON.stringify(
        steps.filter(({ isNew }) => isNew).map(({ row, officerId }) => ({ row, officerId })),
      ),
    ],
  );

const ACTIONS = {
  join: 'officer_created',
  return: 'officer_returned',
  change: 'officer_updated',
  leave: 'officer_left',
} as const;

async function audit(tx: Tx, importId: string, steps: readonly Step[]): Promise<void> {
  for (const [action, name] of Object.entries(ACTIONS)) {
    const lines = steps.filter((step) => step.action === action);
    if (lines.length === 0) continue;
    await tx.auditAll(
      name,
      'officer',
      lines.map(({ officerId, changes, target }) => ({
        id: officerId,
        detail: { importId, on: target.day, unitId: target.post.unitId, changes },
      })),
    );
  }
}

const personOf = ({ officerId, target: { person } }: Step) => ({
  officerId,
  ...person,
  sortKey: nameOrder(person.fullName),
  searchText: searchText(person.fullName, person.staffCode),
});

const positionOf = ({ officerId, positionId, target }: Step, reason: string | null) => ({
  ...{ officerId, positionId, day: target.day, reason },
  ...target.post,
});
