/** Question files over HTTP: who may bring and take them, what comes into the bank, and that it comes whole or not at all. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endpoints, type Problem, type QuestionFilePreview } from '@tap-huan/contract';
import type { Person } from '@tap-huan/server/platform/testing';
import { BankWorld } from '../testing/bank-world';
import { CONTENTS, contentOf, statement } from '../testing/contents';
import { writeJson } from './json-file';
import { docx } from './testing/office-files';

const BOUNDARY = 'tap-huan-boundary';

let world: BankWorld;
let bankId: string;
beforeAll(async () => {
  world = await BankWorld.make();
});
afterAll(() => world.test.close());
beforeEach(async () => {
  bankId = await world.bank(world.units.home.id, `Ngân hàng ${randomUUID()}`);
});

interface Sent {
  status: number;
  body: QuestionFilePreview & Problem;
}

async function send(
  bytes: Buffer | string,
  {
    name = 'a.gift',
    person = world.author,
    field = 'file',
    to = bankId,
    ...query
  }: {
    name?: string;
    person?: Person;
    field?: string;
    to?: string;
    apply?: string;
    status?: string;
    categoryId?: string;
    only?: string;
  } = {},
): Promise<Sent> {
  const app = await world.test.http();
  const search = new URLSearchParams(query).toString();
  const reply = await app.inject({
    method: 'POST',
    url: `/api/banks/${to}/question-files?${search}`,
    headers: {
      cookie: `tap_huan_session=${person.accountId}`,
      'x-requested-with': 'tap-huan',
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
    payload: Buffer.concat([
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      Buffer.from(bytes),
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]),
  });
  return { status: reply.statusCode, body: JSON.parse(reply.body) as Sent['body'] };
}

const titles = () => world.titles(bankId, {});
const audits = (action: string) =>
  world.test.sql.rows<{ detail: unknown }>(
    `select detail from platform.audit where action = $1 and subject_id = $2`,
    [action, bankId],
  );
const codes = ({ body }: Sent) =>
  body.questions.map(({ problems }) => problems.map(({ code }) => code).join());

const FILE = 'Một?{T}\n\nHai?{=a ~b}\n\nBa?{=a ~b\n\nBốn?{F}';

describe('bringing questions', () => {
  it('a preview shows every question and stores none', async () => {
    const { status, body } = await send(FILE);
    expect(status).toBe(200);
    expect(body).toMatchObject({ format: 'gift', imported: 0, problems: [] });
    expect(
      body.questions.map(({ number, place, title, kind }) => [number, place, title, kind]),
    ).toEqual([
      [1, 'dòng 1', 'Một?', 'true_false'],
      [2, 'dòng 3', 'Hai?', 'single'],
      [3, 'dòng 5', 'Ba?{=a ~b', null],
      [4, 'dòng 7', 'Bốn?', 'true_false'],
    ]);
    expect(await titles()).toEqual([]);
    expect(await audits('question.import')).toEqual([]);
  });

  it('what is right comes in, in its order, as drafts or ready, with a line in the audit trail', async () => {
    const sent = await send(FILE, { apply: 'true' });
    expect(sent.body.imported).toBe(3);
    expect((await titles()).sort()).toEqual(['Bốn?', 'Hai?', 'Một?']);
    const rows = await world.test.sql.rows<{ title: string; status: string }>(
      `select v.title, q.status from assessment.question q join assessment.question_version v on v.question_id = q.id
       where q.bank_id = $1 order by q.ordinal`,
      [bankId],
    );
    expect(rows).toEqual([
      { title: 'Một?', status: 'draft' },
      { title: 'Hai?', status: 'draft' },
      { title: 'Bốn?', status: 'draft' },
    ]);
    await send('Năm?{T}', { apply: 'true', status: 'ready' });
    expect(await world.titles(bankId, { status: 'ready' })).toEqual(['Năm?']);
    expect(await audits('question.import')).toMatchObject([
      { detail: { format: 'gift', questions: 3, left: 1 } },
      { detail: { questions: 1, left: 0 } },
    ]);
  });

  it('only those that are asked for', async () => {
    const file = Array.from({ length: 9 }, (_, index) => `Câu ${index + 1}?{T}`).join('\n\n');
    const sent = await send(file, { apply: 'true', only: '2-4,8,20-30' });
    expect(sent.body.imported).toBe(4);
    expect((await titles()).sort()).toEqual(['Câu 2?', 'Câu 3?', 'Câu 4?', 'Câu 8?']);
    expect((await send(file, { apply: 'true', only: '1;drop' })).status).toBe(422);
  });

  it('what the bank has is held back, unless it is asked for; so a file sent twice does not come twice', async () => {
    await world.question(bankId, contentOf('single'));
    const file = writeJson([
      { category: [], content: { ...contentOf('single'), legalBasis: [], hints: [] } },
      {
        category: [],
        content: { ...contentOf('single'), stem: '<p>CO QUAN NAO TIEP NHAN HO SO?</p>' },
      },
      { category: [], content: statement('Khác') },
      { category: [], content: statement('Khác', false) },
    ]);
    const preview = await send(file, { name: 'a.json' });
    expect(codes(preview)).toEqual([
      'already_in_bank',
      'duplicate_question,already_in_bank',
      '',
      'duplicate_question',
    ]);
    expect((await send(file, { name: 'a.json', apply: 'true' })).body.imported).toBe(1);
    expect((await send(file, { name: 'a.json', apply: 'true' })).body.imported).toBe(0);
    expect((await send(file, { name: 'a.json', apply: 'true', only: '1' })).body.imported).toBe(1);
    expect(await titles()).toHaveLength(3);
  });

  it('the same file sent by two at once comes once', async () => {
    const sent = await Promise.all([1, 2, 3].map(() => send(FILE, { apply: 'true' })));
    expect(sent.map(({ body }) => body.imported).sort()).toEqual([0, 0, 3]);
    expect(await titles()).toHaveLength(3);
  });

  it('a retired question may come again', async () => {
    await send('Một?{T}', { apply: 'true' });
    await world.test.sql.rows(
      `update assessment.question set status = 'retired', retired_at = now() where bank_id = $1`,
      [bankId],
    );
    expect((await send('Một?{T}', { apply: 'true' })).body.imported).toBe(1);
  });

  it('categories are found by their names or made, below the chosen one', async () => {
    const root = await world.category(bankId, 'Kho');
    const law = await world.category(bankId, 'Luật', root);
    const file = writeJson([
      { category: ['Luật'.normalize('NFD'), ' Chương 1 '], content: statement('Một') },
      { category: ['Luật'], content: statement('Hai') },
      { category: ['Luật', 'Chương 1'], content: statement('Ba') },
      { category: [], content: statement('Bốn') },
      { category: ['Hỏng'], content: { ...statement('Năm'), stem: '' } },
    ]);
    await send(file, { name: 'a.json', apply: 'true', categoryId: root });
    const rows = await world.test.sql.rows<{
      name: string;
      parentId: string | null;
      questions: string;
    }>(
      `select name, parent_id as "parentId",
         (select string_agg(v.title, ', ' order by q.ordinal) from assessment.question q
            join assessment.question_version v on v.question_id = q.id where q.category_id = c.id) as questions
       from assessment.category c where bank_id = $1 order by name`,
      [bankId],
    );
    expect(rows).toEqual([
      { name: 'Chương 1', parentId: law, questions: 'Một, Ba' },
      { name: 'Kho', parentId: null, questions: 'Bốn' },
      { name: 'Luật', parentId: root, questions: 'Hai' },
    ]);
  });

  it('a category of another bank takes nothing over', async () => {
    const other = await world.category(await world.bank(), 'Khác');
    const sent = await send(FILE, { apply: 'true', categoryId: other });
    expect(sent).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    expect(await titles()).toEqual([]);
  });

  it('what a file says is made harmless, and a stimulus of another bank is forgotten', async () => {
    const content = {
      ...contentOf('single'),
      stem: '<p onclick="x()">Ai?<script>alert(1)</script></p>',
      stimulusId: randomUUID(),
    };
    await send(writeJson([{ category: [], content }]), { name: 'a.json', apply: 'true' });
    const [row] = await world.test.sql.rows<{ content: { stem: string; stimulusId: null } }>(
      `select v.content from assessment.question_version v join assessment.question q on q.id = v.question_id
       where q.bank_id = $1`,
      [bankId],
    );
    expect(row?.content).toMatchObject({ stem: '<p>Ai?</p>', stimulusId: null });
  });

  it('a Word file, whatever its name', async () => {
    const bytes = docx('Câu 1: Một?', 'A. a', '*B. b');
    expect((await send(bytes, { name: 'tep', apply: 'true' })).body).toMatchObject({
      format: 'docx',
      imported: 1,
    });
  });

  it('two thousand questions in a few seconds', async () => {
    const lines = Array.from({ length: 2_000 }, (_, index) => [
      `Câu ${index + 1}: Nội dung câu hỏi thứ ${index + 1} về tiếp công dân là gì?`,
      `A. phương án một ${index}`,
      `*B. phương án hai ${index}`,
      `C. phương án ba ${index}`,
    ]);
    const start = performance.now();
    const { body } = await send(docx(...lines.flat()), { name: 'a.docx', apply: 'true' });
    expect(body.imported).toBe(2_000);
    // A few seconds where nothing else runs; tests share their processors.
    expect(performance.now() - start).toBeLessThan(30_000);
    const again = await send(docx(...lines.flat()), { name: 'a.docx', apply: 'true' });
    expect(again.body.imported).toBe(0);
  });
});

describe('what is refused', () => {
  it('files of other kinds, no file, and a file that is too large', async () => {
    expect(await send('%PDF-1.7', { name: 'a.pdf' })).toMatchObject({
      status: 415,
      body: { code: 'file_kind_not_allowed' },
    });
    expect(await send(FILE, { field: 'tep' })).toMatchObject({ status: 422 });
    const large = Buffer.alloc(20 * 1024 * 1024 + 1, 'a');
    expect(await send(large)).toMatchObject({
      status: 413,
      body: { code: 'file_too_large', params: { megabytes: 20 } },
    });
  });

  it('a broken file is told of', async () => {
    const { status, body } = await send('PK broken', { name: 'a.docx', apply: 'true' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      format: 'docx',
      questions: [],
      imported: 0,
      problems: [{ code: 'unreadable' }],
    });
  });

  it('those who may not change the bank; they do not learn that it is there', async () => {
    const hr = await world.person('hr', world.units.home.id);
    expect((await send(FILE, { person: hr })).status).toBe(403);
    expect((await send(FILE, { person: world.authors.away })).status).toBe(404);
    expect((await send(FILE, { to: randomUUID() })).status).toBe(404);
    await world.share(bankId, world.units.away.id, 'use');
    expect((await send(FILE, { person: world.authors.away, apply: 'true' })).status).toBe(404);
    await world.share(bankId, world.units.awayDivision.id, 'edit');
    expect((await send(FILE, { person: world.authors.awayDivision })).status).toBe(200);
  });
});

describe('taking questions', () => {
  const take = async (
    format: 'json' | 'xlsx' | 'gift',
    query: object = {},
    person = world.author,
  ) =>
    (await world.browser(person)).try(endpoints.exportQuestions, {
      params: { bankId },
      query: { format, ...query },
    });

  it.each(['json', 'xlsx'] as const)(
    '%s of every kind comes into another bank as it was',
    async (format) => {
      const law = await world.category(bankId, 'Luật');
      const chapter = await world.category(bankId, 'Chương 1', law);
      for (const [index, content] of CONTENTS.entries()) {
        const categoryId = [null, law, chapter][index % 3] ?? null;
        await world.question(bankId, content, {
          categoryId,
          status: index % 2 ? 'draft' : 'ready',
        });
      }
      const { bytes, status } = await take(format);
      expect(status).toBe(200);
      const to = await world.bank(world.units.home.id, 'Bản sao');
      const sent = await send(bytes, { name: `a.${format}`, apply: 'true', to });
      expect(codes(sent).join('')).toBe('');
      const stored = (id: string) =>
        world.test.sql.rows(
          `select v.content, c.name as category from assessment.question q
           join assessment.question_version v on v.question_id = q.id
           left join assessment.category c on c.id = q.category_id
         where q.bank_id = $1 order by v.content ->> 'kind'`,
          [id],
        );
      expect(await stored(to)).toEqual(await stored(bankId));
    },
  );

  it('newest versions, without retired ones, of a category and those below it, with the case they share', async () => {
    const law = await world.category(bankId, 'Luật');
    const chapter = await world.category(bankId, 'Chương', law);
    const one = await world.question(bankId, 'Một', { categoryId: law });
    await world.rewrite(one, 'Một mới');
    const gone = await world.question(bankId, 'Hai', { categoryId: law });
    await world.test.sql.rows(
      `update assessment.question set status = 'retired', retired_at = now() where id = $1`,
      [gone],
    );
    await world.question(bankId, 'Ngoài');
    const author = await world.browser(world.author);
    const { id: stimulusId } = await author.call(endpoints.createStimulus, {
      params: { bankId },
      body: { title: 'Tình huống', html: '<p>Ông A nộp hồ sơ.</p>' },
    });
    await world.question(bankId, world.with('Ba', { stimulusId }), { categoryId: chapter });
    const { bytes, headers } = await take('json', { categoryId: law });
    const { questions } = JSON.parse(bytes.toString()) as {
      questions: { category: string[]; content: { stem: string; stimulusId: null } }[];
    };
    expect(
      questions.map(({ category, content }) => [category, content.stem, content.stimulusId]),
    ).toEqual([
      [['Luật'], '<p>Một mới</p>', null],
      [['Luật', 'Chương'], '<blockquote><p>Ông A nộp hồ sơ.</p></blockquote><p>Ba</p>', null],
    ]);
    expect(headers['content-disposition']).toContain('filename="cau-hoi-luat_2026-11-23.json"');
    expect(await audits('question.export')).toEqual([
      { detail: { format: 'json', questions: 2, categoryId: law } },
    ]);
  });

  it('GIFT, and an empty bank', async () => {
    await world.question(bankId, contentOf('single'));
    const { bytes, headers } = await take('gift');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(bytes.toString()).toContain('[html]<p>Cơ quan nào tiếp nhận hồ sơ?</p>{');
    bankId = await world.bank();
    expect((await take('xlsx')).status).toBe(200);
  });

  it('those who may use the bank may take from it; others learn nothing of it', async () => {
    expect((await take('json', {}, world.authors.away)).status).toBe(404);
    await world.share(bankId, world.units.away.id, 'use');
    expect((await take('json', {}, world.authors.away)).status).toBe(200);
    const other = await world.category(await world.bank(), 'Khác');
    expect((await take('json', { categoryId: other })).status).toBe(404);
    const hr = await world.person('hr', world.units.home.id);
    expect((await take('json', {}, hr)).status).toBe(403);
  });

  it('the template', async () => {
    const author = await world.browser(world.author);
    const { bytes, headers } = await author.try(endpoints.questionTemplate, {});
    expect(headers['content-disposition']).toContain('filename="mau-cau-hoi.xlsx"');
    const { body } = await send(bytes, { name: 'mau.xlsx', apply: 'true' });
    expect(body.imported).toBe(8);
    expect(await world.titles(bankId, {})).toHaveLength(8);
  });
});
