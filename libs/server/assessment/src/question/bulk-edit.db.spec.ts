/** Many questions at once: rows, versions, and what stays. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BankWorld } from '../testing/bank-world';
import { QuestionBulkService } from './question-bulk.service';
import { QuestionReader } from './question.reader';
import { QuestionService } from './question.service';

type Edit = Parameters<QuestionBulkService['edit']>[2];

let world: BankWorld;
let service: QuestionBulkService;
beforeAll(async () => {
  world = await BankWorld.make();
  service = world.test.get(QuestionBulkService);
});
afterAll(() => world.test.close());

const edit = (bankId: string, questionIds: string[], changes: Omit<Edit, 'questionIds'>) =>
  service.edit(world.author, bankId, { questionIds, ...changes });
const audits = (bankId: string) =>
  world.test.sql.rows<{ detail: object }>(
    `select detail from platform.audit where action = 'question.bulk_edit' and subject_id = $1 order by id`,
    [bankId],
  );

it('writes versions where content changes, and rows where the place does', async () => {
  const bankId = await world.bank();
  const categoryId = await world.category(bankId, 'Luật');
  const plain = await world.question(bankId, 'Một');
  const tagged = await world.question(
    bankId,
    world.with('Hai', { tags: ['cũ', 'luật'], difficulty: 'apply', reviewOn: '2027-01-01' }),
    { categoryId },
  );
  const untouched = await world.question(bankId, 'Ba');
  const before = await world.test.get(QuestionReader).read(world.author, tagged);
  expect(
    await edit(bankId, [plain, tagged, plain], {
      categoryId,
      addTags: ['luật', 'mới'],
      removeTags: ['cũ'],
      difficulty: 'apply',
      era: 'since_july_2025',
      reviewOn: null,
    }),
  ).toEqual({ changed: 2, inUse: [] });
  const common = { categoryId, difficulty: 'apply', era: 'since_july_2025', version: 2 };
  expect(await world.list(bankId)).toMatchObject([
    { id: plain, tags: ['luật', 'mới'], reviewOn: null, ...common },
    { id: tagged, tags: ['luật', 'mới'], reviewOn: null, ...common },
    { id: untouched, tags: [], version: 1, categoryId: null },
  ]);
  const after = await world.test.get(QuestionReader).read(world.author, tagged);
  expect(after.content).toEqual({
    ...before.content,
    tags: ['luật', 'mới'],
    era: 'since_july_2025',
    reviewOn: null,
  });
  const rows = await world.test.sql.rows(
    `select number, content->'tags' as tags, created_by as "by", title, search_text as "searchText"
     from assessment.question_version where question_id = $1 order by number`,
    [tagged],
  );
  const same = { by: world.author.accountId, title: 'Hai', searchText: 'hai' };
  expect(rows).toEqual([
    { number: 1, tags: ['cũ', 'luật'], ...same },
    { number: 2, tags: ['luật', 'mới'], ...same },
  ]);
  expect(await world.titles(bankId, { search: 'hai', tag: 'mới' })).toEqual(['Hai']);
});

it('changes nothing where nothing changes', async () => {
  const bankId = await world.bank();
  const categoryId = await world.category(bankId, 'Luật');
  const id = await world.question(bankId, world.with('Một', { tags: ['a', 'b'], era: 'any' }), {
    categoryId,
  });
  const [before] = await world.list(bankId);
  world.test.clock.set(new Date(world.test.clock.now().getTime() + 60_000));
  const same: Omit<Edit, 'questionIds'> = {
    categoryId,
    status: 'ready',
    addTags: ['b'],
    removeTags: ['c'],
    difficulty: 'understand',
    era: 'any',
    reviewOn: null,
  };
  expect(await edit(bankId, [id], same)).toEqual({ changed: 0, inUse: [] });
  expect(await edit(bankId, [id], {})).toEqual({ changed: 0, inUse: [] });
  expect(await world.list(bankId)).toEqual([before]);
  expect(await audits(bankId)).toEqual([]);
  expect(await edit(bankId, [id], { ...same, era: 'until_june_2025' })).toMatchObject({
    changed: 1,
  });
  expect(await audits(bankId)).toMatchObject([
    { detail: { questionIds: [id], versions: 1, era: 'until_june_2025' } },
  ]);
});

it('retires what no draft names, and takes it back', async () => {
  const bankId = await world.bank();
  const named = await world.question(bankId, 'Một');
  const free = await world.question(bankId, 'Hai');
  await world.quiz(await world.bank(), [world.fixed(named)]);
  const retire = () => edit(bankId, [named, free], { status: 'retired', addTags: ['bỏ'] });
  expect(await retire()).toEqual({ changed: 2, inUse: [named] });
  expect(await world.list(bankId)).toMatchObject([{ id: named, status: 'ready', tags: ['bỏ'] }]);
  expect(await retire()).toEqual({ changed: 0, inUse: [named] });
  expect(await edit(bankId, [named, free], { status: 'draft' })).toEqual({ changed: 2, inUse: [] });
  expect(await world.list(bankId, { status: 'draft' })).toHaveLength(2);
  await world.test.get(QuestionService).retire(world.author, free);
});

it('refuses as a whole', async () => {
  const bankId = await world.bank();
  const other = await world.bank();
  const id = await world.question(
    bankId,
    world.with('Một', { tags: Array.from({ length: 11 }, (_, place) => `t${place}`) }),
  );
  const plain = await world.question(bankId, 'Hai');
  const foreign = await world.question(other, 'Ba');
  const refusals: [Promise<unknown>, object][] = [
    [edit(bankId, [id, foreign], { era: 'until_june_2025' }), { code: 'not_found' }],
    [
      edit(bankId, [plain, id], { addTags: ['x', 'y'] }),
      { issues: [{ path: 'addTags', code: 'too_many_tags' }] },
    ],
    [
      edit(bankId, [id], { categoryId: await world.category(other, 'Xa') }),
      { issues: [{ path: 'categoryId', code: 'category_not_in_bank' }] },
    ],
    [
      service.edit(world.authors.away, bankId, { questionIds: [id], status: 'draft' }),
      { code: 'not_found' },
    ],
  ];
  for (const [refused, expected] of refusals) await expect(refused).rejects.toMatchObject(expected);
  await world.share(bankId, world.units.away.id, 'use');
  await expect(
    service.edit(world.authors.away, bankId, { questionIds: [id], status: 'draft' }),
  ).rejects.toMatchObject({ code: 'not_found' });
  expect(await world.list(bankId)).toMatchObject([
    { id, version: 1, status: 'ready', categoryId: null },
    { id: plain, version: 1, tags: [] },
  ]);
});

it('edits two thousand questions in less than two seconds', async () => {
  const bankId = await world.bank();
  const first = await world.question(bankId, 'Một');
  const rows = await world.test.sql.rows<{ id: string }>(
    `with made as (
       insert into assessment.question (id, bank_id, kind, current_version, status, updated_at)
       select gen_random_uuid(), $1, 'true_false', 1, 'ready', now() from generate_series(1, 1999)
       returning id
     )
     insert into assessment.question_version (id, question_id, number, content, title, search_text, created_at)
     select gen_random_uuid(), made.id, 1, v.content, v.title, v.search_text, now()
     from made, assessment.question_version v where v.question_id = $2
     returning question_id as id`,
    [bankId, first],
  );
  const ids = [first, ...rows.map(({ id }) => id)];
  const started = performance.now();
  expect(
    await edit(bankId, ids, { status: 'draft', addTags: ['mới'], difficulty: 'apply' }),
  ).toEqual({ changed: 2000, inUse: [] });
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(await world.list(bankId, { tag: 'mới', status: 'draft' })).toHaveLength(2000);
});
