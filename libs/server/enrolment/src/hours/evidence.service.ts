/** The room of the papers that prove an entry: taken in, attached, and sent to those who may see the entry. */
import { Injectable } from '@nestjs/common';
import type { Media } from '@tap-huan/contract';
import { MediaService } from '@tap-huan/server/learning';
import {
  accountOf,
  type Actor,
  disclose,
  Failure,
  type FileToSend,
  found,
  Sql,
  Storage,
  type Tx,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';

interface StoredMedium {
  name: string;
  mimeType: string;
  size: number;
  sha256: string;
}

/** A scan or a photograph. */
const PAPER = /^(application\/pdf|image\/(png|jpeg|webp))$/;

@Injectable()
export class EvidenceService {
  constructor(
    private readonly sql: Sql,
    private readonly storage: Storage,
    private readonly writer: Writer,
    private readonly media: MediaService,
  ) {}

  /** Keeps a paper for an entry that is still to be sent. @throws Failure file_kind_not_allowed */
  upload(actor: Actor, file: { name: string; bytes: Uint8Array }): Promise<Media> {
    return this.writer.write(actor, async (tx) => {
      const medium = await this.media.store(tx, file);
      if (!PAPER.test(medium.mimeType)) throw new Failure('file_kind_not_allowed');
      return medium;
    });
  }

  /** A paper of an own entry. @throws Failure not_found */
  own(actor: Actor, mediaId: string): Promise<FileToSend> {
    return this.file(
      `exists (select 1 from enrolment.hours_evidence v
                 join enrolment.hours_entry e on e.id = v.entry_id
                 join organisation.officer o on o.id = e.officer_id
                where v.media_id = m.id and o.account_id = $2::uuid)`,
      [mediaId, accountOf(actor)],
    );
  }

  /** A paper of an entry in the scope; that it was opened is noted. @throws Failure not_found */
  async inScope(actor: Actor, mediaId: string): Promise<FileToSend> {
    const file = await this.file(
      `exists (select 1 from enrolment.hours_evidence v
                 join enrolment.hours_entry e on e.id = v.entry_id
                 join organisation.present_officer p on p.id = e.officer_id
                where v.media_id = m.id and organisation.in_scope(p.unit_id, $2::uuid[]))`,
      [mediaId, unitsFor(actor, 'completion.read')],
    );
    await this.writer.write(actor, async (tx) => {
      const owners = await tx.rows<{ id: string }>(
        `select distinct e.officer_id as id
           from enrolment.hours_evidence v join enrolment.hours_entry e on e.id = v.entry_id
          where v.media_id = $1`,
        [mediaId],
      );
      const personIds = owners.map(({ id }) => id);
      await disclose(tx, { kind: 'exported', what: 'hours_evidence', personIds });
      await tx.audit('hours.evidence', { kind: 'media', id: mediaId });
    });
    return file;
  }

  private async file(mayRead: string, params: unknown[]): Promise<FileToSend> {
    const medium = found(
      await this.sql.maybe<StoredMedium>(
        `select m.name, m.mime_type as "mimeType", m.size::int as size, m.sha256
           from learning.media m where m.id = $1 and ${mayRead}`,
        params,
      ),
    );
    return {
      name: medium.name,
      mimeType: medium.mimeType,
      size: medium.size,
      open: (range) => this.storage.stream(medium.sha256, range),
      disposition: medium.mimeType.startsWith('image/') ? 'inline' : 'attachment',
      cache: 'immutable',
    };
  }
}

/**
 * Puts papers to entries, in the order given. A paper is the sender's own, or is at `entryId` already.
 * @throws Failure not_found
 */
export async function attachEvidence(
  tx: Tx,
  entryIds: readonly string[],
  mediaIds: readonly string[],
  before: string | null = null,
): Promise<void> {
  if (mediaIds.length === 0 || entryIds.length === 0) return;
  const usable = await tx.rows(
    `select m.id from learning.media m
      where m.id = any ($1::uuid[])
        and (m.uploaded_by = $2 or exists (
          select 1 from enrolment.hours_evidence v where v.media_id = m.id and v.entry_id = $3))`,
    [mediaIds, tx.actor.accountId, before],
  );
  if (usable.length < new Set(mediaIds).size) throw new Failure('not_found');
  await tx.rows(
    `insert into enrolment.hours_evidence (entry_id, media_id, ordinal)
     select e.id, m.id, m.ordinal
       from unnest($1::uuid[]) as e (id)
       cross join unnest($2::uuid[]) with ordinality as m (id, ordinal)
         on conflict do nothing`,
    [entryIds, mediaIds],
  );
}
