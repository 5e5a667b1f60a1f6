/** The room where an officer sees an own attempt: the paper without its key, the answers, and the result. */
import { Injectable } from '@nestjs/common';
import type {
  AnswerResponse,
  AttemptResult,
  AttemptSummary,
  AttemptView,
  QuizSettings,
} from '@tap-huan/contract';
import { attemptsLeft, reviewOf, reviewSlots, shownSlot } from '@tap-huan/rules';
import { accountOf, type Actor, Clock, Failure, found, Sql } from '@tap-huan/server/platform';
import { PublishedQuizzes } from '../quiz/published-quizzes.reader';
import { Papers } from './papers.reader';

interface Header {
  id: string;
  quizId: string;
  contextId: string | null;
  quizTitle: string;
  number: number;
  preview: boolean;
  phase: AttemptSummary['phase'];
  startedAt: Date;
  deadline: Date | null;
  submittedAt: Date | null;
  closedByDeadline: boolean;
  settings: QuizSettings;
  returnPath: string;
  points: number | null;
  maximum: number | null;
  scoreOfTen: number | null;
  passed: boolean | null;
}

interface StoredAnswer {
  slot: number;
  response: AnswerResponse | null;
  flagged: boolean;
  seq: number;
  savedAt: Date;
}

export type ContextSummary = AttemptSummary & { contextId: string; quizId: string };

const HEADER = `select id, quiz_id as "quizId", context_id as "contextId", title as "quizTitle", number, preview, phase,
    started_at as "startedAt", deadline, submitted_at as "submittedAt", closed_by_deadline as "closedByDeadline",
    settings, return_path as "returnPath", points, maximum, score_of_ten as "scoreOfTen", passed
  from assessment.attempt`;

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

@Injectable()
export class AttemptReader {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly papers: Papers,
    private readonly published: PublishedQuizzes,
  ) {}

  /** The actor's own attempt. A closed one shows no paper: what may be seen of it then is its result. */
  async view(actor: Actor, attemptId: string): Promise<AttemptView> {
    const [header, answers] = await Promise.all([
      this.header(actor, attemptId),
      this.answers(attemptId),
    ]);
    const open = header.phase === 'open';
    const paper = open ? await this.papers.of(attemptId) : [];
    return {
      id: header.id,
      quizTitle: header.quizTitle,
      number: header.number,
      preview: header.preview,
      phase: header.phase,
      startedAt: header.startedAt.toISOString(),
      deadline: iso(header.deadline),
      serverNow: this.clock.now().toISOString(),
      questionsPerPage: header.settings.questionsPerPage,
      slots: paper.map(shownSlot),
      answers: open
        ? answers.map((answer) => ({ ...answer, savedAt: answer.savedAt.toISOString() }))
        : [],
      lastSeq: answers.reduce((last, { seq }) => Math.max(last, seq), 0),
      returnPath: header.returnPath,
    };
  }

  /** The result of the actor's own attempt as far as the quiz shows it now. @throws Failure `result_not_shown_yet`. */
  async result(actor: Actor, attemptId: string): Promise<AttemptResult> {
    const header = await this.header(actor, attemptId);
    if (header.phase !== 'marked') throw new Failure('result_not_shown_yet');
    return {
      id: header.id,
      quizTitle: header.quizTitle,
      number: header.number,
      preview: header.preview,
      startedAt: header.startedAt.toISOString(),
      submittedAt: found(iso(header.submittedAt)),
      closedByDeadline: header.closedByDeadline,
      points: found(header.points),
      maximum: found(header.maximum),
      scoreOfTen: found(header.scoreOfTen),
      passPercent: header.settings.passPercent,
      passed: found(header.passed),
      slots: await this.reviewed(header),
      returnPath: header.returnPath,
    };
  }

  /** Attempts that count for the contexts, without previews, oldest first. */
  async summaries(
    contextIds: readonly string[],
    source: Pick<Sql, 'rows'> = this.sql,
  ): Promise<ContextSummary[]> {
    const rows = await source.rows<Header & { contextId: string }>(
      `${HEADER} where context_id = any($1::uuid[]) and not preview order by number, id`,
      [contextIds],
    );
    return rows.map((row) => ({
      id: row.id,
      contextId: row.contextId,
      quizId: row.quizId,
      number: row.number,
      phase: row.phase,
      startedAt: row.startedAt.toISOString(),
      submittedAt: iso(row.submittedAt),
      deadline: iso(row.deadline),
      scoreOfTen: row.scoreOfTen,
      passed: row.passed,
    }));
  }

  private async header(actor: Actor, attemptId: string): Promise<Header> {
    return found(
      await this.sql.maybe<Header>(`${HEADER} where id = $1 and taker_id = $2`, [
        attemptId,
        accountOf(actor),
      ]),
    );
  }

  private answers(attemptId: string): Promise<StoredAnswer[]> {
    return this.sql.rows<StoredAnswer>(
      `select slot, response, flagged, seq, saved_at as "savedAt"
       from assessment.answer where attempt_id = $1 order by slot`,
      [attemptId],
    );
  }

  private async reviewed(header: Header): Promise<AttemptResult['slots']> {
    const review = reviewOf(header.settings, {
      preview: header.preview,
      ...(await this.standing(header)),
    });
    if (!review.feedback && !review.correct) return null;
    const [paper, answers] = await Promise.all([
      this.papers.of(header.id),
      this.answers(header.id),
    ]);
    const contents = await this.published.contents(
      paper.map(({ questionVersionId }) => questionVersionId),
    );
    const responses = new Map(answers.map(({ slot, response }) => [slot, response]));
    return reviewSlots(paper, contents, responses, review);
  }

  /**
   * How its taker stands on the quiz. An attempt that is still open is not used up: while it runs, the results of the
   * earlier ones must not tell its key.
   */
  private async standing(
    header: Header,
  ): Promise<{ passed: boolean; attemptsLeft: number | null }> {
    const { used, passed } = await this.sql.one<{ used: number; passed: boolean }>(
      `select count(*) as used, coalesce(bool_or(passed), false) as passed from assessment.attempt
       where phase <> 'open' and not preview and (id = $1 or (context_id = $2 and quiz_id = $3))`,
      [header.id, header.contextId, header.quizId],
    );
    return { passed, attemptsLeft: attemptsLeft(header.settings, used) };
  }
}
