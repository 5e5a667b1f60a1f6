/** A draft becomes a version from which papers are drawn, on a real PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QuestionContent, QuizSection, QuizSlot } from '@tap-huan/contract';
import type { PublishedSection } from '@tap-huan/rules';
import { QuestionService } from '../question/question.service';
import { statement } from '../testing/contents';
import { World } from '../testing/world';
import { PublishedQuizzes } from './published-quizzes.reader';
import { usualSection } from './usual-quiz';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.test.close());

type Draw = Extract<QuizSlot, { kind: 'random' }>;
const draw = (bankId: string, count: number, more: Partial<Draw> = {}): QuizSection => ({
  ...usualSection([]),
  slots: [
    {
      kind: 'random',
      id: randomUUID(),
      bankId,
      categoryId: null,
      includeSubcategories: false,
      tags: [],
      difficulty: null,
      count,
      points: 100,
      ...more,
    },
  ],
});
const named = (...questionIds: string[]): QuizSection =>
  usualSection(questionIds.map((questionId) => ({ questionId, points: 100 })));
const keeping = (section: QuizSection, version: number): QuizSection => ({
  ...section,
  slots: section.slots.map((slot) => (slot.kind === 'fixed' ? { ...slot, version } : slot)),
});
const rewrite = (questionId: string, content: QuestionContent, baseVersion = 1) =>
  world.test.get(QuestionService).update(world.author, questionId, { content, baseVersion });
const versionsOf = (quizId: string) =>
  world.test.sql.rows<{ id: string; number: number; sections: PublishedSection[] }>(
    `select id, number, sections from assessment.quiz_version where quiz_id = $1 order by number`,
    [quizId],
  );
/** Stems of the questions that a section holds or draws from, in the order they were written. */
async function stems(section: PublishedSection | undefined): Promise<string[]> {
  const pins = (section?.slots ?? []).flatMap((slot) =>
    slot.kind === 'fixed' ? [slot.question] : slot.pool,
  );
  const contents = await world.test
    .get(PublishedQuizzes)
    .contents(pins.map(({ questionVersionId }) => questionVersionId));
  return pins.map(({ questionVersionId }) => contents.get(questionVersionId)?.stem ?? '');
}

describe('publishing', () => {
  it('fixes the newest versions, and makes no second version where nothing differs', async () => {
    const { quizId, quizVersionId, questionIds } = await world.quiz({}, [
      statement('Một'),
      statement('Hai'),
    ]);
    expect(await world.publish(quizId)).toEqual({ quizVersionId });
    await rewrite(questionIds[0] as string, statement('Một, sửa'));
    expect((await world.publish(quizId)).quizVersionId).not.toBe(quizVersionId);
    const versions = await versionsOf(quizId);
    expect(versions.map(({ number }) => number)).toEqual([1, 2]);
    expect(await stems(versions[0]?.sections[0])).toEqual(['<p>Một</p>', '<p>Hai</p>']);
    expect(await stems(versions[1]?.sections[0])).toEqual(['<p>Một, sửa</p>', '<p>Hai</p>']);
    // Results of both meet at the slot.
    const keys = versions.map(({ sections }) => sections[0]?.slots.map(({ id }) => id));
    expect(keys[0]).toEqual(keys[1]);
  });

  it('keeps the version that a slot keeps', async () => {
    const bankId = await world.bank();
    const questionId = await world.question(bankId, statement('Cũ'));
    await rewrite(questionId, statement('Mới'));
    const quizId = await world.draft(bankId, [keeping(named(questionId), 1)]);
    await world.publish(quizId);
    const [version] = await versionsOf(quizId);
    expect(await stems(version?.sections[0])).toEqual(['<p>Cũ</p>']);
  });

  it('fills the pools with the ready questions that fit', async () => {
    const bankId = await world.bank();
    const tagged = (text: string, change: Partial<QuestionContent>) =>
      world.question(bankId, { ...statement(text), ...change } as QuestionContent);
    await tagged('1', { tags: ['một cửa'], difficulty: 'apply' });
    await tagged('2', { tags: ['một cửa', 'lưu trữ'], difficulty: 'apply' });
    await tagged('3', { tags: ['lưu trữ'], difficulty: 'recall' });
    await world.question(bankId, statement('4'), { status: 'draft' });
    const pools = async (more: Partial<Draw>) => {
      const quizId = await world.draft(bankId, [draw(bankId, 1, more)]);
      await world.publish(quizId);
      return stems((await versionsOf(quizId))[0]?.sections[0]);
    };
    expect(await pools({})).toEqual(['<p>1</p>', '<p>2</p>', '<p>3</p>']);
    expect(await pools({ tags: ['một cửa'] })).toEqual(['<p>1</p>', '<p>2</p>']);
    expect(await pools({ tags: ['lưu trữ'], difficulty: 'apply' })).toEqual(['<p>2</p>']);
  });

  it('is a new version when a question comes into a pool', async () => {
    const bankId = await world.bank();
    await world.question(bankId, statement('Một'));
    const quizId = await world.draft(bankId, [draw(bankId, 1)]);
    const { quizVersionId } = await world.publish(quizId);
    expect(await world.publish(quizId)).toEqual({ quizVersionId });
    await world.question(bankId, statement('Hai'));
    expect((await world.publish(quizId)).quizVersionId).not.toBe(quizVersionId);
  });

  it('refuses questions that are not ready, by their place', async () => {
    const bankId = await world.bank();
    const ready = await world.question(bankId, statement('Một'));
    const sketch = await world.question(bankId, statement('Hai'), { status: 'draft' });
    const quizId = await world.draft(bankId, [named(ready), named(sketch)]);
    await expect(world.publish(quizId)).rejects.toMatchObject({
      code: 'validation_failed',
      issues: [{ path: 'sections.1.slots.0', code: 'question_not_ready' }],
    });
    expect(await versionsOf(quizId)).toEqual([]);
  });

  it.each<[string, (bankId: string, first: string) => QuizSection[], number | null]>([
    ['a pool as large as is drawn', (bank) => [draw(bank, 3)], null],
    ['a pool that is too small', (bank) => [draw(bank, 5)], 2],
    ['a question that is asked by name', (bank, first) => [named(first), draw(bank, 3)], 1],
    ['two draws from one pool', (bank) => [draw(bank, 2), draw(bank, 2)], 1],
    ['two draws that share it', (bank) => [draw(bank, 2), draw(bank, 1)], null],
  ])('counts the questions: %s', async (_, sections, missing) => {
    const bankId = await world.bank();
    const first = await world.question(bankId, statement('Một'));
    await world.question(bankId, statement('Hai'));
    await world.question(bankId, statement('Ba'));
    const quizId = await world.draft(bankId, sections(bankId, first));
    const published = world.publish(quizId);
    if (missing === null) await published;
    else {
      await expect(published).rejects.toMatchObject({
        code: 'not_enough_questions',
        params: { missing },
      });
    }
  });

  it('refuses a quiz without questions', async () => {
    const quizId = await world.draft(await world.bank(), [named()]);
    await expect(world.publish(quizId)).rejects.toMatchObject({ code: 'quiz_has_no_questions' });
  });

  it('fixes the stimuli in their newest version', async () => {
    const bankId = await world.bank();
    const [stimulusId, first, second] = [randomUUID(), randomUUID(), randomUUID()];
    await world.test.sql.rows(
      `with made as (
         insert into assessment.stimulus (id, bank_id, current_version, updated_at) values ($1, $2, 2, now())
       )
       insert into assessment.stimulus_version (id, stimulus_id, number, title, html, created_at)
       values ($3, $1, 1, 'Cũ', '<p>Cũ</p>', now()), ($4, $1, 2, 'Mới', '<p>Mới</p>', now())`,
      [stimulusId, bankId, first, second],
    );
    const questionId = await world.question(bankId, { ...statement('Một'), stimulusId });
    const quizId = await world.draft(bankId, [named(questionId), draw(bankId, 1)]);
    // Only one question: the draw must fail, and the pin is the same in both.
    await expect(world.publish(quizId)).rejects.toMatchObject({ code: 'not_enough_questions' });
    const alone = await world.draft(bankId, [named(questionId)]);
    const { quizVersionId } = await world.publish(alone);
    const [version] = await versionsOf(alone);
    expect(version?.sections[0]?.slots).toMatchObject([
      { question: { stimulusVersionId: second } },
    ]);
    const paper = await world.paper(await world.start({ quizVersionId }));
    expect(paper.slots[0]?.stimulusVersionId).toBe(second);
    expect(await world.test.get(PublishedQuizzes).stimuli([second, first])).toEqual(
      new Map([
        [second, { title: 'Mới', html: '<p>Mới</p>' }],
        [first, { title: 'Cũ', html: '<p>Cũ</p>' }],
      ]),
    );
  });
});
