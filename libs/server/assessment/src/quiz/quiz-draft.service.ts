/** The room where the draft of a quiz changes. */
import { Injectable } from '@nestjs/common';
import type {
  assessmentEndpoints,
  FieldIssue,
  InputOf,
  OutputOf,
  QuizSettings,
} from '@tap-huan/contract';
import { type Actor, Failure, found, Tx, Writer } from '@tap-huan/server/platform';
import { authorUnits, bankInScope } from '../scope';
import { type DraftSlot, Quiz } from './quiz.entity';

/** What an author writes of a quiz. */
export interface QuizDraftInput {
  title: string;
  settings: QuizSettings;
  slots: DraftSlot[];
}

interface LockedQuiz {
  bankId: string;
  revision: number;
}

@Injectable()
export class QuizDraftService {
  constructor(private readonly writer: Writer) {}

  /** Saves the draft of a quiz in the actor's scope. @throws Failure `stale_revision`. */
  update(
    actor: Actor,
    quizId: string,
    body: InputOf<typeof assessmentEndpoints.updateQuiz>['body'],
  ): Promise<OutputOf<typeof assessmentEndpoints.updateQuiz>> {
    return this.writer.write(actor, async (tx) => {
      const quiz = found(
        await tx.maybe<LockedQuiz>(
          `select z.bank_id as "bankId", z.revision
           from assessment.quiz z join assessment.bank b on b.id = z.bank_id
           where z.id = $1 and ${bankInScope(2)}
           for update of z`,
          [quizId, authorUnits(actor)],
        ),
      );
      if (quiz.revision !== body.revision) throw new Failure('stale_revision');
      const revision = await this.save(tx, quizId, quiz, body);
      await tx.audit('quiz.update', { kind: 'quiz', id: quizId }, { revision });
      return { revision };
    });
  }

  /** Saves the draft whatever its revision, inside the caller's transaction and without asking for scope. */
  async replace(tx: Tx, quizId: string, draft: QuizDraftInput): Promise<number> {
    const quiz = found(
      await tx.maybe<LockedQuiz>(
        `select bank_id as "bankId", revision from assessment.quiz where id = $1 for update`,
        [quizId],
      ),
    );
    return this.save(tx, quizId, quiz, draft);
  }

  private async save(
    tx: Tx,
    quizId: string,
    { bankId, revision }: LockedQuiz,
    { title, settings, slots }: QuizDraftInput,
  ): Promise<number> {
    const issues = await this.slotIssues(tx, bankId, slots);
    if (issues.length > 0) throw new Failure('validation_failed', undefined, issues);
    await tx.manager.update(
      Quiz,
      { id: quizId },
      {
        title,
        settings,
        slots: slots.map(({ questionId, points }) => ({ questionId, points })),
        revision: revision + 1,
      },
    );
    return revision + 1;
  }

  /** One issue for each slot whose question is not of this bank, is retired, or stands there twice. */
  private async slotIssues(
    tx: Tx,
    bankId: string,
    slots: readonly DraftSlot[],
  ): Promise<FieldIssue[]> {
    // Locked, so that none of them is retired before this draft is saved.
    const usable = await tx.rows<{ id: string }>(
      `select id from assessment.question
       where id = any($1::uuid[]) and bank_id = $2 and retired_at is null
       order by id for share`,
      [slots.map(({ questionId }) => questionId), bankId],
    );
    const known = new Set(usable.map(({ id }) => id));
    const seen = new Set<string>();
    return slots.flatMap(({ questionId }, place) => {
      const path = `slots.${place}.questionId`;
      const twice = seen.has(questionId);
      seen.add(questionId);
      if (twice) return [{ path, code: 'question_repeats', message: 'question repeats' }];
      if (known.has(questionId)) return [];
      return [{ path, code: 'question_not_in_bank', message: 'question not in bank' }];
    });
  }
}
