/** The room where entries are written: one training, for one officer or for many, in one statement. */
import type { hoursInput } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { Failure, type Tx } from '@tap-huan/server/platform';
import type { z } from 'zod';
import { attachEvidence } from './evidence.service';

export type Training = z.output<typeof hoursInput>;

export interface EntryTerms {
  state: 'proposed' | 'approved';
  corrects?: string;
  importId?: string;
}

/** @throws Failure hours_in_future, dates_reversed */
export function checkDays(
  { startedOn, day }: Pick<Training, 'startedOn' | 'day'>,
  now: Date,
): void {
  if (day > today(now)) throw new Failure('hours_in_future');
  if (startedOn !== null && startedOn > day) throw new Failure('dates_reversed');
}

/** True of entry `e` that says the same as title $t, day $d and hours $h and has not been put aside. */
export const sameTraining = (title: string, day: string, hours: string): string => `
  e.day = ${day} and e.hours = ${hours} and lower(e.title collate "vi-x-icu") = lower(${title} collate "vi-x-icu")
  and e.state in ('proposed', 'approved')`;

/**
 * Enters one training for officers who have no such entry yet; a repeat enters nothing.
 * @returns ids of what was entered
 */
export async function enterTraining(
  tx: Tx,
  officerIds: readonly string[],
  training: Training,
  { state, corrects, importId }: EntryTerms,
): Promise<string[]> {
  // Two at once for one officer come one after the other.
  await tx.rows(
    `select 1 from organisation.officer where id = any ($1::uuid[]) order by id for no key update`,
    [officerIds],
  );
  const decided = state === 'approved';
  const rows = await tx.rows<{ id: string }>(
    `insert into enrolment.hours_entry (id, officer_id, started_on, day, hours, source, content_group,
            title, organiser, document_no, note, leader_programme, state, corrects, import_id,
            created_at, created_by, decided_at, decided_by)
     select gen_random_uuid(), o.id, $2::date, $3::date, $4::int, $5, $6, $7::text, $8, $9, $10, $11, $12,
            $13::uuid, $14, $15, $16, case when $17 then $15::timestamptz end,
            case when $17 then $16::uuid end
       from unnest($1::uuid[]) as o (id)
      where not exists (
        select 1 from enrolment.hours_entry e
         where e.officer_id = o.id and e.id is distinct from $13::uuid
           and ${sameTraining('$7::text', '$3::date', '$4::int')})
     returning id`,
    [
      [...new Set(officerIds)],
      training.startedOn,
      training.day,
      training.hours,
      training.source,
      training.contentGroup,
      training.title,
      training.organiser,
      training.documentNo,
      training.note,
      training.leaderProgramme,
      state,
      corrects ?? null,
      importId ?? null,
      tx.now,
      tx.actor.accountId,
      decided,
    ],
  );
  const ids = rows.map(({ id }) => id);
  await attachEvidence(tx, ids, training.evidenceIds, corrects ?? null);
  return ids;
}
