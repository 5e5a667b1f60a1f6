/** A question's past: versions with what stands on them, and the quizzes that name it. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { BankWorld } from '../testing/bank-world';
import { statement } from '../testing/contents';
import { QuestionHistoryReader } from './question-history.reader';

let world: BankWorld;
let reader: QuestionHistoryReader;
beforeAll(async () => {
  world = await BankWorld.make();
  reader = world.test.get(QuestionHistoryReader);
});
afterAll(() => world.test.close());

it('counts quiz versions and attempts for each version', async () => {
  const bankId = await world.bank();
  const questionId = await world.question(bankId, 'Một');
  const other = await world.question(bankId, 'Khác');
  await world.rewrite(questionId, 'Hai', 1);
  await world.rewrite(questionId, 'Ba', 2);
  const [one, two] = [await world.pin(questionId, 1), await world.pin(questionId, 2)];
  const beside = await world.pin(other);
  const quizId = await world.quiz(bankId, []);
  const asFixed = await world.publish(quizId, [one]);
  const kept = await world.publish(quizId, [one, beside]);
  // In two pools of one version it stands once; where it is fixed it is not drawn.
  const drawn = await world.publish(quizId, [beside], [two], [two, beside]);
  const both = await world.publish(quizId, [two], [one]);
  await world.publish(quizId, [beside]);
  for (const [version, pins, phase] of [
    [asFixed, [one], 'marked'],
    [asFixed, [one], 'open'],
    [asFixed, [one], 'prepared'],
    [kept, [one, beside], 'marked'],
    [drawn, [beside, two], 'marked'],
    [drawn, [beside], 'marked'],
    [drawn, [beside, two], 'open'],
    [drawn, [beside], 'open'],
    [both, [two], 'marked'],
  ] as const) {
    await world.attempt(version, [...pins], phase);
  }
  const { versions } = await reader.history(world.author, questionId);
  expect(versions).toMatchObject([
    { number: 3, published: 0, attempts: 0, createdBy: 'Người soạn home' },
    { number: 2, published: 2, attempts: 3 },
    { number: 1, published: 2, attempts: 3 },
  ]);
});

it('names the drafts and the newest published versions in which it stands', async () => {
  const bankId = await world.bank();
  const questionId = await world.question(bankId, 'Một');
  await world.rewrite(questionId, 'Hai', 1);
  const [one, two] = [await world.pin(questionId, 1), await world.pin(questionId, 2)];
  const beside = await world.pin(await world.question(bankId, 'Khác'));
  const newest = await world.quiz(bankId, [world.fixed(questionId)], 'A lấy bản mới');
  const keeps = await world.quiz(await world.bank(), [world.fixed(questionId, 1)], 'B giữ bản 1');
  await world.publish(keeps, [two]);
  const published = await world.quiz(bankId, [], 'C chỉ còn ở bản phát hành');
  await world.publish(published, [beside]);
  await world.publish(published, [one]);
  const drawn = await world.quiz(bankId, [world.random(bankId)], 'D rút ngẫu nhiên');
  await world.publish(drawn, [], [two, beside]);
  const former = await world.quiz(bankId, [world.random(bankId)], 'E đã bỏ');
  await world.publish(former, [one]);
  await world.publish(former, [beside]);
  const { uses } = await reader.history(world.author, questionId);
  const use = (quizId: string, quizTitle: string, facts: object) => ({
    quizId,
    quizTitle,
    courseId: null,
    courseTitle: null,
    keptVersion: null,
    inDraft: false,
    publishedVersion: null,
    drawn: false,
    ...facts,
  });
  expect(uses).toEqual([
    use(newest, 'A lấy bản mới', { inDraft: true }),
    use(keeps, 'B giữ bản 1', { inDraft: true, keptVersion: 1, publishedVersion: 2 }),
    use(published, 'C chỉ còn ở bản phát hành', { publishedVersion: 1 }),
    use(drawn, 'D rút ngẫu nhiên', { publishedVersion: 2, drawn: true }),
  ]);
});

it('tells the course of a bank', async () => {
  const bankId = await world.bank();
  await world.test.sql.rows(
    `with course as (
       insert into learning.course (id, code, unit_id, bank_id, created_at)
       values (gen_random_uuid(), 'K1', $1, $2, now()) returning id
     )
     insert into learning.course_version (id, course_id, number, state, title, summary, audience, hours,
       content_group, delivery_form, legal_basis, revision, updated_at, published_at)
     select gen_random_uuid(), id, n, case n when 1 then 'published' else 'draft' end, 'Khóa ' || n, '', '', 1,
       'defence_security', 'online', '[]', 1, now(), case n when 1 then now() end
     from course, generate_series(1, 2) n`,
    [world.units.home.id, bankId],
  );
  const questionId = await world.question(bankId, 'Một');
  await world.quiz(bankId, [world.fixed(questionId)]);
  const { uses } = await reader.history(world.author, questionId);
  expect(uses.map(({ courseTitle }) => courseTitle)).toEqual(['Khóa 2']);
  expect(uses[0]?.courseId).toEqual(expect.any(String));
});

it('reads any version, for those who may see the bank', async () => {
  const bankId = await world.bank();
  const questionId = await world.question(bankId, 'Một');
  await world.rewrite(questionId, 'Hai', 1);
  const first = await reader.version(world.author, { questionId, number: 1 });
  expect(first).toMatchObject({ number: 1, content: statement('Một') });
  const missing = { code: 'not_found' };
  await expect(reader.version(world.author, { questionId, number: 3 })).rejects.toMatchObject(
    missing,
  );
  const { away } = world.authors;
  await expect(reader.version(away, { questionId, number: 1 })).rejects.toMatchObject(missing);
  await expect(reader.history(away, questionId)).rejects.toMatchObject(missing);
  await world.share(bankId, world.units.away.id, 'use');
  expect((await reader.version(away, { questionId, number: 2 })).number).toBe(2);
  expect((await reader.history(away, questionId)).versions).toHaveLength(2);
});
