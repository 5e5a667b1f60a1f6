/** The room of the units, authors, banks and quizzes of the tests of question banks. */
import { randomUUID } from 'node:crypto';
import type { QuestionContent, QuestionRow, QuizSlot, Role } from '@tap-huan/contract';
import {
  type Browser,
  KnownPeople,
  KnownPeopleModule,
  type Person,
  testModule,
  type TestModule,
} from '@tap-huan/server/platform/testing';
import { BankReader } from '../bank/bank.reader';
import { BankService } from '../bank/bank.service';
import { CategoryService } from '../bank/category.service';
import { QuestionBankModule } from '../question-bank.module';
import { type QuestionPlace, QuestionService } from '../question/question.service';
import { QuestionReader } from '../question/question.reader';
import { statement } from './contents';

interface Unit {
  id: string;
  path: string;
}

/** What a published quiz holds of a question. */
export interface Pin {
  questionId: string;
  questionVersionId: string;
  stimulusVersionId: null;
}

/** Two departments with a division each, and somebody who writes courses for each of them, and for the province. */
export class BankWorld {
  readonly units = {} as Record<
    'province' | 'home' | 'homeDivision' | 'away' | 'awayDivision',
    Unit
  >;
  readonly authors = {} as Record<keyof BankWorld['units'], Person>;

  constructor(readonly test: TestModule) {}

  static async make(): Promise<BankWorld> {
    const world = new BankWorld(await testModule(QuestionBankModule, KnownPeopleModule));
    const { units } = world;
    units.province = await world.unit('Tỉnh');
    units.home = await world.unit('Sở Nhà', units.province);
    units.homeDivision = await world.unit('Phòng Nhà', units.home);
    units.away = await world.unit('Sở Xa', units.province);
    units.awayDivision = await world.unit('Phòng Xa', units.away);
    for (const name of Object.keys(units) as (keyof BankWorld['units'])[]) {
      world.authors[name] = await world.person('instructor', units[name].id, `Người soạn ${name}`);
    }
    return world;
  }

  /** Author of the home department: most tests speak of him. */
  get author(): Person {
    return this.authors.home;
  }

  async unit(name: string, parent?: Unit): Promise<Unit> {
    const id = randomUUID();
    const path = [...(parent ? [parent.path] : []), id.replaceAll('-', '')].join('.');
    await this.test.sql.rows(
      `insert into organisation.unit (id, code, name, kind, parent_id, path, valid_from)
       values ($1, $2, $3, $4, $5, $6, '2025-07-01')`,
      [id, id, name, parent ? 'department' : 'province', parent?.id ?? null, path],
    );
    return { id, path };
  }

  async person(role: Role, unitId: string, name: string = role): Promise<Person> {
    const accountId = randomUUID();
    await this.test.sql.rows(
      `insert into identity.account (id, username, full_name, password_hash, language, created_at, sort_key, search_text)
       values ($1::uuid, $1::text, $2, '-', 'vi', now(), $2, $2)`,
      [accountId, name],
    );
    const person = { accountId, grants: [{ role, unitId }], sessionId: null, address: null };
    this.test.get(KnownPeople).introduce(person);
    return person;
  }

  /** The browser of somebody who has signed in. */
  async browser(person: Person): Promise<Browser> {
    return this.test.get(KnownPeople).browserOf(person, await this.test.http());
  }

  async bank(unitId = this.units.home.id, name = 'Ngân hàng'): Promise<string> {
    const service = this.test.get(BankService);
    return (await service.create(this.authors.province, { name, unitId })).id;
  }

  async share(bankId: string, unitId: string, right: 'use' | 'edit'): Promise<void> {
    const { name, shares } = await this.test.get(BankReader).read(this.authors.province, bankId);
    await this.test.get(BankService).update(this.authors.province, bankId, {
      name,
      shares: [...shares, { unitId, right }],
    });
  }

  async category(bankId: string, name: string, parentId: string | null = null): Promise<string> {
    const categoryId = randomUUID();
    await this.test
      .get(CategoryService)
      .save(this.author, { bankId, categoryId }, { name, parentId });
    return categoryId;
  }

  question(
    bankId: string,
    given: QuestionContent | string,
    place: QuestionPlace = {},
  ): Promise<string> {
    const content = typeof given === 'string' ? statement(given) : given;
    return this.test.writer.write(this.author, (tx) =>
      this.test.get(QuestionService).add(tx, bankId, content, place),
    );
  }

  /** A true-or-false question with these fields. */
  with(text: string, fields: Partial<QuestionContent>): QuestionContent {
    return { ...statement(text), ...fields } as QuestionContent;
  }

  async list(
    bankId: string,
    query: Parameters<QuestionReader['list']>[2] = {},
    actor = this.author,
  ): Promise<QuestionRow[]> {
    return (await this.test.get(QuestionReader).list(actor, bankId, query)).items;
  }

  async titles(bankId: string, query: Parameters<QuestionReader['list']>[2]): Promise<string[]> {
    return (await this.list(bankId, query)).map(({ title }) => title);
  }

  /** Writes another version of a question with this statement. */
  rewrite(questionId: string, text: string, baseVersion = 1): Promise<{ version: number }> {
    const content = statement(text);
    return this.test.get(QuestionService).update(this.author, questionId, { content, baseVersion });
  }

  fixed(questionId: string, version: number | null = null): QuizSlot {
    return { kind: 'fixed', id: randomUUID(), questionId, version, points: 100 };
  }

  random(bankId: string, categoryId: string | null = null): QuizSlot {
    const all = { includeSubcategories: true, tags: [], difficulty: null };
    return { kind: 'random', id: randomUUID(), bankId, categoryId, ...all, count: 1, points: 100 };
  }

  /** A quiz whose draft has these slots. */
  async quiz(bankId: string, slots: QuizSlot[], title = 'Bài kiểm tra'): Promise<string> {
    const id = randomUUID();
    await this.test.sql.rows(
      `insert into assessment.quiz (id, bank_id, title, settings, sections, revision)
       values ($1, $2, $3, '{}', $4, 1)`,
      [id, bankId, title, JSON.stringify([{ id: 's1', slots }])],
    );
    return id;
  }

  async arrange(quizId: string, slots: QuizSlot[]): Promise<void> {
    await this.test.sql.rows(`update assessment.quiz set sections = $2 where id = $1`, [
      quizId,
      JSON.stringify([{ id: 's1', slots }]),
    ]);
  }

  async pin(questionId: string, number = 1): Promise<Pin> {
    const { id } = await this.test.sql.one<{ id: string }>(
      `select id from assessment.question_version where question_id = $1 and number = $2`,
      [questionId, number],
    );
    return { questionId, questionVersionId: id, stimulusVersionId: null };
  }

  /** The next published version of a quiz: fixed questions, and pools from which one each is drawn. */
  async publish(quizId: string, fixed: Pin[], ...pools: Pin[][]): Promise<string> {
    const id = randomUUID();
    const slots = [
      ...fixed.map((question) => ({ kind: 'fixed', id: randomUUID(), points: 100, question })),
      ...pools.map((pool) => ({ kind: 'random', id: randomUUID(), count: 1, points: 100, pool })),
    ];
    await this.test.sql.rows(
      `insert into assessment.quiz_version (id, quiz_id, number, title, settings, sections, published_at)
       select $1, $2, count(*) + 1, 'Bài kiểm tra', '{}', $3, now() from assessment.quiz_version where quiz_id = $2`,
      [id, quizId, JSON.stringify([{ id: 's1', slots }])],
    );
    return id;
  }

  /** An attempt at a published quiz with these questions on its paper; submitted ones have a result. */
  async attempt(
    quizVersionId: string,
    pins: Pin[],
    phase: 'prepared' | 'open' | 'marked' = 'marked',
  ): Promise<void> {
    const id = randomUUID();
    const over = phase === 'marked';
    await this.test.sql.rows(
      `insert into assessment.attempt (id, quiz_id, quiz_version_id, taker_id, context_id, number, preview, phase,
         started_at, submitted_at, paper, kinds, settings, title, return_path,
         points, maximum, score_of_ten, passed, graded_by)
       select $1, quiz_id, id, $3, $1, 1, false, $4, $5, $6, $7, '{}', '{}', '', '/', $8, $8, $8, $9, $10
       from assessment.quiz_version where id = $2`,
      [
        id,
        quizVersionId,
        this.author.accountId,
        phase,
        phase === 'prepared' ? null : new Date(),
        over ? new Date() : null,
        JSON.stringify({
          sections: [],
          slots: pins.map((pin, place) => ({ slot: place + 1, ...pin })),
        }),
        over ? 100 : null,
        over ? true : null,
        over ? 'machine' : null,
      ],
    );
    if (!over) return;
    await this.test.sql.rows(
      `insert into assessment.result (attempt_id, quiz_id, quiz_version_id, submitted_at, slot_keys, question_ids,
         version_ids, marked_by_version_ids, points, awarded, outcomes, labels, seconds, certainties, sections)
       select id, quiz_id, quiz_version_id, submitted_at, '{}', '{}', $2, $2, '{}', '{}', '{}', '{}', '{}', '{}', '[]'
       from assessment.attempt where id = $1`,
      [id, pins.map(({ questionVersionId }) => questionVersionId)],
    );
  }
}
