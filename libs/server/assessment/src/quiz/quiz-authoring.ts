/** The room of what the domains above may do with banks and quizzes, in their own transactions and under their rules. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { QuestionContent, QuizSettings } from '@tap-huan/contract';
import type { PublishedSection, QuizReadiness } from '@tap-huan/rules';
import { found, Sql, Tx } from '@tap-huan/server/platform';
import { Bank } from '../bank/bank.entity';
import { QuestionService } from '../question/question.service';
import { QuizDraftService, type QuizDraftInput } from './quiz-draft.service';
import { QuizSections } from './quiz-sections';
import { Quiz, QuizVersion } from './quiz.entity';
import { USUAL_SETTINGS, usualSection } from './usual-quiz';

@Injectable()
export class QuizAuthoring {
  constructor(
    private readonly sql: Sql,
    private readonly questions: QuestionService,
    private readonly drafts: QuizDraftService,
    private readonly sections: QuizSections,
  ) {}

  /** Makes a question bank that belongs to a unit. */
  async createBank(tx: Tx, { unitId, name }: { unitId: string; name: string }): Promise<string> {
    const id = randomUUID();
    const createdBy = tx.actor.accountId;
    await tx.manager.insert(Bank, { id, unitId, name, createdAt: tx.now, createdBy });
    return id;
  }

  /** Makes a quiz on a bank, with one section that is empty and the usual settings. */
  async createQuiz(tx: Tx, { bankId, title }: { bankId: string; title: string }): Promise<string> {
    const id = randomUUID();
    await tx.manager.insert(Quiz, {
      id,
      bankId,
      title,
      settings: USUAL_SETTINGS,
      sections: [usualSection([])],
      revision: 1,
    });
    return id;
  }

  /** Adds a question as version 1. @throws Failure `validation_failed` for a question that cannot work. */
  addQuestion(tx: Tx, bankId: string, content: QuestionContent): Promise<string> {
    return this.questions.add(tx, bankId, content);
  }

  /** Replaces the draft of a quiz. @throws Failure `validation_failed` for what cannot stand there. */
  async updateQuizDraft(tx: Tx, quizId: string, draft: QuizDraftInput): Promise<void> {
    await this.drafts.replace(tx, quizId, draft);
  }

  /**
   * Freezes the draft: the version that each slot keeps or the newest, the pools of random draws, the stimuli. The newest
   * version of the quiz is reused where nothing differs.
   * @throws Failure `quiz_has_no_questions`, `not_enough_questions`, `validation_failed` for questions that are not ready
   */
  async publishQuiz(tx: Tx, quizId: string): Promise<{ quizVersionId: string }> {
    const quiz = found(
      await tx.maybe<Pick<Quiz, 'title' | 'settings' | 'sections'>>(
        `select title, settings, sections from assessment.quiz where id = $1 for update`,
        [quizId],
      ),
    );
    const sections = await this.sections.resolve(tx, quiz.sections, 'publish');
    const newest = await this.newest(tx, quizId, { ...quiz, sections });
    if (newest?.same) return { quizVersionId: newest.id };
    const quizVersionId = randomUUID();
    await tx.manager.insert(QuizVersion, {
      id: quizVersionId,
      quizId,
      number: (newest?.number ?? 0) + 1,
      title: quiz.title,
      settings: quiz.settings,
      sections,
      publishedAt: tx.now,
    });
    return { quizVersionId };
  }

  private newest(
    tx: Tx,
    quizId: string,
    quiz: { title: string; settings: QuizSettings; sections: PublishedSection[] },
  ): Promise<{ id: string; number: number; same: boolean } | null> {
    return tx.maybe(
      `select id, number, title = $2 and settings = $3::jsonb and sections = $4::jsonb as same
       from assessment.quiz_version where quiz_id = $1 order by number desc limit 1`,
      [quizId, quiz.title, JSON.stringify(quiz.settings), JSON.stringify(quiz.sections)],
    );
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
    return removeAll(tx, quizId);
  }

  /** What would keep the draft of each quiz from being published, by quiz id. Inside a transaction, pass it as `source`. */
  async readiness(
    quizIds: readonly string[],
    source: Pick<Sql, 'rows'> = this.sql,
  ): Promise<Map<string, QuizReadiness>> {
    const rows = await source.rows<Pick<Quiz, 'id' | 'sections'>>(
      `select id, sections from assessment.quiz where id = any($1::uuid[])`,
      [quizIds],
    );
    const readiness = new Map<string, QuizReadiness>();
    for (const { id, sections } of rows) {
      readiness.set(id, await this.sections.readiness(source, sections));
    }
    return readiness;
  }
}

/** What hangs on a preview. Facts for the inspector and steps never go; a preview that has some keeps its quiz. */
const OF_PREVIEWS = ['answer', 'attempt_part', 'attempt_file', 'slot_check', 'result'];

/** What PostgreSQL answers where a row must stay: a foreign key, or a table that only grows. */
const MUST_STAY = ['23503', 'P0001'];

/** @returns false where something of the quiz must stay; then all of it does. */
async function removeAll(tx: Tx, quizId: string): Promise<boolean> {
  await tx.rows(`savepoint whole_quiz`);
  try {
    for (const table of OF_PREVIEWS) {
      await tx.rows(
        `delete from assessment.${table} a using assessment.attempt t
         where t.id = a.attempt_id and t.quiz_id = $1`,
        [quizId],
      );
    }
    await tx.rows(`delete from assessment.attempt where quiz_id = $1`, [quizId]);
    await tx.rows(`delete from assessment.quiz_override where quiz_id = $1`, [quizId]);
    await tx.rows(`delete from assessment.quiz where id = $1`, [quizId]);
    return true;
  } catch (error) {
    if (!MUST_STAY.includes((error as { code?: string }).code ?? '')) throw error;
    await tx.rows(`rollback to savepoint whole_quiz`);
    return false;
  }
}
