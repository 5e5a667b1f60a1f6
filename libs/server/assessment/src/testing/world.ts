/** The room of the people and places of the assessment tests. */
import { randomUUID } from 'node:crypto';
import type {
  AnswerResponse,
  QuestionContent,
  QuizSection,
  QuizSettings,
  Role,
} from '@tap-huan/contract';
import { type FrozenPaper, rightAnswer } from '@tap-huan/rules';
import {
  type Browser,
  KnownPeople,
  KnownPeopleModule,
  type Person,
  testModule,
  type TestModule,
} from '@tap-huan/server/platform/testing';
import { AssessmentModule } from '../assessment.module';
import { Attempts } from '../attempt/attempts';
import { type QuestionPlace, QuestionService } from '../question/question.service';
import { PublishedQuizzes } from '../quiz/published-quizzes.reader';
import { QuizAuthoring } from '../quiz/quiz-authoring';
import { USUAL_SETTINGS, usualSection } from '../quiz/usual-quiz';
import { CONTENTS } from './contents';

/** Half an hour, as often as one likes, and everything is shown after submission. */
export const SETTINGS: QuizSettings = {
  ...USUAL_SETTINGS,
  attemptsAllowed: null,
  questionsPerPage: 5,
  holdAnswers: false,
  requireLessons: false,
};

export interface QuizMade {
  bankId: string;
  quizId: string;
  quizVersionId: string;
  questionIds: string[];
}

export class World {
  unitId: string;
  otherUnitId: string;
  author: Person;
  /** Author of the other unit. */
  stranger: Person;
  taker: Person;

  constructor(readonly test: TestModule) {}

  static async make(): Promise<World> {
    const world = new World(await testModule(AssessmentModule, KnownPeopleModule));
    const province = await world.unit();
    world.unitId = (await world.unit(province)).id;
    world.otherUnitId = (await world.unit(province)).id;
    world.author = await world.person('instructor', world.unitId);
    world.stranger = await world.person('instructor', world.otherUnitId);
    world.taker = await world.person('learner', world.unitId);
    return world;
  }

  async unit(parent?: { id: string; path: string }): Promise<{ id: string; path: string }> {
    const id = randomUUID();
    const path = [...(parent ? [parent.path] : []), id.replaceAll('-', '')].join('.');
    await this.test.sql.rows(
      `insert into organisation.unit (id, code, name, kind, parent_id, path, valid_from)
       values ($1, $2, $2, $3, $4, $5, '2025-07-01')`,
      [id, `U-${id.slice(0, 8)}`, parent ? 'department' : 'province', parent?.id ?? null, path],
    );
    return { id, path };
  }

  async person(role: Role, unitId: string): Promise<Person> {
    const accountId = randomUUID();
    await this.test.sql.rows(
      `insert into identity.account (id, username, full_name, password_hash, language, created_at, sort_key, search_text)
       values ($1, $2, $2, '-', 'vi', now(), $2, $2)`,
      [accountId, `user-${accountId.slice(0, 8)}`],
    );
    const person = { accountId, grants: [{ role, unitId }], sessionId: null, address: null };
    this.test.get(KnownPeople).introduce(person);
    return person;
  }

  /** Gives a person a post in a unit. */
  async employ({ accountId }: Person, unitId: string, jobPosition = 'Chuyên viên'): Promise<void> {
    const officerId = randomUUID();
    await this.test.sql.rows(
      `insert into organisation.officer (id, account_id, staff_code, full_name, sort_key, search_text, birth_date)
       values ($1, $2, $3, $3, $3, $3, '1990')`,
      [officerId, accountId, `CB-${accountId.slice(0, 8)}`],
    );
    await this.test.sql.rows(
      `insert into organisation.position (id, officer_id, unit_id, job_position, valid_from)
       values ($1, $2, $3, $4, '2025-07-01')`,
      [randomUUID(), officerId, unitId, jobPosition],
    );
  }

  /** The browser of somebody who has signed in. */
  async browser(person: Person): Promise<Browser> {
    return this.test.get(KnownPeople).browserOf(person, await this.test.http());
  }

  bank(unitId = this.unitId): Promise<string> {
    return this.test.writer.write(this.author, (tx) =>
      this.test.get(QuizAuthoring).createBank(tx, { unitId, name: 'Ngân hàng' }),
    );
  }

  question(bankId: string, content: QuestionContent, place?: QuestionPlace): Promise<string> {
    return this.test.writer.write(this.author, (tx) =>
      this.test.get(QuestionService).add(tx, bankId, content, place),
    );
  }

  /** A quiz with these sections that is not published. @returns its id */
  draft(
    bankId: string,
    sections: QuizSection[],
    settings: Partial<QuizSettings> = {},
  ): Promise<string> {
    const authoring = this.test.get(QuizAuthoring);
    const title = 'Bài kiểm tra';
    return this.test.writer.write(this.author, async (tx) => {
      const quizId = await authoring.createQuiz(tx, { bankId, title });
      const draft = { title, settings: { ...SETTINGS, ...settings }, sections };
      await authoring.updateQuizDraft(tx, quizId, draft);
      return quizId;
    });
  }

  /** A published quiz on a bank of its own; every question is worth one point. */
  quiz(
    settings: Partial<QuizSettings> = {},
    contents: readonly QuestionContent[] = CONTENTS,
  ): Promise<QuizMade> {
    const authoring = this.test.get(QuizAuthoring);
    return this.test.writer.write(this.author, async (tx) => {
      const bankId = await authoring.createBank(tx, { unitId: this.unitId, name: 'Ngân hàng' });
      const questionIds: string[] = [];
      for (const content of contents)
        questionIds.push(await authoring.addQuestion(tx, bankId, content));
      const quizId = await authoring.createQuiz(tx, { bankId, title: 'Bài kiểm tra' });
      await authoring.updateQuizDraft(tx, quizId, {
        title: 'Bài kiểm tra',
        settings: { ...SETTINGS, ...settings },
        sections: [usualSection(questionIds.map((questionId) => ({ questionId, points: 100 })))],
      });
      return { bankId, quizId, questionIds, ...(await authoring.publishQuiz(tx, quizId)) };
    });
  }

  publish(quizId: string): Promise<{ quizVersionId: string }> {
    return this.test.writer.write(this.author, (tx) =>
      this.test.get(QuizAuthoring).publishQuiz(tx, quizId),
    );
  }

  /** Starts an attempt of the taker, or of somebody else. */
  start(
    { quizVersionId }: { quizVersionId: string },
    contextId: string | null = randomUUID(),
    by: Person = this.taker,
  ): Promise<string> {
    return this.test.writer.write(by, (tx) =>
      this.test.get(Attempts).start(tx, {
        quizVersionId,
        takerId: by.accountId,
        contextId,
        returnPath: '/hoc/x',
      }),
    );
  }

  async paper(attemptId: string): Promise<FrozenPaper> {
    const { paper } = await this.test.sql.one<{ paper: FrozenPaper }>(
      `select paper from assessment.attempt where id = $1`,
      [attemptId],
    );
    return paper;
  }

  /** Answers that earn full marks on the attempt's paper, by slot; those that a person marks are left out. */
  async rightAnswers(attemptId: string): Promise<{ slot: number; response: AnswerResponse }[]> {
    const { slots } = await this.paper(attemptId);
    const contents = await this.test
      .get(PublishedQuizzes)
      .contents(slots.map(({ questionVersionId }) => questionVersionId));
    return slots.flatMap(({ slot, question, questionVersionId }) => {
      const content = contents.get(questionVersionId) as QuestionContent;
      const response = rightAnswer(content, question);
      return response ? [{ slot, response }] : [];
    });
  }

  /** `AttemptGraded` events of an attempt. */
  graded(
    attemptId: string,
  ): Promise<{ payload: { contextId: string; scoreOfTen: number; passed: boolean } }[]> {
    return this.test.sql.rows(
      `select payload from platform.outbox where event = 'AttemptGraded' and payload->>'attemptId' = $1`,
      [attemptId],
    );
  }

  async steps(attemptId: string): Promise<string[]> {
    const rows = await this.test.sql.rows<{ kind: string }>(
      `select kind from assessment.step where attempt_id = $1 order by id`,
      [attemptId],
    );
    return rows.map(({ kind }) => kind);
  }
}
