/** The room where reading is kept: how far, how long, and whether to the end. */
import { Injectable } from '@nestjs/common';
import type { enrolmentEndpoints, InputOf, OutputOf } from '@tap-huan/contract';
import { lessonState, progressOf } from '@tap-huan/rules';
import { accountOf, type Actor, Failure, found, type Tx, Writer } from '@tap-huan/server/platform';
import { mayBecome } from '../enrolment/enrolment-state';
import { lockOwnEnrolment } from '../my/own-enrolment';
import { factsByKey, lessonFacts } from './lesson-facts.reader';

type Progress = typeof enrolmentEndpoints.recordProgress;
type Report = InputOf<Progress>['body'];

@Injectable()
export class ProgressService {
  constructor(private readonly writer: Writer) {}

  /**
   * Keeps what the browser reports of a reading lesson. The first report begins the course; finished
   * stays finished, and only the first finish is news.
   */
  record(actor: Actor, { params, body }: InputOf<Progress>): Promise<OutputOf<Progress>> {
    const { enrolmentId, lessonId } = params;
    return this.writer.write(actor, async (tx) => {
      const state = await lockOwnEnrolment(tx, accountOf(actor), enrolmentId);
      if (state === 'withdrawn') throw new Failure('enrolment_closed');
      const lessonKey = await keep(tx, enrolmentId, lessonId, body);
      if (mayBecome(state, 'in_progress')) await begin(tx, enrolmentId);
      if (body.done && (await finish(tx, enrolmentId, lessonKey))) {
        await tx.emit('LessonFinished', { enrolmentId, lessonKey });
      }
      const lessons = await lessonFacts(tx, [enrolmentId]);
      const facts = factsByKey(lessons);
      return { state: lessonState(facts.get(lessonKey)), progress: progressOf(lessons, facts) };
    });
  }
}

/**
 * Position and seconds in one statement. @returns the key of the lesson
 * @throws Failure not_found where it is no reading lesson of the pinned version
 */
async function keep(
  tx: Tx,
  enrolmentId: string,
  lessonId: string,
  { position, seconds }: Report,
): Promise<string> {
  const kept = await tx.maybe<{ key: string }>(
    `insert into enrolment.lesson_progress as p
            (enrolment_id, lesson_key, started_at, position, seconds)
     select e.id, l.key, $3, $4, $5
       from enrolment.enrolment e
       join learning.module m on m.course_version_id = e.course_version_id
       join learning.lesson l on l.module_id = m.id
      where e.id = $1 and l.id = $2 and l.kind = 'reading'
         on conflict (enrolment_id, lesson_key) do update
        set position = excluded.position,
            seconds = least(p.seconds::bigint + excluded.seconds, 2147483647)
     returning lesson_key as key`,
    [enrolmentId, lessonId, tx.now, position, seconds],
  );
  return found(kept).key;
}

/** The first touch of a course, by reading or by a quiz. */
export async function begin(tx: Tx, enrolmentId: string): Promise<void> {
  await tx.rows(
    `update enrolment.enrolment set state = 'in_progress', started_at = $2
      where id = $1 and state = 'not_started'`,
    [enrolmentId, tx.now],
  );
}

/** @returns whether this was the first time */
async function finish(tx: Tx, enrolmentId: string, lessonKey: string): Promise<boolean> {
  const first = await tx.maybe(
    `update enrolment.lesson_progress set finished_at = $3
      where enrolment_id = $1 and lesson_key = $2 and finished_at is null
     returning lesson_key`,
    [enrolmentId, lessonKey, tx.now],
  );
  return first !== null;
}
