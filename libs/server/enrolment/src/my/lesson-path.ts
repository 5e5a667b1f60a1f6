/** The room of the way through a course: where a lesson stands among its neighbours. */
import { found } from '@tap-huan/server/platform';
import type { LessonFact } from '../progress/lesson-facts.reader';

type Neighbour = Pick<LessonFact, 'id' | 'title' | 'kind'> | null;

export interface Place {
  lesson: LessonFact;
  previous: Neighbour;
  next: Neighbour;
}

const neighbour = (lesson: LessonFact | undefined): Neighbour =>
  lesson ? { id: lesson.id, title: lesson.title, kind: lesson.kind } : null;

/** @throws Failure not_found where the lesson is not one of the pinned course version */
export function placeOf(lessons: readonly LessonFact[], lessonId: string): Place {
  const index = lessons.findIndex(({ id }) => id === lessonId);
  return {
    lesson: found(lessons[index]),
    previous: neighbour(lessons[index - 1]),
    next: neighbour(lessons[index + 1]),
  };
}
