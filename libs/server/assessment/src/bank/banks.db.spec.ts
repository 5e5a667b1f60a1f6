/** Who sees a bank and what he may do there; how its categories move. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Person } from '@tap-huan/server/platform/testing';
import { QuestionService } from '../question/question.service';
import { bankRight, bankUsable } from '../scope';
import { BankWorld } from '../testing/bank-world';
import { statement } from '../testing/contents';
import { BankReader } from './bank.reader';
import { BankService } from './bank.service';
import { CategoryService } from './category.service';

let world: BankWorld;
let reader: BankReader;
let service: BankService;
let categories: CategoryService;
beforeAll(async () => {
  world = await BankWorld.make();
  reader = world.test.get(BankReader);
  service = world.test.get(BankService);
  categories = world.test.get(CategoryService);
});
afterAll(() => world.test.close());

const NOT_FOUND = { code: 'not_found' };

describe('a bank', () => {
  const rightOf = async (actor: Person, bankId: string): Promise<string | null> => {
    const banks = (await reader.list(actor)).items;
    const listed = banks.find(({ id }) => id === bankId);
    const read = await reader.read(actor, bankId).catch(() => null);
    // List, page and the predicate for other domains never differ.
    expect(read?.right ?? null).toBe(listed?.right ?? null);
    const row = await world.test.sql.maybe<{ right: string }>(
      `select ${bankRight(2)} as right from assessment.bank b where b.id = $1 and ${bankUsable(2)}`,
      [bankId, actor.grants.map(({ unitId }) => unitId)],
    );
    expect(row?.right ?? null).toBe(listed?.right ?? null);
    const written = world.test
      .get(QuestionService)
      .create(actor, bankId, { content: statement('Một'), categoryId: null, status: 'ready' });
    if (listed?.right === 'edit') await written;
    else await expect(written).rejects.toMatchObject(NOT_FOUND);
    return listed ? `${listed.right}${listed.own ? ', own' : ''}` : null;
  };
  const rights = async (bankId: string) => ({
    province: await rightOf(world.authors.province, bankId),
    home: await rightOf(world.authors.home, bankId),
    homeDivision: await rightOf(world.authors.homeDivision, bankId),
    away: await rightOf(world.authors.away, bankId),
    awayDivision: await rightOf(world.authors.awayDivision, bankId),
  });

  it('belongs to the authors of its unit and of those above it', async () => {
    expect(await rights(await world.bank())).toEqual({
      province: 'edit, own',
      home: 'edit, own',
      homeDivision: null,
      away: null,
      awayDivision: null,
    });
  });

  it('is shared with authors in the unit, below it and above it', async () => {
    const bankId = await world.bank();
    await world.share(bankId, world.units.away.id, 'use');
    expect(await rights(bankId)).toMatchObject({
      homeDivision: null,
      away: 'use',
      awayDivision: 'use',
    });
    const below = await world.bank();
    await world.share(below, world.units.awayDivision.id, 'edit');
    expect(await rights(below)).toMatchObject({
      homeDivision: null,
      away: 'edit',
      awayDivision: 'edit',
    });
  });

  it('gives the widest of several rights', async () => {
    const bankId = await world.bank();
    await world.share(bankId, world.units.away.id, 'use');
    await world.share(bankId, world.units.awayDivision.id, 'edit');
    expect(await rights(bankId)).toMatchObject({ away: 'edit', awayDivision: 'edit' });
    const { shares } = await reader.read(world.author, bankId);
    expect(shares).toEqual([
      { unitId: world.units.awayDivision.id, unitName: 'Phòng Xa', right: 'edit' },
      { unitId: world.units.away.id, unitName: 'Sở Xa', right: 'use' },
    ]);
  });

  it('is handed on by its own authors only, and taken back', async () => {
    const bankId = await world.bank();
    const unitId = world.units.away.id;
    await world.share(bankId, unitId, 'edit');
    const change = { name: 'Tên khác', shares: [{ unitId, right: 'use' as const }] };
    await expect(service.update(world.authors.away, bankId, change)).rejects.toMatchObject(
      NOT_FOUND,
    );
    await service.update(world.author, bankId, change);
    expect(await reader.read(world.authors.away, bankId)).toMatchObject({
      name: 'Tên khác',
      right: 'use',
      own: false,
    });
    await service.update(world.author, bankId, { name: 'Tên khác', shares: [] });
    expect(await rightOf(world.authors.away, bankId)).toBeNull();
    const unknown = { unitId: randomUUID(), right: 'use' as const };
    await expect(
      service.update(world.author, bankId, { name: 'x', shares: [unknown] }),
    ).rejects.toMatchObject(NOT_FOUND);
  });

  it('is made for units in scope only', async () => {
    await expect(
      service.create(world.author, { name: 'Ngân hàng', unitId: world.units.away.id }),
    ).rejects.toMatchObject(NOT_FOUND);
    const { id } = await service.create(world.author, {
      name: 'Ngân hàng phòng',
      unitId: world.units.homeDivision.id,
    });
    expect(await reader.read(world.authors.homeDivision, id)).toMatchObject({
      name: 'Ngân hàng phòng',
      unitName: 'Phòng Nhà',
      courseTitle: null,
      questions: 0,
      toReview: 0,
      right: 'edit',
      own: true,
      categories: [],
      tags: [],
      shares: [],
    });
  });

  it('counts what is not retired, and what is past its review date in Việt Nam', async () => {
    const bankId = await world.bank();
    await world.question(bankId, world.with('Một', { reviewOn: '2026-11-22', tags: ['b', 'a'] }));
    await world.question(bankId, world.with('Hai', { reviewOn: '2026-11-23', tags: ['a'] }), {
      status: 'draft',
    });
    const retired = await world.question(
      bankId,
      world.with('Ba', { reviewOn: '2020-01-01', tags: ['c'] }),
    );
    await world.test.get(QuestionService).retire(world.author, retired);
    expect(await reader.read(world.author, bankId)).toMatchObject({
      questions: 2,
      toReview: 1,
      tags: [
        { tag: 'a', questions: 2 },
        { tag: 'b', questions: 1 },
      ],
    });
    // 23/11 still at 23:59 in Việt Nam, 24/11 a minute later.
    const now = world.test.clock.now();
    world.test.clock.set(new Date('2026-11-23T16:59:00Z'));
    expect((await reader.read(world.author, bankId)).toReview).toBe(1);
    world.test.clock.set(new Date('2026-11-23T17:00:00Z'));
    expect((await reader.read(world.author, bankId)).toReview).toBe(2);
    world.test.clock.set(now);
  });
});

describe('the categories of a bank', () => {
  const tree = async (bankId: string): Promise<string[]> => {
    const { categories: rows } = await reader.read(world.author, bankId);
    const nameOf = (id: string | null): string => {
      const row = rows.find((category) => category.id === id);
      return row ? `${nameOf(row.parentId)}/${row.name}` : '';
    };
    return rows.map(({ id, questions }) => `${nameOf(id)} ${questions}`).toSorted();
  };
  const save = (bankId: string, categoryId: string, name: string, parentId: string | null = null) =>
    categories.save(world.author, { bankId, categoryId }, { name, parentId });

  it('are a tree with names that are unique among siblings', async () => {
    const bankId = await world.bank();
    const law = await world.category(bankId, 'Pháp luật');
    const ethics = await world.category(bankId, 'Đạo đức', law);
    await world.category(bankId, 'Đạo đức');
    await world.question(bankId, 'Một', { categoryId: ethics });
    expect(await tree(bankId)).toEqual(['/Pháp luật 0', '/Pháp luật/Đạo đức 1', '/Đạo đức 0']);
    const taken = { code: 'category_name_taken' };
    await expect(world.category(bankId, 'Pháp luật')).rejects.toMatchObject(taken);
    await expect(save(bankId, ethics, 'Đạo đức', null)).rejects.toMatchObject(taken);
    await save(bankId, ethics, 'Đạo đức', law);
    await save(bankId, ethics, 'Đạo đức công vụ', null);
    expect(await tree(bankId)).toEqual(['/Pháp luật 0', '/Đạo đức 0', '/Đạo đức công vụ 1']);
    const lines = await world.test.sql.rows(
      `select 1 from platform.audit where action = 'category.save' and subject_id = $1`,
      [ethics],
    );
    expect(lines).toHaveLength(2);
  });

  it('do not contain themselves and stay in their bank', async () => {
    const bankId = await world.bank();
    const top = await world.category(bankId, 'Trên');
    const middle = await world.category(bankId, 'Giữa', top);
    const low = await world.category(bankId, 'Dưới', middle);
    const loop = { code: 'category_would_contain_itself' };
    await expect(save(bankId, top, 'Trên', top)).rejects.toMatchObject(loop);
    await expect(save(bankId, top, 'Trên', low)).rejects.toMatchObject(loop);
    await save(bankId, low, 'Dưới', top);
    const other = await world.bank();
    await expect(save(other, low, 'Dưới')).rejects.toMatchObject(NOT_FOUND);
    await expect(save(other, randomUUID(), 'Mới', top)).rejects.toMatchObject(NOT_FOUND);
    await expect(save(bankId, randomUUID(), 'Mới', randomUUID())).rejects.toMatchObject(NOT_FOUND);
    await expect(world.question(other, 'Một', { categoryId: top })).rejects.toMatchObject({
      code: 'validation_failed',
      issues: [{ path: 'categoryId', code: 'category_not_in_bank' }],
    });
  });

  it('leave their content to the parent, also where names meet', async () => {
    const bankId = await world.bank();
    const top = await world.category(bankId, 'Luật');
    const gone = await world.category(bankId, 'Cũ', top);
    await world.category(bankId, 'A', top);
    await world.category(bankId, 'A (2)', gone);
    const same = await world.category(bankId, 'A', gone);
    await world.category(bankId, 'Cũ', gone);
    await world.question(bankId, 'Một', { categoryId: gone });
    const kept = await world.question(bankId, 'Hai', { categoryId: same });
    await categories.remove(world.author, { bankId, categoryId: gone });
    expect(await tree(bankId)).toEqual([
      '/Luật 1',
      '/Luật/A (2) 0',
      '/Luật/A (3) 1',
      '/Luật/A 0',
      '/Luật/Cũ 0',
    ]);
    await categories.remove(world.author, { bankId, categoryId: top });
    expect(await tree(bankId)).toEqual(['/A (2) 0', '/A (3) 1', '/A 0', '/Cũ 0']);
    expect((await world.list(bankId)).find(({ id }) => id === kept)?.categoryId).toBe(same);
  });

  it('stay while a draft draws from them, whichever bank its quiz has', async () => {
    const bankId = await world.bank();
    const categoryId = await world.category(bankId, 'Luật');
    const quizId = await world.quiz(await world.bank(), [world.random(bankId, categoryId)]);
    const remove = () => categories.remove(world.author, { bankId, categoryId });
    await expect(remove()).rejects.toMatchObject({ code: 'category_in_use' });
    await world.arrange(quizId, [world.random(bankId)]);
    await remove();
    await expect(remove()).rejects.toMatchObject(NOT_FOUND);
  });

  it('are changed with the right to edit only', async () => {
    const bankId = await world.bank();
    const categoryId = await world.category(bankId, 'Luật');
    await world.share(bankId, world.units.away.id, 'use');
    const { away } = world.authors;
    const rename = () =>
      categories.save(away, { bankId, categoryId }, { name: 'Khác', parentId: null });
    await expect(rename()).rejects.toMatchObject(NOT_FOUND);
    await expect(categories.remove(away, { bankId, categoryId })).rejects.toMatchObject(NOT_FOUND);
    await world.share(bankId, world.units.away.id, 'edit');
    await rename();
    expect(await tree(bankId)).toEqual(['/Khác 0']);
  });

  it('are made once by two who make the same at once', async () => {
    const bankId = await world.bank();
    const made = await Promise.allSettled([1, 2, 3].map(() => world.category(bankId, 'Luật')));
    expect(made.map(({ status }) => status).toSorted()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ]);
  });
});
