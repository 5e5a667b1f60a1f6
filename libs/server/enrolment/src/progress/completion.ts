/** The room where an enrolment learns how far it is, and that it is completed. */
import { Injectable } from '@nestjs/common';
import { courseScore, isCompleted, progressOf } from '@tap-huan/rules';
import type { Tx } from '@tap-huan/server/platform';
import { EnrolmentEntity } from '../enrolment/enrolment.entity';
import { isOpen, mayBecome } from '../enrolment/enrolment-state';
import { factsByKey, type LessonFact, lessonFacts } from './lesson-facts.reader';

@Injectable()
export class Completion {
  /**
   * Computes progress, score and state anew from the facts; a repeat changes nothing. `CourseCompleted`
   * is emitted on the one transition to `completed`, which the row lock lets only one caller make.
   * A completed enrolment keeps its score: a certificate may stand on it.
   */
  async settle(tx: Tx, enrolmentId: string): Promise<void> {
    const enrolment = await tx.manager.findOne(EnrolmentEntity, {
      where: { id: enrolmentId },
      lock: { mode: 'for_no_key_update' },
    });
    if (!enrolment || !isOpen(enrolment.state)) return;
    const lessons = await lessonFacts(tx, [enrolmentId]);
    const facts = factsByKey(lessons);
    const { done, total } = progressOf(lessons, facts);
    const started = lessons.some((lesson) => lesson.started);
    const completed = isCompleted(lessons, facts) && mayBecome(enrolment.state, 'completed');
    await tx.manager.update(EnrolmentEntity, enrolmentId, {
      doneLessons: done,
      totalLessons: total,
      scoreOfTen: courseScore(lessons, facts),
      startedAt: enrolment.startedAt ?? (started ? tx.now : null),
      ...(completed
        ? { state: 'completed', completedAt: lastFinish(lessons, tx.now) }
        : started && mayBecome(enrolment.state, 'in_progress')
          ? { state: 'in_progress' }
          : {}),
    });
    if (completed) await tx.emit('CourseCompleted', { enrolmentId });
  }
}

/** A course is completed when its last lesson was finished, not when the news of it was read. */
const lastFinish = (lessons: readonly LessonFact[], now: Date): Date =>
  new Date(
    Math.min(
      now.getTime(),
      Math.max(...lessons.map(({ finishedAt }) => (finishedAt ?? now).getTime())),
    ),
  );
