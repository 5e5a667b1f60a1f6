/** The room where the draft of a quiz changes. */
import { Injectable } from '@nestjs/common';
import type {
  InputOf,
  OutputOf,
  quizEndpoints,
  QuizSection,
  QuizSettings,
} from '@tap-huan/contract';
import { type Actor, Failure, found, Tx, Writer, sanitiseHtml } from '@tap-huan/server/platform';
import { refused } from '../refused';
import { authorUnits, bankInScope } from '../scope';
import { slotIssues } from './slot-issues';
import { SlotNotes } from './slot-notes.reader';
import { Quiz } from './quiz.entity';

/** What an author writes of a quiz. */
export interface QuizDraftInput {
  title: string;
  settings: QuizSettings;
  sections: QuizSection[];
}

interface LockedQuiz {
  bankId: string;
  revision: number;
  sections: QuizSection[];
}

const LOCKED = `select z.bank_id as "bankId", z.revision, z.sections from assessment.quiz z`;

@Injectable()
export class QuizDraftService {
  constructor(
    private readonly writer: Writer,
    private readonly notes: SlotNotes,
  ) {}

  /** Saves the draft of a quiz in the actor's scope. @throws Failure `stale_revision`. */
  update(
    actor: Actor,
    quizId: string,
    body: InputOf<typeof quizEndpoints.updateQuiz>['body'],
  ): Promise<OutputOf<typeof quizEndpoints.updateQuiz>> {
    return this.writer.write(actor, async (tx) => {
      const units = authorUnits(actor);
      const quiz = found(
        await tx.maybe<LockedQuiz>(
          `${LOCKED} join assessment.bank b on b.id = z.bank_id
           where z.id = $1 and ${bankInScope(2)}
           for update of z`,
          [quizId, units],
        ),
      );
      if (quiz.revision !== body.revision) throw new Failure('stale_revision');
      const revision = await this.save(tx, quizId, quiz, body, units);
      await tx.audit('quiz.update', { kind: 'quiz', id: quizId }, { revision });
      return { revision, notes: await this.notes.of(tx, body.sections) };
    });
  }

  /** Saves the draft whatever its revision, inside the caller's transaction and without asking for scope. */
  async replace(tx: Tx, quizId: string, draft: QuizDraftInput): Promise<number> {
    const quiz = found(
      await tx.maybe<LockedQuiz>(`${LOCKED} where z.id = $1 for update of z`, [quizId]),
    );
    return this.save(tx, quizId, quiz, draft, null);
  }

  private async save(
    tx: Tx,
    quizId: string,
    quiz: LockedQuiz,
    { title, settings, sections }: QuizDraftInput,
    units: string[] | null,
  ): Promise<number> {
    const issues = await slotIssues(tx, sections, { ...quiz, units });
    if (issues.length > 0) throw refused(...issues);
    const revision = quiz.revision + 1;
    // Shown to learners as HTML: what is stored is harmless already.
    const harmless = sections.map((section) => ({
      ...section,
      intro: sanitiseHtml(section.intro),
    }));
    await tx.manager.update(
      Quiz,
      { id: quizId },
      { title, settings, sections: harmless, revision },
    );
    return revision;
  }
}
