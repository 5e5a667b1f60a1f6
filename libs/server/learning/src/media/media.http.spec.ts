/** Uploads and downloads over HTTP: what is taken, who may read it, and how it is sent. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Media, Problem } from '@tap-huan/contract';
import { SESSION_COOKIE } from '@tap-huan/server/platform';
import { MP3, PDF, PNG, SVG } from '../testing/bytes';
import type { Person } from '@tap-huan/server/platform/testing';
import { World } from '../testing/world';
import { MediaService } from './media.service';

const BOUNDARY = 'tap-huan-boundary';

describe('media', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.test.close());

  async function send(person: Person | null, payload: Buffer, contentType: string) {
    const app = await world.test.http();
    return app.inject({
      method: 'POST',
      url: '/api/media',
      headers: { ...headersOf(person), 'content-type': contentType },
      payload,
    });
  }
  const headersOf = (person: Person | null) => ({
    'x-requested-with': 'tap-huan',
    ...(person ? { cookie: `${SESSION_COOKIE}=${person.accountId}` } : {}),
  });
  const multipart = (
    name: string,
    bytes: Buffer,
    type = 'application/octet-stream',
    field = 'file',
  ) =>
    Buffer.concat([
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]);
  const upload = (
    person: Person | null,
    name: string,
    bytes: Buffer,
    type?: string,
    field?: string,
  ) =>
    send(person, multipart(name, bytes, type, field), `multipart/form-data; boundary=${BOUNDARY}`);
  const uploaded = async (name: string, bytes: Buffer, person = world.author) =>
    (await upload(person, name, bytes)).json<Media>();
  const read = async (person: Person | null, mediaId: string, range?: string) => {
    const app = await world.test.http();
    return app.inject({
      method: 'GET',
      url: `/api/media/${mediaId}`,
      headers: { ...headersOf(person), ...(range ? { range } : {}) },
    });
  };

  describe('uploading', () => {
    it('takes a picture under its Vietnamese name', async () => {
      const reply = await upload(world.author, 'Sơ đồ tiếp nhận.png', PNG, 'image/png');
      expect(reply.statusCode).toBe(200);
      const medium = reply.json<Media>();
      expect(medium).toEqual({
        id: expect.any(String),
        name: 'Sơ đồ tiếp nhận.png',
        mimeType: 'image/png',
        size: PNG.byteLength,
        url: `/api/media/${medium.id}`,
      });
    });

    it.each([
      [
        'a page that calls itself a picture',
        'anh.png',
        Buffer.from('<!doctype html><script>alert(1)</script>'),
        'image/png',
      ],
      ['a drawing', 'hinh.svg', SVG, 'image/svg+xml'],
      ['a text', 'ghi-chu.txt', Buffer.from('xin chào'), 'text/plain'],
      ['nothing', 'trong.png', Buffer.alloc(0), 'image/png'],
    ])('refuses %s', async (_, name, bytes, type) => {
      const reply = await upload(world.author, name, bytes, type);
      expect([reply.statusCode, reply.json<Problem>().code]).toEqual([
        415,
        'file_kind_not_allowed',
      ]);
    });

    it('goes by the bytes where the name lies', async () => {
      expect(await uploaded('trang.html', PNG)).toMatchObject({
        name: 'trang.png',
        mimeType: 'image/png',
      });
    });

    it('refuses a file above the limit and keeps nothing of it', async () => {
      const before = await world.test.sql.one(`select count(*) as n from learning.media`);
      const limit = world.test.config.uploadMaxBytes;
      world.test.config.uploadMaxBytes = 1024;
      try {
        const reply = await upload(
          world.author,
          'to.png',
          Buffer.concat([PNG, Buffer.alloc(2048)]),
        );
        expect([reply.statusCode, reply.json<Problem>().code]).toEqual([413, 'file_too_large']);
        expect((await upload(world.author, 'nho.png', PNG)).statusCode).toBe(200);
      } finally {
        world.test.config.uploadMaxBytes = limit;
      }
      const after = await world.test.sql.one<{ n: number }>(
        `select count(*) as n from learning.media`,
      );
      expect(after).toEqual({ n: (before as { n: number }).n + 1 });
    });

    it('needs a file in the right field', async () => {
      for (const reply of [
        await upload(world.author, 'x.png', PNG, 'image/png', 'other'),
        await send(
          world.author,
          Buffer.from(`--${BOUNDARY}--\r\n`),
          `multipart/form-data; boundary=${BOUNDARY}`,
        ),
        await send(world.author, Buffer.from('{}'), 'application/json'),
      ]) {
        expect([reply.statusCode, reply.json<Problem>().code]).toEqual([422, 'validation_failed']);
      }
    });

    it('is for authors', async () => {
      expect((await upload(world.learner, 'x.png', PNG)).statusCode).toBe(403);
      expect((await upload(null, 'x.png', PNG)).statusCode).toBe(401);
    });
  });

  describe('the demo loader’s way', () => {
    it('stores a file in its own transaction, and trusts its claim no more than a browser’s', async () => {
      const service = world.test.get(MediaService);
      const store = (mimeType: string) =>
        world.test.writer.write(world.author, (tx) =>
          service.store(tx, { name: 'a.mp3', bytes: MP3, mimeType }),
        );
      expect(await store('audio/mpeg')).toMatchObject({ name: 'a.mp3', mimeType: 'audio/mpeg' });
      await expect(store('image/png')).rejects.toMatchObject({ code: 'file_kind_not_allowed' });
    });
  });

  describe('reading', () => {
    it('sends a picture inline, safe to keep for good and not to be guessed at', async () => {
      const { id } = await uploaded('Sơ đồ.png', PNG);
      const reply = await read(world.author, id);
      expect(reply.statusCode).toBe(200);
      expect(reply.rawPayload.equals(PNG)).toBe(true);
      expect(reply.headers).toMatchObject({
        'content-type': 'image/png',
        'content-length': String(PNG.byteLength),
        'accept-ranges': 'bytes',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, max-age=31536000, immutable',
        'content-disposition': expect.stringMatching(/^inline; .*filename\*=UTF-8''S%C6%A1%20/),
      });
    });

    it('sends a PDF as a download', async () => {
      const { id } = await uploaded('Phiếu.pdf', PDF);
      expect((await read(world.author, id)).headers['content-disposition']).toMatch(
        /^attachment; /,
      );
    });

    it.each([
      ['bytes=0-3', 206, `bytes 0-3/`, [0, 4]],
      ['bytes=10-', 206, `bytes 10-`, [10, undefined]],
      ['bytes=-5', 206, `bytes `, [-5, undefined]],
    ] as const)('sends the range %s', async (range, status, contentRange, [start, end]) => {
      const { id } = await uploaded('a.mp3', MP3);
      const reply = await read(world.author, id, range);
      expect(reply.statusCode).toBe(status);
      expect(reply.headers['content-range']).toContain(contentRange);
      expect(reply.rawPayload.equals(MP3.subarray(start, end))).toBe(true);
    });

    it('refuses a range beyond the end', async () => {
      const { id } = await uploaded('a.mp3', MP3);
      const reply = await read(world.author, id, 'bytes=99999-');
      expect([reply.statusCode, reply.headers['content-range']]).toEqual([
        416,
        `bytes */${MP3.byteLength}`,
      ]);
    });
  });

  describe('who may read', () => {
    const statuses = async (mediaId: string, ...people: (Person | null)[]) => {
      const all: number[] = [];
      for (const person of people) all.push((await read(person, mediaId)).statusCode);
      return all;
    };

    it('its uploader, and the authors of the unit and of those above; nobody else', async () => {
      const { id } = await uploaded('x.png', PNG);
      const colleague = await world.person('instructor', world.unitId);
      expect(await statuses(id, world.author, colleague, world.provinceAuthor)).toEqual([
        200, 200, 200,
      ]);
      expect(await statuses(id, world.stranger, world.learner, null)).toEqual([404, 404, 401]);
      expect(await statuses(randomUUID(), world.author)).toEqual([404]);
    });

    it('the officers enrolled in a version that shows it, until they are withdrawn', async () => {
      const course = await world.course();
      const shown = await uploaded('hinh.png', PNG);
      const attached = await uploaded('phieu.pdf', PDF);
      const unused = await uploaded('thua.pdf', PDF);
      await world.write(
        world.author,
        course.readingId,
        `<p>Hình</p><img src="${shown.url}" alt="">`,
        [{ mediaId: attached.id, title: 'Phiếu' }],
        2,
      );
      await world.authoring.publishCourse(world.author, course.courseId);
      const officer = await world.person('learner', world.unitId);
      const other = await world.person('learner', world.unitId);
      await world.enrol(other, await world.publishedCourse());
      const enrolmentId = await world.enrol(officer, course);

      expect(await statuses(shown.id, officer, other)).toEqual([200, 404]);
      expect(await statuses(attached.id, officer, other)).toEqual([200, 404]);
      expect(await statuses(unused.id, officer)).toEqual([404]);

      await world.test.sql.rows(
        `update enrolment.enrolment set state = 'withdrawn', withdrawn_at = now() where id = $1`,
        [enrolmentId],
      );
      expect(await statuses(shown.id, officer)).toEqual([404]);
    });

    it('the authors of a course with it, whoever uploaded it', async () => {
      const course = await world.course();
      const shown = await uploaded('hinh.png', PNG, world.provinceAuthor);
      expect(await statuses(shown.id, world.author)).toEqual([404]);
      await world.write(
        world.provinceAuthor,
        course.readingId,
        `<img src="${shown.url}" alt="">`,
        [],
        2,
      );
      expect(await statuses(shown.id, world.author, world.stranger)).toEqual([200, 404]);
    });

    it('whoever has a paper with a question that shows it', async () => {
      const course = await world.course();
      const shown = await uploaded('hinh.png', PNG);
      await world.ask(
        world.author,
        course.bankId,
        course.quizId,
        `<p>Hình nào?</p><img src="${shown.url}" alt="">`,
      );
      await world.authoring.publishCourse(world.author, course.courseId);
      const officer = await world.person('learner', world.unitId);
      expect(await statuses(shown.id, officer)).toEqual([404]);
      await world.startQuiz(officer, course);
      expect(await statuses(shown.id, officer, world.learner)).toEqual([200, 404]);
    });

    it('whoever has a paper with a case that shows it, once the exam has begun', async () => {
      const course = await world.course();
      const shown = await uploaded('hinh.png', PNG);
      await world.askAbout(course, `<p>Xem</p><img src="${shown.url}" alt="">`);
      await world.authoring.publishCourse(world.author, course.courseId);
      const officer = await world.person('learner', world.unitId);
      const contextId = await world.prepareQuiz(officer, course);
      expect(await statuses(shown.id, officer)).toEqual([404]);
      await world.startQuiz(officer, course, contextId);
      expect(await statuses(shown.id, officer)).toEqual([200]);
    });

    it('whoever may draw from the bank of a question that shows it, and whoever inspects its exams', async () => {
      const course = await world.course();
      const shown = await uploaded('hinh.png', PNG);
      await world.ask(
        world.author,
        course.bankId,
        course.quizId,
        `<p>Hình nào?</p><img src="${shown.url}" alt="">`,
      );
      const inspector = await world.person('inspector', world.provinceId);
      const elsewhere = await world.person('inspector', world.strangerUnitId);
      expect(await statuses(shown.id, world.stranger, inspector, elsewhere)).toEqual([
        404, 200, 404,
      ]);
      await world.test.sql.rows(
        `insert into assessment.bank_share (bank_id, unit_id, may) values ($1, $2, 'use')`,
        [course.bankId, world.strangerUnitId],
      );
      expect(await statuses(shown.id, world.stranger, elsewhere)).toEqual([200, 404]);
    });
  });
});
