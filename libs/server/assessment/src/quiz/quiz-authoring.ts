/** The room of what the domains above may do with banks and quizzes, in their own transactions and under their rules. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { QuestionContent, QuizSettings } from '@tap-huan/contract';
import { Failure, found, Sql, Tx } from '@tap-huan/server/platform';
import { Bank } from '../bank/bank.entity';
import { QuestionService } from '../question/question.service';
import { QuizDraftService, type QuizDraftInput } from './quiz-draft.service';
import { Quiz, QuizVersion, type VersionSlot } from './quiz.entity';

/** Settings of a quiz that nobody has set yet. */
const FIRST_SETTINGS: QuizSettings = {
  timeLimitMinutes: null,
  attemptsAllowed: null,
  passPercent: 50,
  shuffleQuestions: true,
  shuffleOptions: true,
  questionsPerPage: 1,
  showFeedback: 'after_submission',
  showCorrect: 'after_pass_or_last_attempt',
  requireLessons: false,
};

@Injectable()
export class QuizAuthoring {
  constructor(
    private readonly sql: Sql,
    private readonly questions: QuestionService,
    private readonly drafts: QuizDraftService,
  ) {}

  /** Makes a question bank that belongs to a unit. */
  async createBank(tx: Tx, { unitId, name }: { unitId: string; name: string }): Promise<string> {
    const id = randomUUID();
    await tx.manager.insert(Bank, { id, unitId, name });
    return id;
  }

  /** Makes an empty quiz on a bank. */
  async createQuiz(tx: Tx, { bankId, title }: { bankId: string; title: string }): Promise<string> {
    const id = randomUUID();
    await tx.manager.insert(Quiz, {
      id,
      bankId,
      title,
      settings: FIRST_SETTINGS,
      slots: [],
      revision: 1,
    });
    return id;
  }

  /** Adds a question as version 1. @throws Failure `validation_failed` for a question that cannot work. */
  addQuestion(tx: Tx, bankId: string, content: QuestionContent): Promise<string> {
    return this.questions.add(tx, bankId, content);
  }

  /** Replaces the draft of a quiz. @throws Failure `validation_failed` for questions of another bank. */
  async updateQuizDraft(tx: Tx, quizId: string, draft: QuizDraftInput): Promise<void> {
    await this.drafts.replace(tx, quizId, draft);
  }

  /**
   * Freezes the draft, with the current version of each question; the newest version is reused where nothing differs.
   * @throws Failure `quiz_has_no_questions`
   */
  async publishQuiz(tx: Tx, quizId: string): Promise<{ quizVersionId: string }> {
    const quiz = found(
      await tx.maybe<Pick<Quiz, 'title' | 'settings'>>(
        `select title, settings from assessment.quiz where id = $1 for update`,
        [quizId],
      ),
    );
    const slots = await currentSlots(tx, quizId);
    if (slots.length === 0) throw new Failure('quiz_has_no_questions');
    const newest = await tx.maybe<{ id: string; number: number; same: boolean }>(
      `select id, number, title = $2 and settings = $3::jsonb and slots = $4::jsonb as same
       from assessment.quiz_version where quiz_id = $1 order by number desc limit 1`,
      [quizId, quiz.title, JSON.stringify(quiz.settings), JSON.stringify(slots)],
    );
    if (newest?.same) return { quizVersionId: newest.id };
    const quizVersionId = randomUUID();
    await tx.manager.insert(QuizVersion, {
      id: quizVersionId,
      quizId,
      number: (newest?.number ?? 0) + 1,
      title: quiz.title,
      settings: quiz.settings,
      slots,
      publishedAt: tx.now,
    });
    return { quizVersionId };
  }

  /**
   * Removes a quiz that was never published, with its previews.
   * @returns false where a published version or a real attempt keeps it; nothing is changed then.
   */
  async removeQuiz(tx: Tx, quizId: string): Promise<boolean> {
    found(await tx.maybe(`select 1 from assessment.quiz where id = $1 for update`, [quizId]));
    const kept = await tx.maybe(
      `select 1 from assessment.quiz_version where quiz_id = $1
       union all select 1 from assessment.attempt where quiz_id = $1 and not preview limit 1`,
      [quizId],
    );
    if (kept) return false;
    await tx.rows(
      `delete from assessment.answer a using assessment.attempt t
       where t.id = a.attempt_id and t.quiz_id = $1`,
      [quizId],
    );
    await tx.rows(`delete from assessment.attempt where quiz_id = $1`, [quizId]);
    await tx.rows(`delete from assessment.quiz where id = $1`, [quizId]);
    return true;
  }

  /** Questions in the draft of each quiz, by quiz id. Inside a transaction, pass it as `source`. */
  async slotCounts(
    quizIds: readonly string[],
    source: Pick<Sql, 'rows'> = this.sql,
  ): Promise<Map<string, number>> {
    const rows = await source.rows<{ id: string; questions: number }>(
      `select id, jsonb_array_length(slots) as questions from assessment.quiz where id = any($1::uuid[])`,
      [quizIds],
    );
    return new Map(rows.map(({ id, questions }) => [id, questions]));
  }
}

/** The slots of a draft with the current version of each question, in the author's order. */
export function currentSlots(source: Pick<Sql, 'rows'>, quizId: string): Promise<VersionSlot[]> {
  return source.rows<VersionSlot>(
    `select v.id as "questionVersionId", (slot->>'points')::int as points
     from assessment.quiz z
       cross join jsonb_array_elements(z.slots) with ordinality as s(slot, place)
       join assessment.question q on q.id = (slot->>'questionId')::uuid
       join assessment.question_version v on v.question_id = q.id and v.number = q.current_version
     where z.id = $1
     order by place`,
    [quizId],
  );
}
