/** The room of candidates beyond those of the demo academy: accounts, posts and sessions, written by SQL. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Wire } from './wire.mjs';

/**
 * Officers of one unit, each with a session: signing in is measured elsewhere.
 * @param {import('pg').Client} database
 * @param {{ prefix?: string, role?: string, unitId?: string }} who they are; without a unit, that of some officer
 * @returns {Promise<{ officerId: string, accountId: string, cookie: string, wire: Wire }[]>}
 */
export async function gatherCrowd(
  database,
  origin,
  count,
  { prefix = 'TS', role = 'learner', unitId = null } = {},
) {
  const people = Array.from({ length: count }, (_, n) => {
    const token = randomBytes(32).toString('base64url');
    const cookie = `tap_huan_session=${token}`;
    return {
      cookie,
      accountId: randomUUID(),
      officerId: randomUUID(),
      name: `${prefix}${String(n).padStart(5, '0')}`,
      tokenHash: createHash('sha256').update(token).digest('hex'),
      wire: new Wire({ origin, cookie }),
    };
  });
  const column = (name) => people.map((person) => person[name]);
  await database.query(
    `with person as (
       select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[])
         as p(account_id, officer_id, name, token_hash)
     ), unit as (
       select coalesce($6::uuid,
         (select unit_id from organisation.present_officer where staff_code ~ '^CB[0-9]+$' limit 1)) as id
     ), account as (
       insert into identity.account (id, username, full_name, password_hash, language, created_at, sort_key, search_text)
       select account_id, lower(name), name, '-', 'vi', now(), name, lower(name) from person
     ), learner as (
       insert into identity.access_grant (account_id, role, unit_id)
       select account_id, $5, unit.id from person, unit
     ), session as (
       insert into identity.session (id, token_hash, account_id, created_at, expires_at, seen_at)
       select gen_random_uuid(), token_hash, account_id, now(), now() + interval '7 days', now() from person
     ), officer as (
       insert into organisation.officer (id, account_id, staff_code, full_name, sort_key, search_text, birth_date)
       select officer_id, account_id, name, name, name, lower(name), '1990' from person
     )
     insert into organisation.position (id, officer_id, unit_id, job_position, valid_from)
     select gen_random_uuid(), officer_id, unit.id, 'Chuyên viên', '2025-07-01' from person, unit`,
    [...['accountId', 'officerId', 'name', 'tokenHash'].map(column), role, unitId],
  );
  return people;
}

/**
 * Answers of other people's attempts, so that the table is as large as in a big academy.
 * @param {import('pg').Client} database
 * @param {string} attemptId whose quiz, paper and settings the other attempts share
 */
export async function fillAnswers(database, attemptId, wanted) {
  const { rows } = await database.query('select count(*)::int as stored from assessment.answer');
  const attempts = Math.ceil((wanted - rows[0].stored) / 20);
  if (attempts <= 0) return;
  // Written past the triggers that look every row up again; vacuumed and written to disk, as years would have done.
  await database.query(`set session_replication_role = replica`);
  await database.query(
    `with made as (
       insert into assessment.attempt (id, quiz_id, quiz_version_id, taker_id, context_id, number, preview, phase,
         started_at, deadline, closes_at, paper, kinds, settings, title, return_path)
       select gen_random_uuid(), quiz_id, quiz_version_id, taker_id, gen_random_uuid(), 1, false, 'open', started_at,
         now() + interval '1 day', now() + interval '1 day', '{"sections": [], "slots": []}', kinds, settings, title,
         return_path
       from assessment.attempt, generate_series(1, $2) where id = $1
       returning id
     )
     insert into assessment.answer (attempt_id, slot, response, flagged, seq, saved_at, typed_at, seconds)
     select made.id, slot, jsonb_build_object('kind', 'short_answer', 'text', 'câu trả lời ' || slot), false, slot, now(),
       now(), 30
     from made, generate_series(1, 20) as slot`,
    [attemptId, attempts],
  );
  await database.query(`reset session_replication_role`);
  await database.query(`vacuum (analyze) assessment.answer, assessment.attempt`);
  await database.query(`checkpoint`);
}
