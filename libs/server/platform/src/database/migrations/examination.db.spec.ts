/** What was written before the examination engine is still read by it: questions, quizzes, attempts. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  answerResponse,
  attemptView,
  questionContent,
  quizSection,
  quizSettings,
} from '@tap-huan/contract';
import {
  effectiveSettings,
  type FrozenPaper,
  gradeQuestion,
  partsOf,
  type PublishedSection,
  questionsOf,
  rightAnswer,
  shownSections,
  shownSlot,
  slotsTooSmall,
} from '@tap-huan/rules';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '.';
import { dataSourceOptions } from '../data-source';

const OLD = 8;

const common = { feedback: '<p>Vì</p>', legalBasis: ['NĐ 118'], asOf: null, difficulty: 'recall' };
const options = [
  { id: 'a', text: 'Một', feedback: 'Đúng' },
  { id: 'b', text: 'Hai' },
];
/** One of each kind there was, with the paper that was drawn from it. */
const QUESTIONS = [
  {
    content: { kind: 'single', stem: '<p>1</p>', ...common, options, correct: 'a' },
    frozen: { order: ['b', 'a'], paper: { options: shown('Hai', 'Một') } },
  },
  {
    content: {
      kind: 'multiple',
      stem: '<p>2</p>',
      ...common,
      options,
      correct: ['a'],
      scoring: 'partial',
    },
    frozen: { order: ['a', 'b'], paper: { options: shown('Một', 'Hai') } },
  },
  {
    content: { kind: 'true_false', stem: '<p>3</p>', ...common, correct: false },
    frozen: { paper: {} },
  },
  {
    content: {
      kind: 'matching',
      stem: '<p>4</p>',
      ...common,
      pairs: [
        { id: 'p1', prompt: 'Xanh', answer: 'Thường' },
        { id: 'p2', prompt: 'Đỏ', answer: 'Gấp' },
      ],
      distractors: [],
    },
    frozen: {
      pairs: ['p2', 'p1'],
      paper: {
        prompts: [
          { id: 'p1', text: 'Xanh' },
          { id: 'p2', text: 'Đỏ' },
        ],
        answers: shown('Gấp', 'Thường'),
      },
    },
  },
  {
    content: {
      kind: 'ordering',
      stem: '<p>5</p>',
      ...common,
      items: [
        { id: 'i1', text: 'Nghe' },
        { id: 'i2', text: 'Ghi' },
      ],
      scoring: 'adjacent',
    },
    frozen: { order: ['i2', 'i1'], paper: { items: shown('Ghi', 'Nghe') } },
  },
  {
    content: {
      kind: 'numeric',
      stem: '<p>6</p>',
      ...common,
      value: 24,
      tolerance: 1,
      unit: 'giờ',
    },
    frozen: { paper: { unit: 'giờ' } },
  },
  {
    content: {
      kind: 'short_answer',
      stem: '<p>7</p>',
      ...common,
      accepted: ['PAR'],
      ignoreCase: true,
      ignoreDiacritics: false,
    },
    frozen: { paper: {} },
  },
].map(({ content, frozen }) => ({
  content,
  frozen: {
    ...frozen,
    kind: content.kind,
    paper: { kind: content.kind, stem: content.stem, ...frozen.paper },
  },
}));

function shown(...texts: string[]): { id: string; text: string }[] {
  return texts.map((text, place) => ({ id: `o${place + 1}`, text }));
}

const OLD_SETTINGS = {
  timeLimitMinutes: 30,
  attemptsAllowed: 3,
  passPercent: 50,
  shuffleQuestions: true,
  shuffleOptions: false,
  questionsPerPage: 5,
  showFeedback: 'after_submission',
  showCorrect: 'after_pass_or_last_attempt',
  requireLessons: true,
};

const adminUrl = process.env['TEST_DATABASE_URL'] ?? '';
const database = `test_old_${randomUUID().replaceAll('-', '')}`;
const url = new URL(adminUrl || 'postgres://missing');
url.pathname = `/${database}`;

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function migrated(migrations: typeof MIGRATIONS): Promise<DataSource> {
  const options = dataSourceOptions({ databaseUrl: url.toString(), databasePool: 2 });
  const source = await new DataSource({ ...options, migrations }).initialize();
  await source.runMigrations();
  return source;
}

describe('an academy of the first release', () => {
  const ids = {
    unit: randomUUID(),
    account: randomUUID(),
    bank: randomUUID(),
    quiz: randomUUID(),
    version: randomUUID(),
    marked: randomUUID(),
    open: randomUUID(),
    retired: randomUUID(),
  };
  const questions = QUESTIONS.map(({ content, frozen }) => ({
    id: randomUUID(),
    versionId: randomUUID(),
    content,
    frozen,
  }));
  let source: DataSource;
  const rows = <T>(text: string, params: unknown[] = []): Promise<T[]> =>
    source.query(text, params);

  beforeAll(async () => {
    await asAdmin(`create database ${database}`);
    source = await migrated(MIGRATIONS.slice(0, OLD));
    await fillOld();
    await source.destroy();
    source = await migrated(MIGRATIONS);
  });
  afterAll(async () => {
    await source.destroy();
    await asAdmin(`drop database ${database} with (force)`);
  });

  async function fillOld(): Promise<void> {
    await rows(
      `insert into organisation.unit (id, code, name, kind, parent_id, path, valid_from)
       values ($1::uuid, 'U', 'U', 'province', null, replace($1::text, '-', '')::ltree, '2025-07-01')`,
      [ids.unit],
    );
    await rows(
      `insert into identity.account (id, username, full_name, password_hash, language, created_at, sort_key, search_text)
       values ($1, 'u', 'u', '-', 'vi', now(), 'u', 'u')`,
      [ids.account],
    );
    await rows(`insert into assessment.bank (id, unit_id, name) values ($1, $2, 'Ngân hàng')`, [
      ids.bank,
      ids.unit,
    ]);
    for (const { id, versionId, content } of questions) await question(id, versionId, content);
    await question(ids.retired, randomUUID(), questions[0]?.content ?? {}, 'now()');
    await rows(
      `insert into assessment.quiz (id, bank_id, title, settings, slots, revision) values ($1, $2, 'Bài', $3, $4, 4)`,
      [
        ids.quiz,
        ids.bank,
        JSON.stringify(OLD_SETTINGS),
        JSON.stringify(questions.map(({ id }) => ({ questionId: id, points: 50 }))),
      ],
    );
    await rows(
      `insert into assessment.quiz (id, bank_id, title, settings, slots, revision) values ($1, $2, 'Trống', $3, '[]', 1)`,
      [
        randomUUID(),
        ids.bank,
        JSON.stringify({ ...OLD_SETTINGS, showFeedback: 'never', showCorrect: 'never' }),
      ],
    );
    await rows(
      `insert into assessment.quiz_version (id, quiz_id, number, title, settings, slots, published_at)
       values ($1, $2, 1, 'Bài', $3, $4, now())`,
      [
        ids.version,
        ids.quiz,
        JSON.stringify(OLD_SETTINGS),
        JSON.stringify(
          questions.map(({ versionId }) => ({ questionVersionId: versionId, points: 50 })),
        ),
      ],
    );
    await attempt(ids.marked, 1, true);
    await attempt(ids.open, 2, false);
  }

  async function question(id: string, versionId: string, content: object, retiredAt = 'null') {
    await rows(
      `insert into assessment.question (id, bank_id, kind, current_version, updated_at, retired_at)
       values ($1, $2, $3, 1, now(), ${retiredAt})`,
      [id, ids.bank, (content as { kind: string }).kind],
    );
    await rows(
      `insert into assessment.question_version (id, question_id, number, content, title, search_text, created_at)
       values ($1, $2, 1, $3, 't', 't', now())`,
      [versionId, id, JSON.stringify(content)],
    );
  }

  async function attempt(id: string, number: number, marked: boolean): Promise<void> {
    // Two questions have changed places.
    const order = [1, 0, 2, 3, 4, 5, 6].flatMap((place) => questions[place] ?? []);
    const paper = order.map(({ versionId, frozen }, place) => ({
      slot: place + 1,
      questionVersionId: versionId,
      points: 50,
      question: frozen,
    }));
    await rows(
      `insert into assessment.attempt (id, quiz_id, quiz_version_id, taker_id, context_id, number, preview, phase,
         started_at, deadline, submitted_at, paper, kinds, settings, title, return_path, points, maximum, score_of_ten,
         passed, graded_by)
       values ($1, $2, $3, $4, $5, $6, false, $7, now(), now() + interval '30 min', $8, $9, $10, $11, 'Bài', '/hoc',
         $12, $13, $14, $15, $16)`,
      [
        id,
        ids.quiz,
        ids.version,
        ids.account,
        ids.bank,
        number,
        marked ? 'marked' : 'open',
        marked ? new Date() : null,
        JSON.stringify(paper),
        order.map(({ content }) => content.kind),
        JSON.stringify(OLD_SETTINGS),
        ...(marked ? [300, 350, 857, true, 'machine'] : [null, null, null, null, null]),
      ],
    );
    await rows(
      `insert into assessment.answer (attempt_id, slot, response, flagged, seq, saved_at)
       values ($1, 1, '{"kind": "multiple", "choices": ["o1"]}', false, 1, now())`,
      [id],
    );
  }

  it('keeps every question as it was written', async () => {
    const found = await rows<{ id: string; status: string; content: unknown }>(
      `select q.id, q.status, v.content from assessment.question q
         join assessment.question_version v on v.question_id = q.id`,
    );
    expect(found).toHaveLength(QUESTIONS.length + 1);
    for (const { id, content, status } of found) {
      // Nothing is left for the schema to fill in.
      expect(questionContent.parse(content)).toEqual(content);
      const before = questions.find((one) => one.id === id)?.content;
      if (before) expect(content).toMatchObject(before);
      expect(status).toBe(id === ids.retired ? 'retired' : 'ready');
    }
  });

  it('has drafts of one section, whose settings say the same', async () => {
    const drafts = await rows<{ title: string; settings: unknown; sections: unknown[] }>(
      `select title, settings, sections from assessment.quiz order by title`,
    );
    expect(drafts.map(({ title }) => title)).toEqual(['Bài', 'Trống']);
    for (const { settings, sections } of drafts) {
      expect(quizSettings.parse(settings)).toEqual(settings);
      expect(sections.map((section) => quizSection.parse(section))).toEqual(sections);
    }
    const [full, empty] = drafts.map(({ settings, sections }) => ({
      settings: quizSettings.parse(settings),
      sections: sections.map((section) => quizSection.parse(section)),
    }));
    expect(full?.sections).toMatchObject([{ id: ids.quiz, shuffle: true, title: '' }]);
    expect(full?.sections[0]?.slots).toMatchObject(
      questions.map(({ id }) => ({ kind: 'fixed', id, questionId: id, version: null, points: 50 })),
    );
    expect(full?.settings).toMatchObject({
      timeLimitMinutes: 30,
      attemptsAllowed: 3,
      requireLessons: true,
      holdAnswers: true,
      shuffleOptions: false,
      review: {
        later: { marks: true, correctness: true, generalFeedback: true, rightAnswer: true },
      },
    });
    expect(empty?.sections[0]?.slots).toEqual([]);
    expect(empty?.settings).toMatchObject({
      holdAnswers: false,
      review: {
        later: { marks: true, correctness: false, generalFeedback: false, rightAnswer: false },
      },
    });
  });

  it('has published versions from which papers are drawn', async () => {
    const [version] = await rows<{ settings: unknown; sections: PublishedSection[] }>(
      `select settings, sections from assessment.quiz_version`,
    );
    const sections = version?.sections ?? [];
    const settings = quizSettings.parse(version?.settings);
    expect(effectiveSettings(settings, null, []).settings).toEqual(version?.settings);
    expect(questionsOf(sections)).toBe(QUESTIONS.length);
    expect(slotsTooSmall(sections)).toEqual(new Map());
    expect(sections.map(({ id }) => id)).toEqual([ids.quiz]);
    expect(sections[0]?.slots).toEqual(
      questions.map(({ id, versionId }) => ({
        kind: 'fixed',
        id,
        points: 50,
        question: { questionId: id, questionVersionId: versionId, stimulusVersionId: null },
      })),
    );
  });

  it('has attempts that can be opened, marked and closed', async () => {
    const attempts = await rows<{
      id: string;
      settings: unknown;
      paper: FrozenPaper;
      closes: boolean;
    }>(
      `select id, settings, paper, closes_at = deadline and length(file_key) = 32 as closes from assessment.attempt`,
    );
    expect(attempts).toHaveLength(2);
    for (const { settings, paper, closes } of attempts) {
      expect(closes).toBe(true);
      expect(quizSettings.parse(settings)).toEqual(settings);
      expect(partsOf(paper, quizSettings.parse(settings))).toBeNull();
      expect(shownSections(paper)).toMatchObject([{ from: 1, to: QUESTIONS.length, title: '' }]);
      const slots = paper.slots.map((slot) => shownSlot(slot, new Map()));
      expect(attemptView.shape.slots.parse(slots)).toEqual(slots);
      for (const { key, questionId, questionVersionId, question, section } of paper.slots) {
        const one = questions.find(({ versionId }) => versionId === questionVersionId);
        expect({ key, questionId, section }).toEqual({
          key: one?.id,
          questionId: one?.id,
          section: 0,
        });
        const [{ content } = { content: null }] = await rows<{ content: unknown }>(
          `select content from assessment.question_version where id = $1`,
          [questionVersionId],
        );
        const read = questionContent.parse(content);
        const right = answerResponse.parse(rightAnswer(read, question));
        expect(gradeQuestion(read, question, right)).toMatchObject({ outcome: 'right' });
      }
    }
  });

  it('holds its attempts frozen, but not one that is only prepared', async () => {
    await expect(
      rows(`update assessment.attempt set settings = settings where id = $1`, [ids.open]),
    ).rejects.toThrow('frozen');
    await rows(
      `insert into assessment.attempt (id, quiz_id, quiz_version_id, taker_id, context_id, number, preview, phase, paper,
         kinds, settings, title, return_path)
       select gen_random_uuid(), quiz_id, quiz_version_id, taker_id, $2, 1, false, 'prepared', paper, kinds, settings,
         title, return_path
       from assessment.attempt where id = $1`,
      [ids.open, randomUUID()],
    );
    await rows(`update assessment.attempt set settings = settings where phase = 'prepared'`);
  });
});
