/** The room where scheduled exams are made ready: an hour before one opens, each enrolled officer's paper is drawn. */
import { Injectable } from '@nestjs/common';
import { AttemptPreparation, type PreparedContext } from '@tap-huan/server/assessment';
import { Clock, Sql, SYSTEM, Writer } from '@tap-huan/server/platform';
import { quizPath } from './quiz-start.service';

/** How long before an exam opens its papers are drawn. */
const AHEAD = 60 * 60_000;
/** Papers in one transaction; the locks of a smaller one are held shorter, a larger one is faster. */
const BATCH = 300;

interface Seat {
  enrolmentId: string;
  lessonId: string;
  takerId: string;
}

@Injectable()
export class ExamPreparation {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
    private readonly writer: Writer,
    private readonly preparation: AttemptPreparation,
  ) {}

  /**
   * Prepares attempts for the officers enrolled in exams that open within the hour, and removes those that were never
   * begun and whose exam is over. Lessons, limits and what holds for an officer otherwise are asked at Start. Several
   * processes may do it at once; what is there already is left alone.
   * @returns how many attempts were prepared
   */
  async run(): Promise<number> {
    await this.preparation.removeClosed();
    let made = 0;
    for (const quizVersionId of await this.scheduled()) made += await this.prepare(quizVersionId);
    return made;
  }

  /** Quiz versions that courses show and that ask for it. */
  private async scheduled(): Promise<string[]> {
    const now = this.clock.now();
    const rows = await this.sql.rows<{ id: string }>(
      `select z.id from assessment.quiz_version z
        where (z.settings->>'prepareAhead')::boolean
          and (z.settings->>'opensAt')::timestamptz between $1 and $2
          and exists (select 1 from learning.lesson l where l.quiz_version_id = z.id)
        order by z.settings->>'opensAt', z.id`,
      [now, new Date(now.getTime() + AHEAD)],
    );
    return rows.map(({ id }) => id);
  }

  private async prepare(quizVersionId: string): Promise<number> {
    const seats = await this.emptySeats(quizVersionId);
    let made = 0;
    for (let from = 0; from < seats.length; from += BATCH) {
      const contexts = seats.slice(from, from + BATCH).map(contextOf);
      made += await this.writer.write(SYSTEM, (tx) =>
        this.preparation.prepare(tx, { quizVersionId, contexts }),
      );
    }
    return made;
  }

  /** Enrolments that have not begun this quiz and have no paper of this version of it yet. */
  private emptySeats(quizVersionId: string): Promise<Seat[]> {
    return this.sql.rows<Seat>(
      `select e.id as "enrolmentId", l.id as "lessonId", o.account_id as "takerId"
         from learning.lesson l
         join learning.module m on m.id = l.module_id
         join enrolment.enrolment e on e.course_version_id = m.course_version_id
         join organisation.officer o on o.id = e.officer_id
        where l.quiz_version_id = $1 and e.state in ('not_started', 'in_progress')
          and o.account_id is not null
          and not exists (
            select 1 from assessment.attempt a
             where a.context_id = e.id and a.quiz_id = l.quiz_id and not a.preview
               and (a.phase <> 'prepared' or a.quiz_version_id = $1))
        order by e.id`,
      [quizVersionId],
    );
  }
}

const contextOf = ({ enrolmentId, lessonId, takerId }: Seat): PreparedContext => ({
  takerId,
  contextId: enrolmentId,
  returnPath: quizPath(enrolmentId, lessonId),
});
