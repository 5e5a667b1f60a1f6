/** The room where authors see the draft of a quiz. */
import { Injectable } from '@nestjs/common';
import type { QuizDraft } from '@tap-huan/contract';
import { type Actor, found, Sql } from '@tap-huan/server/platform';
import { authorUnits, bankInScope } from '../scope';

@Injectable()
export class QuizReader {
  constructor(private readonly sql: Sql) {}

  /** The draft, where its bank is in the actor's scope. */
  async draft(actor: Actor, quizId: string): Promise<QuizDraft> {
    return found(
      await this.sql.maybe<QuizDraft>(
        `select z.id, z.bank_id as "bankId", z.title, z.settings, z.slots, z.revision
         from assessment.quiz z join assessment.bank b on b.id = z.bank_id
         where z.id = $1 and ${bankInScope(2)}`,
        [quizId, authorUnits(actor)],
      ),
    );
  }
}
