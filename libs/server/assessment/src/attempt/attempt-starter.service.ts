/** The room where an attempt begins: the paper is drawn and frozen, the deadline is fixed. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { QuizSettings } from '@tap-huan/contract';
import { deadlineOf, drawPaper, isExpired } from '@tap-huan/rules';
import { accountOf, type Actor, Failure, found, Tx, Writer } from '@tap-huan/server/platform';
import { PublishedQuizzes } from '../quiz/published-quizzes.reader';
import { currentSlots } from '../quiz/quiz-authoring';
import type { VersionSlot } from '../quiz/quiz.entity';
import { QuizReader } from '../quiz/quiz.reader';
import { AttemptClosing } from './attempt-closing.service';
import { Papers } from './papers.reader';

export interface AttemptStart {
  quizVersionId: string;
  /** identity.account */
  takerId: string;
  /** What the attempt counts for, e.g. an enrolment; comes back in `AttemptGraded`. Null counts for nothing. */
  contextId: string | null;
  /** Where the page goes after the attempt. */
  returnPath: string;
}

/** What an attempt is made of. */
interface Blank {
  quizId: string;
  quizVersionId: string | null;
  takerId: string;
  contextId: string | null;
  returnPath: string;
  title: string;
  settings: QuizSettings;
  slots: readonly VersionSlot[];
}

/** Tries of a start that others get ahead of. */
const ROUNDS = 3;

@Injectable()
export class AttemptStarter {
  constructor(
    private readonly writer: Writer,
    private readonly published: PublishedQuizzes,
    private readonly drafts: QuizReader,
    private readonly papers: Papers,
    private readonly closing: AttemptClosing,
  ) {}

  /**
   * Starts an attempt on a published quiz, inside the caller's transaction; whether one may be started is the caller's
   * rule. Where one is open already, that one is answered, also when two calls come at the same time.
   */
  async start(tx: Tx, { quizVersionId, ...start }: AttemptStart): Promise<string> {
    const quiz = found((await this.published.all([quizVersionId], tx)).get(quizVersionId));
    const { quizId, title, settings, slots } = quiz;
    for (let round = 0; round < ROUNDS; round += 1) {
      const open = await this.openOne(tx, start.contextId, quizId);
      if (open) return open;
      const begun = await this.insert(tx, {
        ...start,
        quizVersionId,
        quizId,
        title,
        settings,
        slots,
      });
      if (begun) {
        await this.firstStep(tx, begun);
        return begun;
      }
      // Another transaction was faster and has committed: its attempt is the one, unless that is over already.
    }
    throw new Error(`Attempts on quiz ${quizId} begin and end faster than one can be started.`);
  }

  /** Starts an attempt on the draft for its author: no steps, no news, and it counts nowhere. */
  async preview(actor: Actor, quizId: string, returnPath: string): Promise<{ attemptId: string }> {
    const { title, settings } = await this.drafts.draft(actor, quizId);
    return this.writer.write(actor, async (tx) => {
      const slots = await currentSlots(tx, quizId);
      if (slots.length === 0) throw new Failure('quiz_has_no_questions');
      const takerId = accountOf(actor);
      const blank = {
        quizId,
        quizVersionId: null,
        takerId,
        contextId: null,
        returnPath,
        title,
        settings,
        slots,
      };
      return { attemptId: found(await this.insert(tx, blank)) };
    });
  }

  private async firstStep(tx: Tx, attemptId: string): Promise<void> {
    await tx.rows(
      `insert into assessment.step (attempt_id, kind, at, by_account, detail) values ($1, 'started', $2, $3, '{}')`,
      [attemptId, tx.now, tx.actor.accountId],
    );
  }

  /** The open attempt of a context on a quiz; one whose time is over is closed and is not it. */
  private async openOne(tx: Tx, contextId: string | null, quizId: string): Promise<string | null> {
    const open = await tx.maybe<{ id: string; phase: 'open'; deadline: Date | null }>(
      `select id, phase, deadline from assessment.attempt
       where context_id = $1 and quiz_id = $2 and phase = 'open' and not preview`,
      [contextId, quizId],
    );
    if (!open) return null;
    if (!isExpired(open, tx.now)) return open.id;
    await this.closing.expire(tx, open.id);
    return null;
  }

  /** @returns the new attempt's id, or null where one is open already. */
  private async insert(tx: Tx, blank: Blank): Promise<string | null> {
    const contents = await this.published.contents(
      blank.slots.map(({ questionVersionId }) => questionVersionId),
      tx,
    );
    const paper = drawPaper(
      blank.slots.map((slot) => ({
        ...slot,
        content: found(contents.get(slot.questionVersionId)),
      })),
      blank.settings,
      randomBytes(16).toString('hex'),
    );
    const id = randomUUID();
    const inserted = await tx.maybe(
      `insert into assessment.attempt (id, quiz_id, quiz_version_id, taker_id, context_id, number, preview, phase,
         started_at, deadline, paper, kinds, settings, title, return_path)
       select $1, $2, $3, $4, $5,
         1 + coalesce((select max(number) from assessment.attempt
                       where context_id = $5 and quiz_id = $2 and not preview), 0),
         $3::uuid is null, 'open', $6, $7, $8, $9, $10, $11, $12
       on conflict do nothing returning id`,
      [
        id,
        blank.quizId,
        blank.quizVersionId,
        blank.takerId,
        blank.contextId,
        tx.now,
        deadlineOf(tx.now, blank.settings.timeLimitMinutes),
        JSON.stringify(paper),
        paper.map(({ question }) => question.kind),
        JSON.stringify(blank.settings),
        blank.title,
        blank.returnPath,
      ],
    );
    if (!inserted) return null;
    this.papers.keep(id, paper);
    return id;
  }
}
