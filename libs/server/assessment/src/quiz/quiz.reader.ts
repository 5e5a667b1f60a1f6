/** The room where authors see the draft of a quiz. */
import { Injectable } from '@nestjs/common';
import type { QuizDraft } from '@tap-huan/contract';
import { type Actor, found, Sql } from '@tap-huan/server/platform';
import { authorUnits, bankInScope } from '../scope';
import { SlotNotes } from './slot-notes.reader';

@Injectable()
export class QuizReader {
  constructor(
    private readonly sql: Sql,
    private readonly notes: SlotNotes,
  ) {}

  /** The draft, where its bank is in the actor's scope. */
  async draft(actor: Actor, quizId: string): Promise<QuizDraft> {
    const draft = await this.plain(actor, quizId);
    return { ...draft, notes: await this.notes.of(this.sql, draft.sections) };
  }

  /** The draft without the notes beside its slots. */
  async plain(
    actor: Actor,
    quizId: string,
    source: Pick<Sql, 'maybe'> = this.sql,
  ): Promise<Omit<QuizDraft, 'notes'>> {
    return found(
      await source.maybe<Omit<QuizDraft, 'notes'>>(
        `select z.id, z.bank_id as "bankId", z.title, z.settings, z.sections, z.revision
         from assessment.quiz z join assessment.bank b on b.id = z.bank_id
         where z.id = $1 and ${bankInScope(2)}`,
        [quizId, authorUnits(actor)],
      ),
    );
  }
}
