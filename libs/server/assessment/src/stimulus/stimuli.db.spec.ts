/** Stimuli: harmless, versioned, and read by papers. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { QuestionService } from '../question/question.service';
import { BankWorld } from '../testing/bank-world';
import { StimulusReader } from './stimulus.reader';
import { StimulusService } from './stimulus.service';

let world: BankWorld;
let reader: StimulusReader;
let service: StimulusService;
beforeAll(async () => {
  world = await BankWorld.make();
  reader = world.test.get(StimulusReader);
  service = world.test.get(StimulusService);
});
afterAll(() => world.test.close());

const make = async (bankId: string, title = 'Tình huống', html = '<p>Một</p>') =>
  (await service.create(world.author, bankId, { title, html })).id;
const versionsOf = (stimulusId: string) =>
  world.test.sql.rows<{ id: string; number: number; html: string }>(
    `select id, number, html from assessment.stimulus_version where stimulus_id = $1 order by number`,
    [stimulusId],
  );

it('keeps tables, pictures and films, and nothing that acts', async () => {
  const bankId = await world.bank();
  const media = `/api/media/${randomUUID()}`;
  const harmless =
    `<table><thead><tr><th scope="col">Mốc</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>` +
    `<figure><img src="${media}" alt="Sơ đồ" /></figure><video src="${media}" controls></video>`;
  const id = await make(bankId, 'Bảng', `${harmless}<script>x()</script><p onclick="x()">Đọc</p>`);
  expect((await reader.read(world.author, id)).html).toBe(`${harmless}<p>Đọc</p>`);
  await expect(make(bankId, 'Trống', '<script>x()</script>')).rejects.toMatchObject({
    code: 'validation_failed',
    issues: [{ path: 'html', code: 'stimulus_empty' }],
  });
});

it('writes versions that stay, each on top of the newest', async () => {
  const id = await make(await world.bank());
  const update = (baseVersion: number, html: string) =>
    service.update(world.author, id, { title: 'Tình huống', html, baseVersion });
  expect(await update(1, '<p>Một</p>')).toEqual({ version: 1 });
  expect(await update(1, '<p>Hai</p>')).toEqual({ version: 2 });
  const stale = { code: 'stale_revision' };
  await expect(update(1, '<p>Ba</p>')).rejects.toMatchObject(stale);
  const both = await Promise.allSettled([update(2, '<p>Ba</p>'), update(2, '<p>Bốn</p>')]);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: stale });
  const [first, second, third] = await versionsOf(id);
  expect([first?.html, second?.html]).toEqual(['<p>Một</p>', '<p>Hai</p>']);
  expect(third?.number).toBe(3);
  await expect(
    world.test.sql.rows(`update assessment.stimulus_version set html = '' where id = $1`, [
      first?.id,
    ]),
  ).rejects.toThrow();
  const unknown = randomUUID();
  const contents = await reader.contents([first?.id as string, second?.id as string, unknown]);
  expect([...contents]).toEqual([
    [first?.id, { title: 'Tình huống', html: '<p>Một</p>' }],
    [second?.id, { title: 'Tình huống', html: '<p>Hai</p>' }],
  ]);
  // Kept in the process: no second look.
  const nobody = { rows: () => Promise.reject(new Error('asked again')) };
  expect((await reader.contents([second?.id as string], nobody)).size).toBe(1);
});

it('lists by title, with how many questions name it now', async () => {
  const bankId = await world.bank();
  const used = await make(bankId, 'Đơn thư');
  const free = await make(bankId, 'Bảng phí');
  await make(await world.bank(), 'Xa');
  const naming = world.with('Một', { stimulusId: used });
  await world.question(bankId, naming);
  const former = await world.question(bankId, naming);
  await world.rewrite(former, 'Không còn');
  const retired = await world.question(bankId, naming);
  await world.test.get(QuestionService).retire(world.author, retired);
  expect((await reader.list(world.author, bankId)).items).toMatchObject([
    { id: free, title: 'Bảng phí', version: 1, questions: 0 },
    { id: used, title: 'Đơn thư', version: 1, questions: 1 },
  ]);
  expect(await reader.read(world.author, used)).toMatchObject({ bankId, questions: 1 });
});

it('is seen with the right to use, and changed with the right to edit', async () => {
  const bankId = await world.bank();
  const id = await make(bankId);
  const { away } = world.authors;
  const missing = { code: 'not_found' };
  const given = { title: 'Tình huống', html: '<p>Hai</p>' };
  await expect(reader.read(away, id)).rejects.toMatchObject(missing);
  await expect(reader.list(away, bankId)).rejects.toMatchObject(missing);
  await world.share(bankId, world.units.away.id, 'use');
  expect(await reader.read(away, id)).toMatchObject({ right: 'use', html: '<p>Một</p>' });
  expect((await reader.list(away, bankId)).items).toHaveLength(1);
  await expect(service.create(away, bankId, given)).rejects.toMatchObject(missing);
  await expect(service.update(away, id, { ...given, baseVersion: 1 })).rejects.toMatchObject(
    missing,
  );
  await world.share(bankId, world.units.away.id, 'edit');
  expect(await service.update(away, id, { ...given, baseVersion: 1 })).toEqual({ version: 2 });
  expect(await reader.read(away, id)).toMatchObject({ right: 'edit', version: 2 });
});
