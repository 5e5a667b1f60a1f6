/** Authoring over HTTP, through the endpoints of the contract. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@tap-huan/contract';
import type { Browser } from '@tap-huan/server/platform/testing';
import { META, World } from './testing/world';

describe('authoring over HTTP', () => {
  let world: World;
  let author: Browser;
  beforeAll(async () => {
    world = await World.make();
    author = await world.browser(world.author);
  });
  afterAll(() => world.test.close());

  it('goes from nothing to a published course and on to the next draft', async () => {
    const { id: courseId } = await author.call(endpoints.createCourse, {
      body: { code: 'HTTP-1', meta: META },
    });
    const params = { courseId };
    const a = await author.call(endpoints.addModule, { params, body: { title: 'Chương 1' } });
    const b = await author.call(endpoints.addModule, { params, body: { title: 'Chương 2' } });
    const reading = await author.call(endpoints.addLesson, {
      params: { moduleId: a.id },
      body: { title: 'Bài đọc', kind: 'reading' },
    });
    const quiz = await author.call(endpoints.addLesson, {
      params: { moduleId: a.id },
      body: { title: 'Kiểm tra', kind: 'quiz' },
    });
    expect(reading.quizId).toBeNull();
    const saved = await author.call(endpoints.updateLesson, {
      params: { lessonId: reading.id },
      body: {
        title: 'Bài một',
        bodyHtml: '<p>Chào <b>bạn</b><script>1</script></p>',
        minutes: 25,
        legalBasis: ['Luật Báo chí'],
        asOf: '2026-11-01',
        attachments: [],
        revision: 1,
      },
    });
    expect(saved).toEqual({ revision: 2, bodyHtml: '<p>Chào <b>bạn</b></p>' });
    expect(await author.call(endpoints.readLesson, { params: { lessonId: reading.id } })).toEqual({
      id: reading.id,
      courseId,
      moduleId: a.id,
      kind: 'reading',
      title: 'Bài một',
      bodyHtml: saved.bodyHtml,
      minutes: 25,
      legalBasis: ['Luật Báo chí'],
      asOf: '2026-11-01',
      attachments: [],
      quizId: null,
      revision: 2,
      editable: true,
    });

    const refused = await author.try(endpoints.publishCourse, { params });
    expect([refused.status, refused.problem?.code, refused.problem?.params]).toEqual([
      422,
      'course_not_publishable',
      { problems: 2, first: 'quiz_without_questions', where: 'Kiểm tra' },
    ]);

    const draft = await author.call(endpoints.readCourse, { params });
    expect(draft.problems).toEqual([
      { code: 'quiz_without_questions', where: 'Kiểm tra' },
      { code: 'module_without_lessons', where: 'Chương 2' },
    ]);
    await world.ask(world.author, draft.bankId, String(quiz.quizId));
    await author.call(endpoints.arrangeOutline, {
      params,
      body: {
        revision: draft.revision,
        modules: [
          { id: b.id, title: 'Mở đầu', lessonIds: [reading.id] },
          { id: a.id, title: 'Kiểm tra', lessonIds: [quiz.id] },
        ],
      },
    });
    expect(await author.call(endpoints.publishCourse, { params })).toEqual({ number: 1 });
    expect((await author.try(endpoints.publishCourse, { params })).problem?.code).toBe('no_draft');
    expect(
      (await author.try(endpoints.removeLesson, { params: { lessonId: reading.id } })).problem
        ?.code,
    ).toBe('version_is_published');

    await author.call(endpoints.beginDraft, { params });
    expect((await author.try(endpoints.beginDraft, { params })).problem?.code).toBe('draft_exists');
    const next = await author.call(endpoints.readCourse, { params });
    expect(next.modules.map(({ title }) => title)).toEqual(['Mở đầu', 'Kiểm tra']);
    await author.call(endpoints.removeLesson, {
      params: { lessonId: String(next.modules[0]?.lessons[0]?.id) },
    });
    await author.call(endpoints.removeModule, {
      params: { moduleId: String(next.modules[0]?.id) },
    });
    const row = (await author.call(endpoints.listCourses, {})).items.find(
      ({ id }) => id === courseId,
    );
    expect(row).toMatchObject({ code: 'HTTP-1', draftNumber: 2, publishedNumber: 1, lessons: 1 });
  });

  it('answers not_found to the author of another unit', async () => {
    const course = await world.course();
    const stranger = await world.browser(world.stranger);
    const params = { courseId: course.courseId };
    for (const answer of [
      await stranger.try(endpoints.readCourse, { params }),
      await stranger.try(endpoints.publishCourse, { params }),
      await stranger.try(endpoints.updateCourse, { params, body: { meta: META, revision: 1 } }),
      await stranger.try(endpoints.readLesson, { params: { lessonId: course.readingId } }),
      await stranger.try(endpoints.removeModule, { params: { moduleId: course.moduleId } }),
    ]) {
      expect([answer.status, answer.problem?.code]).toEqual([404, 'not_found']);
    }
  });

  it('is closed to learners, and the catalogue is for those who enrol', async () => {
    await world.publishedCourse();
    const learner = await world.browser(world.learner);
    expect((await learner.try(endpoints.listCourses, {})).status).toBe(403);
    expect((await learner.try(endpoints.listCatalogue, { query: {} })).status).toBe(403);
    expect((await author.try(endpoints.listCatalogue, { query: {} })).status).toBe(403);
    const hr = await world.browser(await world.person('hr', world.provinceId));
    const { items } = await hr.call(endpoints.listCatalogue, { query: {} });
    expect(items[0]).toEqual({
      id: expect.any(String),
      code: expect.any(String),
      title: META.title,
      summary: META.summary,
      hours: 12,
      versionNumber: 1,
      closedOn: null,
    });
  });

  it('refuses a description out of shape', async () => {
    const answer = await author.try(endpoints.createCourse, {
      body: { code: 'X', meta: { ...META, hours: 0 } },
    });
    expect([answer.status, answer.problem?.issues?.[0]?.path]).toEqual([422, 'meta.hours']);
  });
});
