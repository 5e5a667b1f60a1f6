/** Courses from draft to draft on a real PostgreSQL. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { SYSTEM } from '@tap-huan/server/platform';
import { CourseReader } from '../published/course.reader';
import { META, World } from '../testing/world';
import { AuthorCourseReader } from './author-course.reader';
import { CourseService } from './course.service';

describe('courses', () => {
  let world: World;
  let service: CourseService;
  let reader: AuthorCourseReader;
  let published: CourseReader;
  beforeAll(async () => {
    world = await World.make();
    service = world.test.get(CourseService);
    reader = world.test.get(AuthorCourseReader);
    published = world.test.get(CourseReader);
  });
  afterAll(() => world.test.close());

  describe('createCourse', () => {
    it('makes a first draft and a bank for the first unit of the author', async () => {
      const { id, bankId } = await service.create(world.author, { code: ' C-NEW ', meta: META });
      expect(await reader.read(world.author, id)).toMatchObject({
        code: 'C-NEW',
        number: 1,
        state: 'draft',
        revision: 1,
        bankId,
        meta: META,
        modules: [],
        problems: [{ code: 'no_modules', where: '' }],
        versions: [{ number: 1, state: 'draft', publishedAt: null }],
      });
      const bank = await world.test.sql.one(`select unit_id from assessment.bank where id = $1`, [
        bankId,
      ]);
      expect(bank).toEqual({ unit_id: world.unitId });
    });

    it('refuses a code that is taken and leaves no bank behind', async () => {
      await service.create(world.author, { code: 'C-TWICE', meta: META });
      const count = () => world.test.sql.one(`select count(*) as n from assessment.bank`);
      const before = await count();
      await expect(
        service.create(world.stranger, { code: 'C-TWICE', meta: META }),
      ).rejects.toMatchObject({ code: 'course_code_taken' });
      expect(await count()).toEqual(before);
    });

    it('keeps a person out of the units of others, and lets the system name any', async () => {
      const make = (code: string) => ({ code, meta: META, unitId: world.provinceId });
      await expect(service.create(world.author, make('C-ABOVE'))).rejects.toMatchObject({
        code: 'not_found',
      });
      const { id } = await service.create(SYSTEM, make('C-SYSTEM'));
      expect((await reader.read(world.provinceAuthor, id)).code).toBe('C-SYSTEM');
      await expect(reader.read(world.author, id)).rejects.toMatchObject({ code: 'not_found' });
    });

    it('stores text in NFC', async () => {
      const { id } = await service.create(world.author, {
        code: 'C-NFC',
        meta: {
          ...META,
          title: META.title.normalize('NFD'),
          summary: META.summary.normalize('NFD'),
        },
      });
      expect((await reader.read(world.author, id)).meta).toEqual(META);
    });
  });

  it('builds a whole course in one transaction, or none of it', async () => {
    const code = 'C-ROLLBACK';
    await expect(
      world.test.writer.write(SYSTEM, async (tx) => {
        const course = await world.authoring.createCourse(tx, {
          code,
          meta: META,
          unitId: world.unitId,
        });
        const module = await world.authoring.addModule(tx, course.id, 'Chương 1');
        await world.authoring.addLesson(tx, module.id, { title: 'Bài', kind: 'quiz' });
        await world.authoring.publishCourse(tx, course.id);
      }),
    ).rejects.toMatchObject({ code: 'course_not_publishable' });
    expect(
      await world.test.sql.rows(`select 1 from learning.course where code = $1`, [code]),
    ).toEqual([]);
  });

  describe('updateCourse', () => {
    it('saves once for each revision', async () => {
      const { courseId } = await world.course();
      const meta = { ...META, title: 'Tên mới', hours: 40 };
      expect(await service.update(world.author, courseId, { meta, revision: 1 })).toEqual({
        revision: 2,
      });
      await expect(
        service.update(world.author, courseId, { meta: META, revision: 1 }),
      ).rejects.toMatchObject({ code: 'stale_revision' });
      expect(await reader.read(world.author, courseId)).toMatchObject({ meta, revision: 2 });
    });

    it('lets one of two win who save at the same time', async () => {
      const { courseId } = await world.course();
      const tries = await Promise.allSettled(
        ['Một', 'Hai', 'Ba'].map((title) =>
          service.update(world.author, courseId, {
            meta: { ...META, title: `${title} tên` },
            revision: 1,
          }),
        ),
      );
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('needs a draft', async () => {
      const { courseId } = await world.publishedCourse();
      await expect(
        service.update(world.author, courseId, { meta: META, revision: 1 }),
      ).rejects.toMatchObject({ code: 'no_draft' });
    });
  });

  describe('scope', () => {
    it('hides a course from the authors of other units, whatever they do', async () => {
      const { courseId } = await world.course();
      const attempts = await Promise.allSettled([
        reader.read(world.stranger, courseId),
        service.update(world.stranger, courseId, { meta: META, revision: 1 }),
        service.publish(world.stranger, courseId),
        service.beginDraft(world.stranger, courseId),
        service.publish(world.learner, courseId),
        service.publish({ accountId: null, grants: [], sessionId: null, address: null }, courseId),
      ]);
      for (const attempt of attempts) {
        expect(attempt).toMatchObject({ status: 'rejected', reason: { code: 'not_found' } });
      }
      expect((await reader.list(world.stranger)).items.map(({ id }) => id)).not.toContain(courseId);
    });

    it('shows it to the authors of units above', async () => {
      const { courseId } = await world.course();
      expect((await reader.list(world.provinceAuthor)).items.map(({ id }) => id)).toContain(
        courseId,
      );
      await service.publish(world.provinceAuthor, courseId);
    });
  });

  describe('publishCourse', () => {
    it('lists what is missing', async () => {
      const { id } = await service.create(world.author, { code: 'C-EMPTY', meta: META });
      await world.authoring.addModule(world.author, id, 'Chương trống');
      const { id: moduleId } = await world.authoring.addModule(world.author, id, 'Chương 2');
      await world.authoring.addLesson(world.author, moduleId, {
        title: 'Chưa viết',
        kind: 'reading',
      });
      await world.authoring.addLesson(world.author, moduleId, { title: 'Chưa hỏi', kind: 'quiz' });
      const problems = [
        { code: 'module_without_lessons', where: 'Chương trống' },
        { code: 'lesson_without_text', where: 'Chưa viết' },
        { code: 'quiz_without_questions', where: 'Chưa hỏi' },
      ];
      expect((await reader.read(world.author, id)).problems).toEqual(problems);
      await expect(service.publish(world.author, id)).rejects.toMatchObject({
        code: 'course_not_publishable',
        params: { problems: 3, first: 'module_without_lessons', where: 'Chương trống' },
      });
      expect((await reader.read(world.author, id)).state).toBe('draft');
    });

    it('freezes the quizzes, tells the news once and leaves a trace', async () => {
      const { courseId, versionId, quizLessonId } = await world.course();
      expect(await service.publish(world.author, courseId)).toEqual({ number: 1, versionId });
      expect(await reader.read(world.author, courseId)).toMatchObject({
        state: 'published',
        publishedAt: '2026-11-23T02:00:00.000Z',
        problems: [],
      });
      const outline = await published.outline(versionId);
      const quiz = outline.modules[0]?.lessons.find(({ id }) => id === quizLessonId);
      expect(quiz?.quizVersionId).toEqual(expect.any(String));
      expect(
        await world.test.sql.rows(
          `select payload from platform.outbox where event = 'CoursePublished' and payload->>'courseId' = $1`,
          [courseId],
        ),
      ).toEqual([{ payload: { courseId, courseVersionId: versionId } }]);
      expect(
        await world.test.sql.rows(
          `select account_id as by, detail->'number' as number from platform.audit
            where action = 'course.publish' and subject_id = $1`,
          [courseId],
        ),
      ).toEqual([{ by: world.author.accountId, number: 1 }]);
      await expect(service.publish(world.author, courseId)).rejects.toMatchObject({
        code: 'no_draft',
      });
    });

    it('lets one of two publish', async () => {
      const { courseId } = await world.course();
      const tries = await Promise.allSettled(
        [1, 2].map(() => service.publish(world.author, courseId)),
      );
      expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });

  describe('a published version', () => {
    it('is refused by the commands', async () => {
      const { moduleId, readingId, courseId } = await world.publishedCourse();
      const { authoring } = world;
      await expect(
        world.write(world.author, readingId, '<p>Khác</p>', [], 2),
      ).rejects.toMatchObject({ code: 'version_is_published' });
      await expect(
        authoring.addLesson(world.author, moduleId, { title: 'Thêm', kind: 'reading' }),
      ).rejects.toMatchObject({ code: 'version_is_published' });
      await expect(authoring.addModule(world.author, courseId, 'Thêm')).rejects.toMatchObject({
        code: 'no_draft',
      });
    });

    it('is refused by the database', async () => {
      const { sql } = world.test;
      const course = await world.publishedCourse();
      const other = await world.course();
      const media = randomUUID();
      await sql.rows(
        `insert into learning.media (id, sha256, name, mime_type, size, uploaded_at) values ($1, repeat('a', 64), 'x', 'image/png', 1, now())`,
        [media],
      );
      const statements: [string, unknown[]][] = [
        [`update learning.course_version set title = 'Khác' where id = $1`, [course.versionId]],
        [
          `update learning.course_version set state = 'draft', published_at = null where id = $1`,
          [course.versionId],
        ],
        [`delete from learning.course_version where id = $1`, [course.versionId]],
        [`update learning.module set title = 'Khác' where id = $1`, [course.moduleId]],
        [`delete from learning.module where id = $1`, [course.moduleId]],
        [
          `insert into learning.module (id, course_version_id, title, ordinal) values ($2, $1, 'Thêm', 9)`,
          [course.versionId, randomUUID()],
        ],
        [
          `update learning.module set course_version_id = $1 where id = $2`,
          [course.versionId, other.moduleId],
        ],
        [`update learning.lesson set body_html = 'Khác' where id = $1`, [course.readingId]],
        [`update learning.lesson set quiz_version_id = null where id = $1`, [course.quizLessonId]],
        [`delete from learning.lesson where id = $1`, [course.readingId]],
        [
          `update learning.lesson set module_id = $1, ordinal = 9 where id = $2`,
          [course.moduleId, other.readingId],
        ],
        [
          `update learning.lesson set module_id = $1, ordinal = 9 where id = $2`,
          [other.moduleId, course.readingId],
        ],
        [
          `insert into learning.lesson_attachment values ($1, $2, 'Thêm', 1)`,
          [course.readingId, media],
        ],
        [`insert into learning.lesson_medium values ($1, $2)`, [course.readingId, media]],
      ];
      for (const [statement, params] of statements) {
        await expect(sql.rows(statement, params)).rejects.toThrow('never changes');
      }
      await expect(
        sql.rows(`update learning.media set sha256 = repeat('b', 64) where id = $1`, [media]),
      ).rejects.toThrow('never changes');
    });
  });

  describe('beginDraft', () => {
    it('copies the newest published version with new ids, the same keys and quizzes', async () => {
      const course = await world.publishedCourse();
      const before = await reader.read(world.author, course.courseId);
      const { versionId } = await service.beginDraft(world.author, course.courseId);
      const draft = await reader.read(world.author, course.courseId);
      expect(draft).toMatchObject({
        id: versionId,
        number: 2,
        state: 'draft',
        revision: 1,
        meta: META,
        problems: [],
      });
      expect(draft.versions.map(({ number, state }) => [number, state])).toEqual([
        [2, 'draft'],
        [1, 'published'],
      ]);
      const shape = (version: typeof draft) =>
        version.modules.map(({ title, lessons }) => ({
          title,
          lessons: lessons.map(({ key, title: lesson, kind, minutes, quizId }) => ({
            key,
            lesson,
            kind,
            minutes,
            quizId,
          })),
        }));
      expect(shape(draft)).toEqual(shape(before));
      const ids = (version: typeof draft) =>
        version.modules.flatMap(({ id, lessons }) => [id, ...lessons.map((lesson) => lesson.id)]);
      expect(ids(draft).filter((id) => ids(before).includes(id))).toEqual([]);
      await expect(service.beginDraft(world.author, course.courseId)).rejects.toMatchObject({
        code: 'draft_exists',
      });
    });

    it('leaves the published version as it was while the draft changes, until the next is published', async () => {
      const course = await world.publishedCourse();
      await service.beginDraft(world.author, course.courseId);
      const draft = await reader.read(world.author, course.courseId);
      const reading = draft.modules[0]?.lessons[0];
      await world.write(world.author, String(reading?.id), '<p>Bản mới.</p>');
      expect((await published.lesson(course.readingId)).bodyHtml).toBe(
        '<p>Lắng nghe người dân.</p>',
      );
      expect(await published.publishedVersion(course.courseId)).toMatchObject({ versionNumber: 1 });
      await expect(published.outline(draft.id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(published.lesson(String(reading?.id))).rejects.toMatchObject({
        code: 'not_found',
      });
      await service.publish(world.author, course.courseId);
      expect(await published.publishedVersion(course.courseId)).toMatchObject({
        versionNumber: 2,
        courseVersionId: draft.id,
      });
      expect((await published.lesson(String(reading?.id))).bodyHtml).toBe('<p>Bản mới.</p>');
      expect((await published.lesson(course.readingId)).bodyHtml).toBe(
        '<p>Lắng nghe người dân.</p>',
      );
    });

    it('lets one of two begin', async () => {
      const { courseId } = await world.publishedCourse();
      const tries = await Promise.allSettled(
        [1, 2, 3].map(() => service.beginDraft(world.author, courseId)),
      );
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });
  });

  describe('for the domains above', () => {
    it('reads the outline of a published version', async () => {
      const course = await world.publishedCourse();
      const outline = await published.outline(course.versionId);
      expect(outline).toMatchObject({ courseId: course.courseId, versionNumber: 1, meta: META });
      expect(
        outline.modules.map(({ lessons }) => lessons.map(({ id, kind }) => [id, kind])),
      ).toEqual([
        [
          [course.readingId, 'reading'],
          [course.quizLessonId, 'quiz'],
        ],
      ]);
      expect(await published.outline(course.versionId)).toBe(outline);
    });

    it('does not keep a failure', async () => {
      const course = await world.course();
      await expect(published.outline(course.versionId)).rejects.toMatchObject({
        code: 'not_found',
      });
      await service.publish(world.author, course.courseId);
      expect(await published.outline(course.versionId)).toMatchObject({
        courseId: course.courseId,
      });
    });

    it('knows nothing of a course that is only a draft', async () => {
      const { courseId } = await world.course();
      expect(await published.publishedVersion(courseId)).toBeNull();
      expect((await published.catalogue()).items.map(({ id }) => id)).not.toContain(courseId);
    });
  });

  it('lists drafts beside what is published', async () => {
    const course = await world.publishedCourse();
    await service.beginDraft(world.author, course.courseId);
    await service.update(world.author, course.courseId, {
      meta: { ...META, title: 'Bản nháp' },
      revision: 1,
    });
    const row = (await reader.list(world.author)).items.find(({ id }) => id === course.courseId);
    expect(row).toMatchObject({
      title: 'Bản nháp',
      draftNumber: 2,
      publishedNumber: 1,
      lessons: 2,
    });
    const entry = (await published.catalogue()).items.find(({ id }) => id === course.courseId);
    expect(entry).toMatchObject({ title: META.title, versionNumber: 1 });
  });
});
