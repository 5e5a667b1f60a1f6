/** Questions of a bank: found, written, placed, drawn from, retired. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BankWorld } from '../testing/bank-world';
import { CONTENTS, statement } from '../testing/contents';
import { StimulusService } from '../stimulus/stimulus.service';
import { QuestionReader } from './question.reader';
import { QuestionService } from './question.service';
import { type DrawFilter, ReadyQuestions } from './ready-questions.reader';

let world: BankWorld;
let service: QuestionService;
let reader: QuestionReader;
beforeAll(async () => {
  world = await BankWorld.make();
  service = world.test.get(QuestionService);
  reader = world.test.get(QuestionReader);
});
afterAll(() => world.test.close());

const stimulus = (bankId: string, title = 'Tình huống') =>
  world.test
    .get(StimulusService)
    .create(world.author, bankId, { title, html: '<p>Ông A nộp hồ sơ.</p>' });
const versions = (questionId: string) =>
  world.test.sql.rows<{ number: number; stem: string }>(
    `select number, content->>'stem' as stem from assessment.question_version
     where question_id = $1 order by number`,
    [questionId],
  );

describe('the list of a bank', () => {
  let bankId: string;
  let parent: string;
  let child: string;
  beforeAll(async () => {
    bankId = await world.bank();
    parent = await world.category(bankId, 'Luật');
    child = await world.category(bankId, 'Nghị định', await world.category(bankId, 'Dưới', parent));
    const other = await world.category(bankId, 'Khác');
    await world.question(
      bankId,
      world.with('Đường dây nóng', { tags: ['luật', 'mới'], reviewOn: '2026-11-22' }),
      { categoryId: parent },
    );
    await world.question(
      bankId,
      world.with('Hồ sơ điện tử', { tags: ['luật'], era: 'since_july_2025', difficulty: 'apply' }),
      { categoryId: child, status: 'draft' },
    );
    await world.question(
      bankId,
      world.with('Cấp huyện', {
        era: 'until_june_2025',
        difficulty: 'recall',
        reviewOn: '2026-11-23',
        legalBasis: ['Nghị định 118/2025/NĐ-CP'],
      }),
      { categoryId: other },
    );
    const retired = await world.question(bankId, world.with('Đã bỏ', { tags: ['luật'] }));
    await service.retire(world.author, retired);
    await world.question(await world.bank(), world.with('Đường xa', { tags: ['luật'] }));
  });

  it('shows in the order of writing what is not retired', async () => {
    expect(await world.list(bankId)).toMatchObject([
      {
        bankId,
        kind: 'true_false',
        title: 'Đường dây nóng',
        status: 'ready',
        categoryId: parent,
        tags: ['luật', 'mới'],
        difficulty: 'understand',
        era: 'any',
        reviewDue: true,
        reviewOn: '2026-11-22',
        stimulusId: null,
        version: 1,
        usedIn: 0,
      },
      { title: 'Hồ sơ điện tử', status: 'draft', reviewDue: false, reviewOn: null },
      { title: 'Cấp huyện', reviewDue: false, reviewOn: '2026-11-23' },
    ]);
  });

  it.each([
    [{ search: 'duong day NONG' }, ['Đường dây nóng']],
    [{ search: 'HỒ SƠ' }, ['Hồ sơ điện tử']],
    [{ search: 'hô\u0300 sơ' }, ['Hồ sơ điện tử']],
    [{ search: '118/2025/nd-cp' }, ['Cấp huyện']],
    [{ search: '%' }, []],
    [{ search: '_' }, []],
    [{ search: ' ' }, ['Đường dây nóng', 'Hồ sơ điện tử', 'Cấp huyện']],
    [{ kind: 'true_false' as const, search: 'huyen' }, ['Cấp huyện']],
    [{ kind: 'single' as const }, []],
    [{ status: 'draft' as const }, ['Hồ sơ điện tử']],
    [{ status: 'retired' as const }, ['Đã bỏ']],
    [{ tag: 'luật' }, ['Đường dây nóng', 'Hồ sơ điện tử']],
    [{ tag: 'luật'.normalize('NFD') }, ['Đường dây nóng', 'Hồ sơ điện tử']],
    [{ tag: 'luat' }, []],
    [{ difficulty: 'apply' as const }, ['Hồ sơ điện tử']],
    [{ era: 'until_june_2025' as const }, ['Cấp huyện']],
    [{ reviewDue: 'true' as const }, ['Đường dây nóng']],
    [{ reviewDue: 'false' as const }, ['Hồ sơ điện tử', 'Cấp huyện']],
    [{ tag: 'luật', status: 'ready' as const, search: 'nong' }, ['Đường dây nóng']],
    [{ categoryId: '00000000-0000-4000-8000-000000000000' }, []],
  ])('finds by %j', async (query, titles) => {
    expect(await world.titles(bankId, query)).toEqual(titles);
  });

  it('finds in a category and in those below it', async () => {
    expect(await world.titles(bankId, { categoryId: parent })).toEqual([
      'Đường dây nóng',
      'Hồ sơ điện tử',
    ]);
    expect(await world.titles(bankId, { categoryId: child })).toEqual(['Hồ sơ điện tử']);
  });

  it('counts the quizzes that name a question, each once', async () => {
    const own = await world.bank();
    const [named, kept, drawn, old] = await Promise.all(
      ['Một', 'Hai', 'Ba', 'Bốn'].map((text) => world.question(own, text)),
    );
    const first = await world.quiz(own, [world.fixed(named as string), world.random(own)]);
    await world.publish(first, [await world.pin(old as string)]);
    await world.publish(
      first,
      [await world.pin(named as string), await world.pin(kept as string)],
      [await world.pin(drawn as string)],
    );
    await world.quiz(await world.bank(), [world.fixed(named as string)]);
    const counts = new Map((await world.list(own)).map(({ id, usedIn }) => [id, usedIn]));
    expect([named, kept, drawn, old].map((id) => counts.get(id as string))).toEqual([2, 1, 0, 0]);
    for (const [id, usedIn] of counts) {
      expect(await reader.read(world.author, id)).toMatchObject({ usedIn });
    }
  });

  it('opens to those with whom the bank is shared, and to nobody else', async () => {
    const own = await world.bank();
    const questionId = await world.question(own, 'Một');
    const { away } = world.authors;
    await expect(world.list(own, {}, away)).rejects.toMatchObject({ code: 'not_found' });
    await expect(reader.read(away, questionId)).rejects.toMatchObject({ code: 'not_found' });
    await world.share(own, world.units.away.id, 'use');
    expect(await world.list(own, {}, away)).toHaveLength(1);
    expect(await reader.read(away, questionId)).toMatchObject({ right: 'use', bankId: own });
    const edit = { content: statement('Hai'), baseVersion: 1 };
    await expect(service.update(away, questionId, edit)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(service.retire(away, questionId)).rejects.toMatchObject({ code: 'not_found' });
    await world.share(own, world.units.away.id, 'edit');
    expect(await service.update(away, questionId, edit)).toEqual({ version: 2 });
    expect(await reader.read(away, questionId)).toMatchObject({ right: 'edit', version: 2 });
  });
});

describe('a question', () => {
  it('is kept as it was written, whatever its kind', async () => {
    const bankId = await world.bank();
    for (const content of CONTENTS) {
      const id = await world.question(bankId, content, { status: 'draft' });
      const read = await reader.read(world.author, id);
      expect(read).toMatchObject({ kind: content.kind, version: 1, status: 'draft' });
      expect(read.content).toEqual(content);
    }
  });

  it('gets a new version by each change of its content, and the old one stays', async () => {
    const bankId = await world.bank();
    const id = await world.question(bankId, 'Một');
    expect(await world.rewrite(id, 'Hai', 1)).toEqual({ version: 2 });
    await expect(world.rewrite(id, 'Ba', 1)).rejects.toMatchObject({ code: 'stale_revision' });
    expect(await versions(id)).toEqual([
      { number: 1, stem: '<p>Một</p>' },
      { number: 2, stem: '<p>Hai</p>' },
    ]);
    await expect(
      world.test.sql.rows(
        `update assessment.question_version set title = '' where question_id = $1`,
        [id],
      ),
    ).rejects.toThrow();
    await expect(
      world.test.sql.rows(`delete from assessment.question_version where question_id = $1`, [id]),
    ).rejects.toThrow();
    const both = await Promise.allSettled([
      world.rewrite(id, 'Ba', 2),
      world.rewrite(id, 'Bốn', 2),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await versions(id)).toHaveLength(3);
  });

  it('is placed without a new version, and left alone where nothing differs', async () => {
    const bankId = await world.bank();
    const categoryId = await world.category(bankId, 'Luật');
    const id = await world.question(bankId, 'Một');
    const update = (place: { categoryId?: string | null; status?: 'draft' | 'ready' }) =>
      service.update(world.author, id, { content: statement('Một'), baseVersion: 1, ...place });
    expect(await update({ categoryId, status: 'draft' })).toEqual({ version: 1 });
    expect(await world.list(bankId)).toMatchObject([{ categoryId, status: 'draft', version: 1 }]);
    await update({});
    await update({ categoryId });
    const lines = await world.test.sql.rows(
      `select 1 from platform.audit where action = 'question.update' and subject_id = $1`,
      [id],
    );
    expect(lines).toHaveLength(1);
    await update({ categoryId: null });
    expect(await world.list(bankId)).toMatchObject([{ categoryId: null, status: 'draft' }]);
  });

  it('names a category and a stimulus of its own bank only', async () => {
    const bankId = await world.bank();
    const other = await world.bank();
    const own = (await stimulus(bankId)).id;
    const foreign = (await stimulus(other)).id;
    const id = await world.question(bankId, world.with('Một', { stimulusId: own }));
    expect(await world.list(bankId)).toMatchObject([{ stimulusId: own }]);
    const refusal = {
      code: 'validation_failed',
      issues: [{ path: 'content.stimulusId', code: 'stimulus_not_in_bank' }],
    };
    const content = world.with('Một', { stimulusId: foreign });
    await expect(world.question(bankId, content)).rejects.toMatchObject(refusal);
    await expect(
      service.update(world.author, id, { content, baseVersion: 1 }),
    ).rejects.toMatchObject(refusal);
    const categoryId = await world.category(other, 'Xa');
    await expect(
      service.update(world.author, id, { content: statement('Một'), baseVersion: 1, categoryId }),
    ).rejects.toMatchObject({ issues: [{ path: 'categoryId', code: 'category_not_in_bank' }] });
    expect(await versions(id)).toHaveLength(1);
  });

  it('retires where no draft names it, and comes back by a status', async () => {
    const bankId = await world.bank();
    const id = await world.question(bankId, 'Một');
    const quizId = await world.quiz(await world.bank(), [world.fixed(id, 1)]);
    const retire = () => service.retire(world.author, id);
    await expect(retire()).rejects.toMatchObject({ code: 'question_in_use' });
    await world.publish(quizId, [await world.pin(id)]);
    await world.arrange(quizId, [world.random(bankId)]);
    await retire();
    await expect(retire()).rejects.toMatchObject({ code: 'not_found' });
    expect(await reader.read(world.author, id)).toMatchObject({ status: 'retired' });
    const again = { content: statement('Một'), baseVersion: 1 };
    await service.update(world.author, id, again);
    expect(await world.list(bankId)).toEqual([]);
    await service.update(world.author, id, { ...again, status: 'ready' });
    expect(await world.list(bankId)).toMatchObject([{ id, status: 'ready', version: 1 }]);
  });
});

describe('what a draw may take', () => {
  it('are ready questions that fit, in their current version and in order', async () => {
    const bankId = await world.bank();
    const top = await world.category(bankId, 'Trên');
    const below = await world.category(bankId, 'Dưới', top);
    const { id: caseId } = await stimulus(bankId);
    const make = (text: string, fields: object, place: object = {}) =>
      world.question(bankId, world.with(text, fields), place);
    const a = await make('A', { tags: ['x', 'y'], difficulty: 'apply' }, { categoryId: top });
    const b = await make('B', { tags: ['x'], stimulusId: caseId }, { categoryId: below });
    const c = await make('C', { tags: ['y'], difficulty: 'apply' });
    await make('D', { tags: ['x', 'y'] }, { categoryId: top, status: 'draft' });
    await service.retire(world.author, await make('E', { tags: ['x'] }, { categoryId: top }));
    await world.rewrite(c, 'C mới');
    await world.test
      .get(StimulusService)
      .update(world.author, caseId, { title: 'Mới', html: '<p>Mới</p>', baseVersion: 1 });
    const fitting = async (filter: Partial<DrawFilter>) => {
      const all = { categoryId: null, includeSubcategories: false, tags: [], difficulty: null };
      const rows = await world.test
        .get(ReadyQuestions)
        .fitting(world.test.sql, { bankId, ...all, ...filter });
      return rows.map(({ questionId }) => questionId);
    };
    expect(await fitting({})).toEqual([a, b, c]);
    expect(await fitting({ categoryId: top })).toEqual([a]);
    expect(await fitting({ categoryId: top, includeSubcategories: true })).toEqual([a, b]);
    expect(await fitting({ categoryId: randomUUID(), includeSubcategories: true })).toEqual([]);
    expect(await fitting({ tags: ['x'] })).toEqual([a, b]);
    expect(await fitting({ tags: ['y', 'x'] })).toEqual([a]);
    expect(await fitting({ difficulty: 'apply' })).toEqual([a]);
    expect(await fitting({ bankId: await world.bank() })).toEqual([]);
    // A category of another bank is none of this bank.
    const foreign = await world.category(await world.bank(), 'Xa');
    expect(await fitting({ categoryId: foreign, includeSubcategories: true })).toEqual([]);
    const rows = await world.test.get(ReadyQuestions).fitting(world.test.sql, {
      bankId,
      categoryId: null,
      includeSubcategories: true,
      tags: [],
      difficulty: null,
    });
    const { id: newest } = await world.test.sql.one<{ id: string }>(
      `select id from assessment.stimulus_version where stimulus_id = $1 and number = 2`,
      [caseId],
    );
    expect(rows[1]?.stimulusVersionId).toBe(newest);
    expect(rows[2]).toEqual({ ...(await world.pin(c, 2)) });
  });
});
