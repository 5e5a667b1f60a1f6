/** The room of files that are handed in as an answer: taken from their officer, given to those who may see them. */
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { AttemptFile, PaperOf } from '@tap-huan/contract';
import { isExpired } from '@tap-huan/rules';
import {
  accountOf,
  type Actor,
  Clock,
  CONFIG,
  type Config,
  Failure,
  type FileToSend,
  found,
  Sql,
  Storage,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';
import { neutralName } from '../marking/neutral-name';
import { ATTEMPT_COLUMNS, type LockedAttempt } from './locked-attempt';
import { Papers } from './papers.reader';
import { type DetectedFile, detectedFile, handedInName } from './upload-kind';

/** A file that is arriving. */
export interface IncomingFile {
  name: string;
  stream: Readable;
}

const MEGABYTE = 1024 * 1024;
/** Files that may be uploaded for one question, those thrown away again included. */
const MOST_UPLOADS = 40;

/** A file that is there. */
interface KeptFile {
  name: string;
  mimeType: string;
  size: number;
  sha256: string;
  /** Where it is marked without names. */
  paperNumber: number | null;
  /** Among the files of the answer, 1, 2 …; null where the answer does not name it. */
  place: number | null;
}

const shownName = ({ name, paperNumber, place }: KeptFile): string =>
  paperNumber === null ? name : neutralName(name, paperNumber, place ?? 0);

@Injectable()
export class AnswerFiles {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly clock: Clock,
    private readonly storage: Storage,
    private readonly papers: Papers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * What may be handed in for a question of the actor's own running attempt; asked before the first byte is read.
   * @throws Failure `not_found`, `attempt_closed`, `deadline_passed`
   */
  async question(actor: Actor, attemptId: string, slot: number): Promise<PaperOf<'file_upload'>> {
    const attempt = found(
      await this.sql.maybe<LockedAttempt & { uploads: number }>(
        `select ${ATTEMPT_COLUMNS},
           (select count(*) from assessment.attempt_file f where f.attempt_id = a.id and f.slot = $3) as uploads
         from assessment.attempt a where id = $1 and taker_id = $2 and phase <> 'prepared'`,
        [attemptId, accountOf(actor), slot],
      ),
    );
    if (attempt.phase !== 'open') throw new Failure('attempt_closed');
    if (isExpired(attempt, this.clock.now())) throw new Failure('deadline_passed');
    const { partFrom, partTo, uploads } = attempt;
    const isWithin = partFrom === null || (slot >= partFrom && slot <= (partTo ?? slot));
    const paper = await this.papers.of(attemptId);
    const asked = paper.slots.find((one) => one.slot === slot)?.question.paper;
    if (!isWithin || asked?.kind !== 'file_upload') throw new Failure('not_found');
    if (uploads >= MOST_UPLOADS) throw new Failure('too_many_requests');
    return asked;
  }

  /** Bytes that a file for the question may have. */
  limitOf({ maximumMegabytes }: PaperOf<'file_upload'>): number {
    return Math.min(maximumMegabytes * MEGABYTE, this.config.uploadMaxBytes);
  }

  /** Keeps a file for a question; it counts once an answer names it. @throws Failure `file_kind_not_allowed` */
  async keep(
    actor: Actor,
    attemptId: string,
    slot: number,
    asked: PaperOf<'file_upload'>,
    { name, stream }: IncomingFile,
  ): Promise<AttemptFile> {
    let detected: DetectedFile | null = null;
    const { sha256, size } = await this.storage.putStream(stream, async (path) => {
      detected = await detectedFile(path);
      if (!detected || !asked.accept.includes(detected.kind)) {
        throw new Failure('file_kind_not_allowed');
      }
    });
    const kind = found(detected as DetectedFile | null);
    const file = { id: randomUUID(), name: handedInName(name, kind), size };
    await this.writer.write(actor, async (tx) => {
      await tx.rows(
        `insert into assessment.attempt_file (id, attempt_id, slot, name, mime_type, size, sha256, uploaded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [file.id, attemptId, slot, file.name, kind.mimeType, size, sha256, tx.now],
      );
    });
    return file;
  }

  /** A file for its officer, and for markers and inspectors of the quiz's bank. @throws Failure `not_found` */
  async file(actor: Actor, attemptId: string, fileId: string): Promise<FileToSend> {
    const units = [...unitsFor(actor, 'attempt.mark'), ...unitsFor(actor, 'attempt.inspect')];
    const kept = found(
      await this.sql.maybe<KeptFile>(
        `select f.name, f.mime_type as "mimeType", f.size, f.sha256, p.number as "paperNumber", (
           select e.place::int from assessment.answer w
             cross join jsonb_array_elements(w.response->'files') with ordinality as e (file, place)
           where w.attempt_id = a.id and w.slot = f.slot and e.file->>'id' = f.id::text) as place
         from assessment.attempt_file f
           join assessment.attempt a on a.id = f.attempt_id
           join assessment.quiz q on q.id = a.quiz_id
           join assessment.bank b on b.id = q.bank_id
           left join assessment.marking_task t
             on t.attempt_id = a.id and t.slot = f.slot and t.anonymous and a.taker_id <> $3
           left join assessment.marking_paper p on p.attempt_id = t.attempt_id
         where f.id = $1 and f.attempt_id = $2
           and (a.taker_id = $3 or organisation.in_scope(b.unit_id, $4::uuid[]))`,
        [fileId, attemptId, accountOf(actor), units],
      ),
    );
    return {
      name: shownName(kept),
      mimeType: kept.mimeType,
      size: kept.size,
      open: (range) => this.storage.stream(kept.sha256, range),
      disposition: 'attachment',
      cache: 'none',
    };
  }
}
