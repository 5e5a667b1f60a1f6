/** Lessons on a real PostgreSQL: what is stored of what an author writes. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { AuthorCourseReader } from '../course/author-course.reader';
import { CourseService } from '../course/course.service';
import { MediaService } from '../media/media.service';
import { PDF, PNG } from '../testing/bytes';
import { World } from '../testing/world';
import { LessonReader } from './lesson.reader';
import { mediaIn } from './lesson.service';

describe('lessons', () => {
  let world: World;
  let reader: LessonReader;
  let media: MediaService;
  beforeAll(async () => {
    world = await World.make();
    reader = world.test.get(LessonReader);
    media = world.test.get(MediaService);
  });
  afterAll(() => world.test.close());

  const links = async (lessonId: string) =>
    (
      await world.test.sql.rows<{ media_id: string }>(
        `select media_id from learning.lesson_medium where lesson_id = $1`,
        [lessonId],
      )
    )
      .map(({ media_id }) => media_id)
      .sort();

  it('stores HTML without what could act, in NFC', async () => {
    const { readingId } = await world.course();
    const { bodyHtml, revision } = await world.write(
      world.author,
      readingId,
      `<p onclick="alert(1)">${'Tiếp nhận hồ sơ'.normalize('NFD')}</p><script>alert(2)</script>
       <img src=x onerror=alert(3)><a href="javascript:alert(4)">bấm</a><iframe src="/"></iframe><svg onload=alert(5)></svg>`,
      [],
      2,
    );
    expect(revision).toBe(3);
    expect(bodyHtml).toContain('<p>Tiếp nhận hồ sơ</p>');
    expect(bodyHtml).not.toMatch(/alert|script|onerror|onclick|iframe|svg/);
    expect((await reader.read(world.author, readingId)).bodyHtml).toBe(bodyHtml);
  });

  it('saves once for each revision', async () => {
    const { readingId } = await world.course();
    await world.write(world.author, readingId, '<p>Một</p>', [], 2);
    await expect(world.write(world.author, readingId, '<p>Hai</p>', [], 2)).rejects.toMatchObject({
      code: 'stale_revision',
    });
    expect(await reader.read(world.author, readingId)).toMatchObject({
      bodyHtml: '<p>Một</p>',
      revision: 3,
      editable: true,
    });
  });

  it('is not to be edited once published', async () => {
    const { readingId } = await world.publishedCourse();
    expect((await reader.read(world.author, readingId)).editable).toBe(false);
  });

  it('is hidden from the authors of other units', async () => {
    const { readingId } = await world.course();
    await expect(reader.read(world.stranger, readingId)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(world.write(world.stranger, readingId, '<p>X</p>', [], 2)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(reader.read(world.author, randomUUID())).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('keeps attachments in order, and a link to every medium that it attaches or shows', async () => {
    const { readingId, courseId } = await world.course();
    const paper = await media.upload(world.author, { name: 'Phiếu.pdf', bytes: PDF });
    const picture = await media.upload(world.author, { name: 'Sơ đồ.png', bytes: PNG });
    const attachments = [
      { mediaId: paper.id, title: 'Phiếu chấm' },
      { mediaId: picture.id, title: 'Sơ đồ' },
    ];
    await world.write(world.author, readingId, '<p>Xem tệp.</p>', attachments, 2);
    expect((await reader.read(world.author, readingId)).attachments).toEqual([
      { mediaId: paper.id, title: 'Phiếu chấm', media: paper },
      { mediaId: picture.id, title: 'Sơ đồ', media: picture },
    ]);
    await world.write(
      world.author,
      readingId,
      `<p>Xem hình.</p><img src="${picture.url}" alt="">`,
      [],
      3,
    );
    expect(await links(readingId)).toEqual([picture.id]);

    await world.test.get(CourseService).publish(world.author, courseId);
    await world.test.get(CourseService).beginDraft(world.author, courseId);
    const draft = await world.test.get(AuthorCourseReader).read(world.author, courseId);
    expect(await links(String(draft.modules[0]?.lessons[0]?.id))).toEqual([picture.id]);
  });

  it('makes no right to read of somebody else’s medium', async () => {
    const { readingId } = await world.course();
    const secret = await media.upload(world.stranger, { name: 'Mật.pdf', bytes: PDF });
    await world.write(world.author, readingId, `<a href="${secret.url}">Xem</a>`, [], 2);
    expect(await links(readingId)).toEqual([]);
    await expect(
      world.write(world.author, readingId, '', [{ mediaId: secret.id, title: 'Mật' }], 3),
    ).rejects.toMatchObject({
      code: 'validation_failed',
      issues: [{ path: 'attachments.0.mediaId' }],
    });
    expect((await reader.read(world.author, readingId)).revision).toBe(3);
  });

  it('finds media in HTML, each once', () => {
    const id = randomUUID();
    expect(
      mediaIn(
        `<img src="/api/media/${id}"><a href="/api/media/${id.toUpperCase()}">x</a><p>/api/media/x</p>`,
      ),
    ).toEqual([id]);
  });
});
