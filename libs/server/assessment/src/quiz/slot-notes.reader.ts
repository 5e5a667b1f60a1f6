/** The room of what an author is told beside each slot of a draft: what the question is, how many there are to draw from. */
import { Injectable } from '@nestjs/common';
import type { QuizDraft, QuizSection } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { Clock, type Sql } from '@tap-huan/server/platform';
import { fixedSlots, placedSlots, QuizSections } from './quiz-sections';

type Note = QuizDraft['notes'][number];
type NotedQuestion = NonNullable<Note['question']>;

@Injectable()
export class SlotNotes {
  constructor(
    private readonly clock: Clock,
    private readonly sections: QuizSections,
  ) {}

  /** One note for each slot, in order. */
  async of(source: Pick<Sql, 'rows'>, draft: readonly QuizSection[]): Promise<Note[]> {
    const placed = placedSlots(draft);
    const questions = await this.questions(
      source,
      fixedSlots(placed).map(({ slot }) => slot.questionId),
    );
    const available = await this.sections.available(source, draft);
    return placed.map(({ slot }) => {
      if (slot.kind === 'random') {
        return { slotId: slot.id, question: null, available: available.get(slot.id) ?? 0 };
      }
      const question = questions.get(slot.questionId) ?? null;
      return { slotId: slot.id, question, available: question ? 1 : 0 };
    });
  }

  private async questions(
    source: Pick<Sql, 'rows'>,
    ids: readonly string[],
  ): Promise<Map<string, NotedQuestion>> {
    const rows = await source.rows<NotedQuestion & { id: string }>(
      `select q.id, q.kind, v.title, q.status, q.current_version as "newestVersion",
         coalesce(v.content->>'reviewOn' < $2::text, false) as "reviewDue",
         b.id as "bankId", b.name as "bankName"
       from assessment.question q
         join assessment.question_version v on v.question_id = q.id and v.number = q.current_version
         join assessment.bank b on b.id = q.bank_id
       where q.id = any($1::uuid[])`,
      [ids, today(this.clock.now())],
    );
    return new Map(rows.map(({ id, ...question }) => [id, question]));
  }
}
