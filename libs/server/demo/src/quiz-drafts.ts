/** The room where a shipped quiz becomes the draft that its author saves. */
import { randomUUID } from 'node:crypto';
import { endpoints, type QuizSection, type QuizSlot } from '@tap-huan/contract';
import { USUAL_SETTINGS } from '@tap-huan/server/assessment';
import type { DemoBank } from './banks';
import type { ShippedQuiz } from './course-files';
import type { DemoPerson } from './person';

/** Saves the draft of a quiz whose questions stand in these banks; draws are from the last one. */
export async function saveQuiz(
  author: DemoPerson,
  quizId: string,
  shipped: ShippedQuiz,
  banks: readonly DemoBank[],
): Promise<void> {
  const sections = shipped.sections.map(({ slots, ...section }): QuizSection => ({
    ...section,
    id: randomUUID(),
    timeLimitMinutes: null,
    slots: slots.map((slot) => slotOf(slot, banks)),
  }));
  const params = { quizId };
  const { revision } = await author.call(endpoints.readQuiz, { params });
  await author.call(endpoints.updateQuiz, {
    params,
    body: {
      title: shipped.title,
      settings: { ...USUAL_SETTINGS, ...shipped.settings },
      sections,
      revision,
    },
  });
}

function slotOf(
  slot: ShippedQuiz['sections'][number]['slots'][number],
  banks: readonly DemoBank[],
): QuizSlot {
  const { points } = slot;
  if ('question' in slot) {
    const asked = banks.flatMap(({ questions }) => questions.get(slot.question) ?? [])[0];
    if (!asked) throw new Error(`No bank has the question ${slot.question}.`);
    return { kind: 'fixed', id: randomUUID(), questionId: asked.id, version: null, points };
  }
  const { category, ...draw } = slot.random;
  const bank = banks.at(-1);
  const categoryId = bank?.categories.get(category);
  if (!bank || !categoryId) throw new Error(`No bank has the category ${category}.`);
  return {
    kind: 'random',
    id: randomUUID(),
    bankId: bank.bankId,
    categoryId,
    includeSubcategories: true,
    ...draw,
    points,
  };
}
