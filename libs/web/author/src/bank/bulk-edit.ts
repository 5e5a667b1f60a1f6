/** The room of a change to many questions at once, and of the way back. */
import type { endpoints, QuestionRow, RequestOf } from '@tap-huan/contract';

export type BulkBody = RequestOf<typeof endpoints.editQuestions>['body'];
/** What is changed; what is not named stays. */
export type BulkChange = Omit<BulkBody, 'questionIds'>;

export const changesNothing = (change: BulkChange): boolean =>
  Object.values(change).every(
    (value) => value === undefined || (Array.isArray(value) && value.length === 0),
  );

/** What puts one question back to what it was. */
function backFor(row: QuestionRow, change: BulkChange): BulkChange {
  const { categoryId, status, difficulty, era, reviewOn, addTags = [], removeTags = [] } = change;
  const added = addTags.filter((tag) => !row.tags.includes(tag));
  const removed = removeTags.filter((tag) => row.tags.includes(tag));
  return {
    ...(categoryId !== undefined && { categoryId: row.categoryId }),
    ...(status !== undefined && { status: row.status }),
    ...(difficulty !== undefined && { difficulty: row.difficulty }),
    ...(era !== undefined && { era: row.era }),
    ...(reviewOn !== undefined && { reviewOn: row.reviewOn }),
    ...(removed.length > 0 && { addTags: removed }),
    ...(added.length > 0 && { removeTags: added }),
  };
}

/** The requests that undo a change: questions that were alike go back together. */
export function undoOf(rows: readonly QuestionRow[], change: BulkChange): BulkBody[] {
  const bodies = new Map<string, BulkBody>();
  for (const row of rows) {
    const back = backFor(row, change);
    if (changesNothing(back)) continue;
    const key = JSON.stringify(back);
    const body = bodies.get(key) ?? { ...back, questionIds: [] };
    body.questionIds.push(row.id);
    bodies.set(key, body);
  }
  return [...bodies.values()];
}
