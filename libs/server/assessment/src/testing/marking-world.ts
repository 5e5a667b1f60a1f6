/** The room of the markers, the papers and the people of the tests of marking by hand. */
import { randomUUID } from 'node:crypto';
import {
  type AnswerResponse,
  endpoints,
  type OutputOf,
  questionContent,
  type QuestionContent,
  type QuizSettings,
} from '@tap-huan/contract';
import type { Answer, Browser, Person } from '@tap-huan/server/platform/testing';
import { Attempts } from '../attempt/attempts';
import { USUAL_SETTINGS } from '../quiz/usual-quiz';
import { statement } from './contents';
import { type QuizMade, World } from './world';

type Marking = Partial<QuizSettings['marking']>;
type SaveMark = typeof endpoints.saveMark;

/** An essay without a rubric. */
export const essay = (text: string): QuestionContent =>
  questionContent.parse({
    kind: 'essay',
    stem: `<p>${text}</p>`,
    markingGuide: '<p>Nêu đủ ba bước.</p>',
    modelAnswer: '<p>Tiếp nhận, xử lý, trả kết quả.</p>',
  });

const level = (id: string, percent: number) => ({ id, percent, description: `Mức ${percent}` });

/** An essay whose two criteria count two to one. */
export const rubricEssay = (text: string): QuestionContent =>
  questionContent.parse({
    kind: 'essay',
    stem: `<p>${text}</p>`,
    rubric: [
      { id: 'law', title: 'Căn cứ', weight: 2, levels: [level('none', 0), level('full', 100)] },
      { id: 'words', title: 'Diễn đạt', weight: 1, levels: [level('poor', 0), level('good', 100)] },
    ],
  });

/** What somebody answers to a question of this kind. */
export type Answers = Partial<Record<string, AnswerResponse>>;

export const written = (text = 'Kính thưa ông bà, tôi trình bày như sau.'): AnswerResponse => ({
  kind: 'essay',
  text,
});

export class MarkingWorld {
  readonly first: Marker;
  readonly second: Marker;
  readonly third: Marker;
  readonly stranger: Marker;

  private constructor(
    readonly world: World,
    markers: Marker[],
  ) {
    [this.first, this.second, this.third, this.stranger] = markers as [
      Marker,
      Marker,
      Marker,
      Marker,
    ];
  }

  get test() {
    return this.world.test;
  }

  static async make(): Promise<MarkingWorld> {
    const world = await World.make();
    const people = [
      await world.person('instructor', world.unitId),
      await world.person('instructor', world.unitId),
      await world.person('instructor', world.unitId),
      world.stranger,
    ];
    const markers: Marker[] = [];
    for (const person of people) markers.push(new Marker(person, await world.browser(person)));
    return new MarkingWorld(world, markers);
  }

  /** An officer of this name. */
  async candidate(fullName: string): Promise<Person> {
    const person = await this.world.person('learner', this.world.unitId);
    await this.world.employ(person, this.world.unitId);
    await this.test.sql.rows(
      `update identity.account set full_name = $2, sort_key = $2 where id = $1`,
      [person.accountId, fullName],
    );
    await this.test.sql.rows(
      `update organisation.officer set full_name = $2, sort_key = $2 where account_id = $1`,
      [person.accountId, fullName],
    );
    return person;
  }

  /** A statement that is true (one point), then these essays (one point each). */
  quiz(
    essays: QuestionContent[],
    marking: Marking = {},
    settings: Partial<QuizSettings> = {},
  ): Promise<QuizMade> {
    const all = { ...USUAL_SETTINGS.marking, ...marking };
    return this.world.quiz({ marking: all, ...settings }, [statement('Đúng hẹn'), ...essays]);
  }

  /** Sits the quiz and hands it in. @param answers by question id */
  async sit(
    quiz: QuizMade,
    person: Person,
    answers: Answers,
    contextId: string | null = randomUUID(),
  ): Promise<string> {
    const attemptId = await this.world.start(quiz, contextId, person);
    const { slots } = await this.world.paper(attemptId);
    for (const { slot, questionId } of slots) {
      const response = answers[questionId];
      if (!response) continue;
      await this.test.sql.rows(
        `insert into assessment.answer (attempt_id, slot, response, flagged, seq, saved_at)
         values ($1, $2, $3, false, 1, $4)`,
        [attemptId, slot, JSON.stringify(response), this.test.clock.now()],
      );
    }
    await this.test.writer.write(person, (tx) =>
      this.test.get(Attempts).submit(tx, attemptId, person.accountId),
    );
    return attemptId;
  }

  async slotOf(attemptId: string, questionId: string): Promise<number> {
    const { slots } = await this.world.paper(attemptId);
    return slots.find((slot) => slot.questionId === questionId)?.slot ?? 0;
  }

  /** Result row and total of an attempt. */
  result(attemptId: string): Promise<StoredMarks> {
    return this.test.sql.one<StoredMarks>(
      `select a.phase, a.points as total, a.maximum, a.score_of_ten as score, a.passed, a.graded_by as "gradedBy",
         r.points, r.awarded, r.outcomes, r.labels, r.marked_by_version_ids as "markedBy", r.sections
       from assessment.attempt a join assessment.result r on r.attempt_id = a.id where a.id = $1`,
      [attemptId],
    );
  }

  /** The trail of marks, oldest first. */
  trail(attemptId: string): Promise<TrailLine[]> {
    return this.test.sql.rows<TrailLine>(
      `select kind, slot, awarded_from as "from", awarded_to as "to", reason, by_account as by, detail
       from assessment.step where attempt_id = $1 and kind not in ('started', 'submitted') order by id`,
      [attemptId],
    );
  }

  async news(
    attemptId: string,
  ): Promise<{ scoreOfTen: number; passed: boolean; regraded: boolean }[]> {
    const rows = await this.test.sql.rows<{ payload: never }>(
      `select payload from platform.outbox where event = 'AttemptGraded' and payload->>'attemptId' = $1
       order by xmin::text::bigint, ctid`,
      [attemptId],
    );
    return rows.map(({ payload }) => payload);
  }

  /** A certificate of somebody's enrolment, without the course and the unit that it would need. */
  async certify(enrolmentId: string, registerNo: string): Promise<void> {
    await this.test.writer.write(this.world.author, async (tx) => {
      await tx.rows(`set local session_replication_role = replica`);
      await tx.rows(
        `insert into certification.certificate (id, enrolment_id, officer_id, course_id, unit_id, issuer_unit_id,
           register_year, register_seq, register_no, verify_code, state, snapshot, search_text, issued_on, issued_at)
         values ($1::uuid, $2, $1::uuid, $1::uuid, $1::uuid, $1::uuid, 2026, 1, $3, $1::text, 'issued', '{}', '', '2026-11-23', now())`,
        [randomUUID(), enrolmentId, registerNo],
      );
    });
  }

  /** Writes the next version of a question. */
  async rewrite(questionId: string, content: QuestionContent, baseVersion = 1): Promise<void> {
    await this.first.browser.call(endpoints.updateQuestion, {
      params: { questionId },
      body: { content, baseVersion },
    });
  }
}

export interface StoredMarks {
  phase: string;
  total: number | null;
  maximum: number | null;
  score: number | null;
  passed: boolean | null;
  gradedBy: string | null;
  points: number[];
  awarded: (number | null)[];
  outcomes: string[];
  labels: string[];
  markedBy: string[];
  sections: { points: number; maximum: number; reached: boolean }[];
}

export interface TrailLine {
  kind: string;
  slot: number | null;
  from: number | null;
  to: number | null;
  reason: string;
  by: string | null;
  detail: Record<string, unknown>;
}

/** Somebody who marks. */
export class Marker {
  constructor(
    readonly person: Person,
    readonly browser: Browser,
  ) {}

  list({ quizId }: { quizId: string }, query: { order?: 'question' | 'officer' } = {}) {
    return this.browser.call(endpoints.listMarkingTasks, { params: { quizId }, query });
  }

  /** The only task of an attempt, or the one of this slot. */
  async taskOf(
    { test: { sql } }: MarkingWorld,
    attemptId: string,
    slot: number | null = null,
  ): Promise<string> {
    const { id } = await sql.one<{ id: string }>(
      `select id from assessment.marking_task where attempt_id = $1 and ($2::int is null or slot = $2)`,
      [attemptId, slot],
    );
    return id;
  }

  read(
    taskId: string,
    query: { order?: 'question' | 'officer' } = {},
  ): Promise<OutputOf<typeof endpoints.readMarkingTask>> {
    return this.browser.call(endpoints.readMarkingTask, { params: { taskId }, query });
  }

  save(
    taskId: string,
    typed: Partial<{
      awarded: number | null;
      levels: Record<string, string>;
      comment: string;
      final: boolean;
      revision: number;
    }>,
  ): Promise<Answer<OutputOf<SaveMark>>> {
    return this.browser.try(endpoints.saveMark, {
      params: { taskId },
      body: { awarded: null, levels: {}, comment: '', final: false, revision: 0, ...typed },
    });
  }

  give(taskId: string, awarded: number, comment = ''): Promise<Answer<OutputOf<SaveMark>>> {
    return this.save(taskId, { awarded, comment, final: true });
  }

  agree(taskId: string, awarded: number, reason = 'Đã trao đổi', comment = '') {
    return this.browser.try(endpoints.agreeMark, {
      params: { taskId },
      body: { awarded, comment, reason },
    });
  }

  change(taskId: string, awarded: number, reason = 'Cộng nhầm', comment = '') {
    return this.browser.try(endpoints.changeMark, {
      params: { taskId },
      body: { awarded, comment, reason },
    });
  }
}
