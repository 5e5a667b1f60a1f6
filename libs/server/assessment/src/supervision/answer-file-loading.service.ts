/** The room where a supervisor loads the encrypted file that an officer saved when nothing else worked. */
import { Injectable } from '@nestjs/common';
import type {
  AnswerFilePreview,
  GivenAnswer,
  InputOf,
  OutputOf,
  supervisionEndpoints,
} from '@tap-huan/contract';
import { storableResponse } from '@tap-huan/rules';
import { type Actor, Failure, found, type Tx, Writer } from '@tap-huan/server/platform';
import { type AnswerFile, openAnswerFile } from '../attempt/answer-file-seal';
import { Remarking } from '../marking/remarking.service';
import { quizForSupervision } from './supervised-scope';

type Given = InputOf<typeof supervisionEndpoints.readAnswerFile>['body'];
type Loaded = OutputOf<typeof supervisionEndpoints.readAnswerFile>;

interface Row {
  id: string;
  phase: AnswerFilePreview['phase'];
  deadline: Date | null;
  fileKey: Buffer;
  kinds: string[];
  fullName: string;
  staffCode: string;
}

@Injectable()
export class AnswerFileLoading {
  constructor(
    private readonly writer: Writer,
    private readonly remarking: Remarking,
  ) {}

  /**
   * Opens the file and tells what it would add; with `apply`, adds it. An attempt that is closed already is marked anew.
   * @throws Failure `answer_file_unreadable`, also where the file is of another quiz; `reason_missing`
   */
  load(actor: Actor, quizId: string, given: Given): Promise<Loaded> {
    return this.writer.write(actor, async (tx) => {
      await quizForSupervision(tx, actor, quizId, 'attempt.supervise');
      const attempt = await this.lock(tx, quizId, given.file.attemptId);
      const file = openAnswerFile(given.file, attempt.fileKey);
      if (!file) throw new Failure('answer_file_unreadable');
      const answers = fitting(file, attempt);
      const judged = await this.judge(tx, attempt, answers);
      const preview = {
        attemptId: attempt.id,
        fullName: attempt.fullName,
        staffCode: attempt.staffCode,
        phase: attempt.phase,
        exportedAt: file.exportedAt,
        deadline: attempt.deadline?.toISOString() ?? null,
        answers: judged,
      };
      if (!given.apply) return { ...preview, applied: 0 };
      if (given.reason.trim() === '') throw new Failure('reason_missing');
      const wanted = new Set(
        given.slots ??
          judged.filter(({ inTime, newer }) => inTime && newer).map(({ slot }) => slot),
      );
      const chosen = answers.filter(({ slot }) => wanted.has(slot));
      if (chosen.length > 0) await this.apply(tx, attempt, chosen, given.reason.trim());
      return { ...preview, applied: chosen.length };
    });
  }

  private async lock(tx: Tx, quizId: string, attemptId: string): Promise<Row> {
    return found(
      await tx.maybe<Row>(
        `select a.id, a.phase, a.deadline, a.file_key as "fileKey", a.kinds, acc.full_name as "fullName",
           coalesce(o.staff_code, '') as "staffCode"
         from assessment.attempt a join identity.account acc on acc.id = a.taker_id
           left join organisation.present_officer o on o.account_id = a.taker_id
         where a.id = $1 and a.quiz_id = $2 and not a.preview and a.phase <> 'prepared'
         for update of a`,
        [attemptId, quizId],
      ),
      'answer_file_unreadable',
    );
  }

  private async judge(
    tx: Tx,
    { id, deadline }: Row,
    answers: readonly GivenAnswer[],
  ): Promise<AnswerFilePreview['answers']> {
    const stored = await tx.rows<{ slot: number; seq: number }>(
      `select slot, seq from assessment.answer where attempt_id = $1`,
      [id],
    );
    const seqs = new Map(stored.map(({ slot, seq }) => [slot, Number(seq)]));
    return answers.map(({ slot, seq, typedAt }) => ({
      slot,
      typedAt: typedAt ?? null,
      inTime: deadline === null || (typedAt !== undefined && new Date(typedAt) <= deadline),
      newer: seq > (seqs.get(slot) ?? 0),
    }));
  }

  private async apply(tx: Tx, attempt: Row, answers: GivenAnswer[], reason: string): Promise<void> {
    const late = attempt.deadline !== null && tx.now > attempt.deadline;
    await tx.rows(
      `insert into assessment.answer as a
         (attempt_id, slot, response, flagged, certainty, seq, seconds, typed_at, saved_at, late)
       select $1, g.slot, g.response, g.flagged, g.certainty, g.seq, g.seconds, g."typedAt", $3, $4
       from jsonb_to_recordset($2::jsonb) as g (slot int, response jsonb, flagged boolean, certainty smallint,
         seq bigint, seconds int, "typedAt" timestamptz)
       on conflict (attempt_id, slot) do update
         set response = excluded.response, flagged = excluded.flagged, certainty = excluded.certainty,
           seq = greatest(a.seq, excluded.seq), seconds = greatest(a.seconds, excluded.seconds),
           typed_at = excluded.typed_at, saved_at = excluded.saved_at, late = excluded.late`,
      [
        attempt.id,
        JSON.stringify(
          answers.map((answer) => ({
            ...answer,
            response: answer.response && storableResponse(answer.response),
          })),
        ),
        tx.now,
        late,
      ],
    );
    const slots = answers.map(({ slot }) => slot);
    await tx.rows(
      `insert into assessment.step (attempt_id, kind, at, by_account, detail, reason)
       values ($1, 'answers_loaded', $2, $3, $4, $5)`,
      [attempt.id, tx.now, tx.actor.accountId, JSON.stringify({ answers: slots.length }), reason],
    );
    await tx.audit('attempt.load_answers', { kind: 'attempt', id: attempt.id }, { slots });
    if (attempt.phase !== 'open')
      await this.remarking.afterNewAnswers(tx, attempt.id, slots, reason);
  }
}

/** Answers of the file that the paper has a place for, one a slot: the newest. */
function fitting({ answers }: AnswerFile, { kinds }: Row): GivenAnswer[] {
  const newest = new Map<number, GivenAnswer>();
  for (const answer of answers) {
    const kind = kinds[answer.slot - 1];
    const fits = kind !== undefined && (answer.response === null || answer.response.kind === kind);
    const other = newest.get(answer.slot);
    if (fits && (!other || other.seq < answer.seq)) newest.set(answer.slot, answer);
  }
  return [...newest.values()].sort((a, b) => a.slot - b.slot);
}
