/** Modules and lessons of a draft on a real PostgreSQL. */
import { quizSettings } from '@tap-huan/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { AuthorCourseReader } from '../course/author-course.reader';
import { CourseService } from '../course/course.service';
import { META, World } from '../testing/world';
import { OutlineService } from './outline.service';

const NOT_FOUND = { status: 'rejected', reason: { code: 'not_found' } };

interface Outlined {
  courseId: string;
  a: string;
  b: string;
  a1: string;
  a2: string;
  b1: string;
}

describe('the outline of a draft', () => {
  let world: World;
  let service: OutlineService;
  let reader: AuthorCourseReader;
  beforeAll(async () => {
    world = await World.make();
    service = world.test.get(OutlineService);
    reader = world.test.get(AuthorCourseReader);
  });
  afterAll(() => world.test.close());

  async function outlined(): Promise<Outlined> {
    const by = world.author;
    const { id: courseId } = await world.authoring.createCourse(by, {
      code: randomUUID().slice(0, 20),
      meta: META,
    });
    const { id: a } = await service.addModule(by, courseId, 'A');
    const { id: b } = await service.addModule(by, courseId, 'B');
    const lesson = async (moduleId: string, title: string) =>
      (await service.addLesson(by, moduleId, { title, kind: 'reading' })).id;
    return {
      courseId,
      a,
      b,
      a1: await lesson(a, 'a1'),
      a2: await lesson(a, 'a2'),
      b1: await lesson(b, 'b1'),
    };
  }
  const titles = async (courseId: string) =>
    (await reader.read(world.author, courseId)).modules.map(({ title, lessons }) => [
      title,
      lessons.map((lesson) => lesson.title),
    ]);

  it('grows at the end', async () => {
    const { courseId } = await outlined();
    expect(await titles(courseId)).toEqual([
      ['A', ['a1', 'a2']],
      ['B', ['b1']],
    ]);
  });

  it('is arranged anew, lessons between modules too', async () => {
    const { courseId, a, b, a1, a2, b1 } = await outlined();
    const before = await reader.read(world.author, courseId);
    expect(
      await service.arrange(world.author, courseId, {
        modules: [
          { id: b, title: 'B mới', lessonIds: [a2, b1, a1] },
          { id: a, title: 'A', lessonIds: [] },
        ],
        revision: 1,
      }),
    ).toEqual({ revision: 2 });
    expect(await titles(courseId)).toEqual([
      ['B mới', ['a2', 'b1', 'a1']],
      ['A', []],
    ]);
    const keys = (version: typeof before) =>
      version.modules.flatMap(({ lessons }) => lessons.map(({ id, key }) => `${id} ${key}`)).sort();
    expect(keys(await reader.read(world.author, courseId))).toEqual(keys(before));
  });

  it.each<
    [string, (o: Outlined, foreign: Outlined) => { id: string; lessonIds: string[] }[], string]
  >([
    [
      'a lesson is missing',
      ({ a, b, a1, b1 }) => [
        { id: a, lessonIds: [a1] },
        { id: b, lessonIds: [b1] },
      ],
      'stale_revision',
    ],
    [
      'a module is missing',
      ({ a, a1, a2, b1 }) => [{ id: a, lessonIds: [a1, a2, b1] }],
      'stale_revision',
    ],
    [
      'a lesson is named twice',
      ({ a, b, a1, a2, b1 }) => [
        { id: a, lessonIds: [a1, a2, a1] },
        { id: b, lessonIds: [b1] },
      ],
      'validation_failed',
    ],
    [
      'a module is named twice',
      ({ a, a1, a2, b1 }) => [
        { id: a, lessonIds: [a1, a2] },
        { id: a, lessonIds: [b1] },
      ],
      'validation_failed',
    ],
    [
      'a lesson of another course is named',
      ({ a, b, a1, b1 }, foreign) => [
        { id: a, lessonIds: [a1, foreign.a1] },
        { id: b, lessonIds: [b1] },
      ],
      'stale_revision',
    ],
    [
      'a module stands for a lesson',
      ({ a, b, a1, b1 }) => [
        { id: a, lessonIds: [a1, b] },
        { id: b, lessonIds: [b1] },
      ],
      'stale_revision',
    ],
  ])('stays as it is where %s', async (_, modulesOf, code) => {
    const own = await outlined();
    const modules = modulesOf(own, await outlined()).map((module) => ({ ...module, title: 'X' }));
    await expect(
      service.arrange(world.author, own.courseId, { modules, revision: 1 }),
    ).rejects.toMatchObject({ code });
    expect(await titles(own.courseId)).toEqual([
      ['A', ['a1', 'a2']],
      ['B', ['b1']],
    ]);
  });

  it('is not arranged by an old revision, nor after somebody else has added to it', async () => {
    const { courseId, a, b, a1, a2, b1 } = await outlined();
    const modules = [
      { id: b, title: 'B', lessonIds: [b1] },
      { id: a, title: 'A', lessonIds: [a1, a2] },
    ];
    await expect(
      service.arrange(world.author, courseId, { modules, revision: 0 }),
    ).rejects.toMatchObject({ code: 'stale_revision' });
    await service.addModule(world.provinceAuthor, courseId, 'C');
    await expect(
      service.arrange(world.author, courseId, { modules, revision: 1 }),
    ).rejects.toMatchObject({ code: 'stale_revision' });
  });

  it('is hidden from the authors of other units', async () => {
    const { courseId, a, a1 } = await outlined();
    const { stranger } = world;
    const attempts = await Promise.allSettled([
      service.arrange(stranger, courseId, { modules: [], revision: 1 }),
      service.addModule(stranger, courseId, 'X'),
      service.addLesson(stranger, a, { title: 'X', kind: 'reading' }),
      service.removeModule(stranger, a),
      service.removeLesson(stranger, a1),
    ]);
    for (const attempt of attempts) expect(attempt).toMatchObject(NOT_FOUND);
  });

  it('gives a quiz lesson a quiz with settings that may be published', async () => {
    const { a } = await outlined();
    const { quizId } = await service.addLesson(world.author, a, {
      title: 'Kiểm tra',
      kind: 'quiz',
    });
    const { title, settings, sections } = await world.quiz(String(quizId));
    expect({ title, sections }).toMatchObject({
      title: 'Kiểm tra',
      sections: [{ title: '', shuffle: true, slots: [] }],
    });
    expect(settings).toMatchObject({
      mode: 'exam',
      timeLimitMinutes: 30,
      attemptsAllowed: 3,
      passPercent: 50,
      holdAnswers: true,
      requireLessons: true,
    });
    expect(quizSettings.parse(settings)).toEqual(settings);
  });

  it('loses a lesson with a quiz that nobody has seen', async () => {
    const { courseId, a } = await outlined();
    const quiz = await service.addLesson(world.author, a, { title: 'Kiểm tra', kind: 'quiz' });
    await service.removeLesson(world.author, quiz.id);
    expect(await titles(courseId)).toEqual([
      ['A', ['a1', 'a2']],
      ['B', ['b1']],
    ]);
    expect(
      await world.test.sql.rows(`select 1 from assessment.quiz where id = $1`, [quiz.quizId]),
    ).toEqual([]);
  });

  it('loses a module with its lessons, and room is left for the next', async () => {
    const { courseId, a } = await outlined();
    await service.removeModule(world.author, a);
    await service.addModule(world.author, courseId, 'C');
    expect(await titles(courseId)).toEqual([
      ['B', ['b1']],
      ['C', []],
    ]);
    await expect(service.removeModule(world.author, a)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('keeps a quiz that a published version shows, though the next draft drops it', async () => {
    const course = await world.publishedCourse();
    await world.test.get(CourseService).beginDraft(world.author, course.courseId);
    const draft = await reader.read(world.author, course.courseId);
    await service.removeModule(world.author, String(draft.modules[0]?.id));
    expect(
      await world.test.sql.rows(`select 1 as kept from assessment.quiz where id = $1`, [
        course.quizId,
      ]),
    ).toEqual([{ kept: 1 }]);
  });

  it('fails the same way for what is gone and for what is published', async () => {
    const { moduleId, readingId } = await world.publishedCourse();
    await expect(service.removeModule(world.author, moduleId)).rejects.toMatchObject({
      code: 'version_is_published',
    });
    await expect(service.removeLesson(world.author, readingId)).rejects.toMatchObject({
      code: 'version_is_published',
    });
    await expect(service.removeLesson(world.author, randomUUID())).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
