/** The room where a line of the ledger becomes the contract's entry. */
import type { HoursEntry } from '@tap-huan/contract';

/** An entry as SQL gives it. */
export type EntryRow = Omit<HoursEntry, 'createdAt' | 'decidedAt'> & {
  createdAt: Date;
  decidedAt: Date | null;
};

/** Columns of entry `e`; the officer may be read by who asks. */
export const ENTRY = `
  e.id, e.year, e.started_on::text as "startedOn", e.day::text as day, e.hours, e.source,
  e.content_group as "contentGroup", e.title, e.organiser, e.document_no as "documentNo", e.note,
  e.leader_programme as "leaderProgramme", e.state,
  exists (select 1 from enrolment.counted_hours counted where counted.id = e.id) as counts,
  e.enrolment_id is not null as automatic,
  coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'mimeType', m.mime_type,
                                                'size', m.size) order by v.ordinal)
              from enrolment.hours_evidence v join learning.media m on m.id = v.media_id
             where v.entry_id = e.id), '[]') as evidence,
  e.reason, e.corrects, e.created_at as "createdAt", e.decided_at as "decidedAt",
  (select decider.full_name from identity.account decider where decider.id = e.decided_by)
    as "decidedByName"`;

/** Instants as the contract writes them. */
export function entryOf<R extends EntryRow>(row: R) {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}
