/** Authors write questions and quizzes, over HTTP. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@tap-huan/contract';
import type { Browser } from '@tap-huan/server/platform/testing';
import { CONTENTS, contentOf, statement } from '../testing/contents';
import { SETTINGS, World } from '../testing/world';
import { Attempts } from '../attempt/attempts';
import { QuizAuthoring } from './quiz-authoring';

describe('authoring', () => {
  let world: World;
  let author: Browser;
  let stranger: Browser;
  beforeAll(async () => {
    world = await World.make();
    author = await world.browser(world.author);
    stranger = await world.browser(world.stranger);
  });
  afterAll(() => world.test.close());

  const inWrite = <T>(work: Parameters<typeof world.test.writer.write<T>>[1]) =>
    world.test.writer.write(world.author, work);
  const bank = () =>
    inWrite((tx) =>
      world.test.get(QuizAuthoring).createBank(tx, { unitId: world.unitId, name: 'Ngân hàng' }),
    );
  const create = async (bankId: string, content = statement('Một')) =>
    (await author.call(endpoints.createQuestion, { params: { bankId }, body: { content } })).id;
  const list = async (
    bankId: string,
    query: { search?: string; kind?: 'single' | 'numeric' } = {},
  ) => (await author.call(endpoints.listQuestions, { params: { bankId }, query })).items;
  const emptyQuiz = (bankId: string) =>
    inWrite((tx) => world.test.get(QuizAuthoring).createQuiz(tx, { bankId, title: 'Bài' }));
  const updateQuiz = (quizId: string, questionIds: string[], revision = 1) =>
    author.try(endpoints.updateQuiz, {
      params: { quizId },
      body: {
        title: 'Bài kiểm tra',
        settings: SETTINGS,
        slots: questionIds.map((questionId) => ({ questionId, points: 50 })),
        revision,
      },
    });

  describe('the question bank', () => {
    it('keeps every kind as it was written', async () => {
      const bankId = await bank();
      for (const content of CONTENTS) {
        const questionId = await create(bankId, content);
        const read = await author.call(endpoints.readQuestion, { params: { questionId } });
        expect(read).toMatchObject({ bankId, version: 1, kind: content.kind, usedIn: 0 });
        expect(read.content).toEqual(content);
      }
      expect((await list(bankId)).map(({ kind }) => kind)).toEqual(
        CONTENTS.map(({ kind }) => kind),
      );
      expect((await list(bankId, { kind: 'numeric' })).map(({ title }) => title)).toEqual([
        'Bao nhiêu giờ?',
      ]);
    });

    it('finds without diacritics, in stem and options, and takes % and _ by the letter', async () => {
      const bankId = await bank();
      for (const content of CONTENTS) await create(bankId, content);
      const kinds = async (search: string) =>
        (await list(bankId, { search })).map(({ kind }) => kind);
      expect(await kinds('co quan nao')).toEqual(['single']);
      expect(await kinds('CƠ QUAN')).toEqual(['single']);
      expect(await kinds('buu dien')).toEqual(['single']);
      expect(await kinds('%')).toEqual([]);
      expect(await kinds('_')).toEqual([]);
      expect(await kinds('SECRET-feedback')).toEqual([]);
      expect(await kinds('  ')).toHaveLength(CONTENTS.length);
    });

    it('stores no harm', async () => {
      const bankId = await bank();
      const single = contentOf('single');
      const questionId = await create(bankId, {
        ...single,
        stem: '<p onclick="x()">Hỏi<script>alert(1)</script></p>',
        feedback: '<img src=x onerror=alert(1)><p style="x">Đáp</p>',
        options: single.options.map((option) => ({
          ...option,
          feedback: '<b onmouseover=x()>Vì</b> 3 < 5<script>alert(1)</script>',
        })),
      });
      const { content } = await author.call(endpoints.readQuestion, { params: { questionId } });
      expect(content).toMatchObject({ stem: '<p>Hỏi</p>', feedback: '<p>Đáp</p>' });
      expect(content.kind === 'single' && content.options[0]?.feedback).toBe('Vì 3 < 5');
    });

    it('refuses a question that cannot work, and says why', async () => {
      const bankId = await bank();
      const refused = await author.try(endpoints.createQuestion, {
        params: { bankId },
        body: { content: { ...contentOf('single'), stem: '<script>x</script>', correct: 'none' } },
      });
      expect(refused.problem?.code).toBe('validation_failed');
      expect(refused.problem?.issues?.map(({ path, code }) => [path, code])).toEqual([
        ['content', 'stem_without_text'],
        ['content', 'correct_option_missing'],
      ]);
      expect(await list(bankId)).toEqual([]);
    });

    it('writes a new version and refuses a stale one, also at once', async () => {
      const questionId = await create(await bank());
      const update = (baseVersion: number, text: string) =>
        author.try(endpoints.updateQuestion, {
          params: { questionId },
          body: { content: statement(text), baseVersion },
        });
      expect((await update(1, 'Hai')).body).toEqual({ version: 2 });
      expect((await update(1, 'Ba')).problem?.code).toBe('stale_revision');
      // Both are held until both have come, so that they do meet.
      const race = await inWrite(async (tx) => {
        await tx.rows(`select 1 from assessment.question where id = $1 for update`, [questionId]);
        const both = [update(2, 'Bốn'), update(2, 'Năm')];
        await new Promise((resolve) => setTimeout(resolve, 150));
        return { both };
      });
      const statuses = (await Promise.all(race.both)).map(({ status }) => status);
      expect(statuses.toSorted()).toEqual([200, 409]);
      const versions = await world.test.sql.rows(
        `select number, content->>'stem' as stem from assessment.question_version where question_id = $1 order by number`,
        [questionId],
      );
      expect(versions).toHaveLength(3);
      expect(versions[0]).toEqual({ number: 1, stem: '<p>Một</p>' });
    });

    it('retires only what no draft uses', async () => {
      const bankId = await bank();
      const questionId = await create(bankId);
      const quizId = await emptyQuiz(bankId);
      const retire = () => author.try(endpoints.retireQuestion, { params: { questionId } });
      await updateQuiz(quizId, [questionId], 1);
      expect((await list(bankId))[0]?.usedIn).toBe(1);
      expect((await retire()).problem?.code).toBe('question_in_use');
      await world.publish(quizId);
      await updateQuiz(quizId, [], 2);
      expect((await list(bankId))[0]?.usedIn).toBe(1);
      expect((await retire()).status).toBe(200);
      expect(await list(bankId)).toEqual([]);
      expect((await retire()).problem?.code).toBe('not_found');
      expect((await updateQuiz(quizId, [questionId], 3)).problem).toMatchObject({
        code: 'validation_failed',
        issues: [{ path: 'slots.0.questionId', code: 'question_not_in_bank' }],
      });
    });
  });

  describe('a quiz', () => {
    it('is saved by revision', async () => {
      const bankId = await bank();
      const [first, second] = [await create(bankId), await create(bankId, statement('Hai'))];
      const quizId = await emptyQuiz(bankId);
      expect((await updateQuiz(quizId, [second, first])).body).toEqual({ revision: 2 });
      expect((await updateQuiz(quizId, [first])).problem?.code).toBe('stale_revision');
      expect(await author.call(endpoints.readQuiz, { params: { quizId } })).toEqual({
        id: quizId,
        bankId,
        title: 'Bài kiểm tra',
        settings: SETTINGS,
        slots: [
          { questionId: second, points: 50 },
          { questionId: first, points: 50 },
        ],
        revision: 2,
      });
      expect(await world.test.get(QuizAuthoring).slotCounts([quizId, randomUUID()])).toEqual(
        new Map([[quizId, 2]]),
      );
    });

    it('takes neither a question of another bank nor one twice', async () => {
      const bankId = await bank();
      const own = await create(bankId);
      const foreign = await create(await bank());
      const refused = await updateQuiz(await emptyQuiz(bankId), [own, foreign, own, randomUUID()]);
      expect(refused.problem?.issues?.map(({ path, code }) => [path, code])).toEqual([
        ['slots.1.questionId', 'question_not_in_bank'],
        ['slots.2.questionId', 'question_repeats'],
        ['slots.3.questionId', 'question_not_in_bank'],
      ]);
    });

    it('is published as it stands, and not twice where nothing differs', async () => {
      const { quizId, quizVersionId, questionIds } = await world.quiz({}, [
        statement('Một'),
        statement('Hai'),
      ]);
      expect(await world.publish(quizId)).toEqual({ quizVersionId });
      await author.call(endpoints.updateQuestion, {
        params: { questionId: questionIds[0] as string },
        body: { content: statement('Một, sửa'), baseVersion: 1 },
      });
      const next = await world.publish(quizId);
      expect(next.quizVersionId).not.toBe(quizVersionId);
      const numbers = await world.test.sql.rows(
        `select v.number, array_agg(qv.number order by place) as questions
         from assessment.quiz_version v cross join jsonb_array_elements(v.slots) with ordinality as s(slot, place)
           join assessment.question_version qv on qv.id = (slot->>'questionVersionId')::uuid
         where v.quiz_id = $1 group by v.number order by v.number`,
        [quizId],
      );
      expect(numbers).toEqual([
        { number: 1, questions: [1, 1] },
        { number: 2, questions: [2, 1] },
      ]);
    });

    it('is not published without questions', async () => {
      const quizId = await emptyQuiz(await bank());
      await expect(world.publish(quizId)).rejects.toMatchObject({ code: 'quiz_has_no_questions' });
      const preview = await author.try(endpoints.previewQuiz, {
        params: { quizId },
        body: { returnPath: '/soan' },
      });
      expect(preview.problem?.code).toBe('quiz_has_no_questions');
    });

    it('is removed with its previews, unless it was published', async () => {
      const authoring = world.test.get(QuizAuthoring);
      const bankId = await bank();
      const quizId = await emptyQuiz(bankId);
      await updateQuiz(quizId, [await create(bankId)]);
      const { attemptId } = await author.call(endpoints.previewQuiz, {
        params: { quizId },
        body: { returnPath: '/soan' },
      });
      await author.call(endpoints.submitAttempt, { params: { attemptId } });
      expect(await inWrite((tx) => authoring.removeQuiz(tx, quizId))).toBe(true);
      expect((await author.try(endpoints.readQuiz, { params: { quizId } })).problem?.code).toBe(
        'not_found',
      );
      const published = await world.quiz({}, [statement('Một')]);
      expect(await inWrite((tx) => authoring.removeQuiz(tx, published.quizId))).toBe(false);
    });
  });

  describe('a preview', () => {
    it('shows the draft with everything, and counts nowhere', async () => {
      const bankId = await bank();
      const quizId = await emptyQuiz(bankId);
      await updateQuiz(quizId, [await create(bankId)]);
      const { attemptId } = await author.call(endpoints.previewQuiz, {
        params: { quizId },
        body: { returnPath: '/soan' },
      });
      const view = await author.call(endpoints.openAttempt, {
        params: { attemptId },
        body: { clientId: 'page-0001' },
      });
      expect(view).toMatchObject({
        preview: true,
        number: 1,
        returnPath: '/soan',
        slots: [{ slot: 1 }],
      });
      const result = await author.call(endpoints.submitAttempt, { params: { attemptId } });
      expect(result).toMatchObject({
        preview: true,
        passed: false,
        slots: [{ correct: { kind: 'true_false', choice: true } }],
      });
      expect(await world.graded(attemptId)).toEqual([]);
      expect(await world.steps(attemptId)).toEqual([]);
      const again = await author.call(endpoints.previewQuiz, {
        params: { quizId },
        body: { returnPath: '/soan' },
      });
      expect(again.attemptId).not.toBe(attemptId);
      const counted = await world.test.get(Attempts).summaries([attemptId, quizId]);
      expect(counted).toEqual([]);
    });
  });

  it('is hidden from authors of other units', async () => {
    const { bankId, quizId, questionIds } = await world.quiz({}, [statement('Một')]);
    const questionId = questionIds[0] as string;
    const content = statement('Hai');
    const draft = await author.call(endpoints.readQuiz, { params: { quizId } });
    const answers = await Promise.all([
      stranger.try(endpoints.listQuestions, { params: { bankId }, query: {} }),
      stranger.try(endpoints.createQuestion, { params: { bankId }, body: { content } }),
      stranger.try(endpoints.readQuestion, { params: { questionId } }),
      stranger.try(endpoints.updateQuestion, {
        params: { questionId },
        body: { content, baseVersion: 1 },
      }),
      stranger.try(endpoints.retireQuestion, { params: { questionId } }),
      stranger.try(endpoints.readQuiz, { params: { quizId } }),
      stranger.try(endpoints.updateQuiz, { params: { quizId }, body: draft }),
      stranger.try(endpoints.previewQuiz, { params: { quizId }, body: { returnPath: '/' } }),
    ]);
    expect(answers.map(({ problem }) => problem?.code)).toEqual(Array(8).fill('not_found'));
    const learner = await world.browser(world.taker);
    const denied = await learner.try(endpoints.readQuestion, { params: { questionId } });
    expect(denied.problem?.code).toBe('not_permitted');
  });
});
