/** Files that are handed in, and the answer file that is downloaded when nothing else works. */
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AttemptFile, endpoints, type Problem } from '@tap-huan/contract';
import { contentOf, statement } from '../testing/contents';
import { PDF, PNG, upload } from '../testing/hand-in';
import { Page } from '../testing/page';
import { World } from '../testing/world';
import { openAnswerFile, sealAnswerFile } from './answer-file-seal';

describe('files that are handed in', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.make();
  });
  afterAll(() => world.test.close());

  const begun = async () => {
    const quiz = await world.quiz({}, [contentOf('file_upload'), statement('Một')]);
    const attemptId = await world.start(quiz, randomUUID());
    const page = new Page(await world.browser(world.taker), attemptId);
    const { slots } = await page.open();
    const slot = slots.find(({ question }) => question.kind === 'file_upload')?.slot ?? 0;
    return { page, attemptId, slot };
  };
  const hand = (
    at: { attemptId: string; slot: number },
    name: string,
    bytes: Buffer,
    person = world.taker,
  ) => upload(world, person, at, { name, bytes });
  const codeOf = (reply: { json<T>(): T }) => reply.json<Problem>().code;

  it('are kept, named by an answer, and wait for a marker', async () => {
    const at = await begun();
    const reply = await hand(at, 'Tờ trình.docx', PDF);
    expect(reply.statusCode).toBe(200);
    const file = reply.json<AttemptFile>();
    expect(file).toEqual({ id: file.id, name: 'Tờ trình.pdf', size: PDF.byteLength });
    const saved = await at.page.answer(at.slot, { kind: 'file_upload', files: [file] });
    expect(saved.body.refused).toEqual([]);
    expect((await at.page.open()).answers).toMatchObject([{ response: { files: [file] } }]);
    expect((await at.page.submit()).waitingForMarker).toBe(1);
  });

  it('are for their officer, and for markers and inspectors of the bank', async () => {
    const at = await begun();
    const { id: fileId } = (await hand(at, 'ảnh chụp.png', PNG)).json<AttemptFile>();
    const download = async (person: typeof world.taker) => {
      const browser = await world.browser(person);
      return browser.try(endpoints.downloadAttemptFile, {
        params: { attemptId: at.attemptId, fileId },
      });
    };
    const inspector = await world.person('inspector', world.unitId);
    for (const person of [world.taker, world.author, inspector]) {
      const { status, bytes, headers } = await download(person);
      expect([status, bytes.equals(PNG)]).toEqual([200, true]);
      expect(headers['content-disposition']).toMatch(/^attachment/);
      expect(headers['cache-control']).toBe('no-store');
    }
    const others = [world.stranger, await world.person('learner', world.unitId)];
    for (const person of [...others, await world.person('hr', world.unitId)]) {
      expect((await download(person)).problem?.code).toBe('not_found');
    }
    const elsewhere = await (
      await world.browser(world.taker)
    ).try(endpoints.downloadAttemptFile, {
      params: { attemptId: (await begun()).attemptId, fileId },
    });
    expect(elsewhere.problem?.code).toBe('not_found');
  });

  it('are told by their content, and leave nothing where they are refused', async () => {
    const at = await begun();
    for (const bytes of [
      Buffer.from('<script>alert(1)</script>'),
      Buffer.from('PK\x03\x04 nothing'),
    ]) {
      expect(codeOf(await hand(at, 'x.pdf', bytes))).toBe('file_kind_not_allowed');
    }
    const big = Buffer.concat([PDF, Buffer.alloc(1024 * 1024)]);
    const refused = (await hand(at, 'x.pdf', big)).json<Problem>();
    expect(refused).toMatchObject({ code: 'file_too_large', params: { megabytes: 1 } });
    const incoming = join(world.test.config.dataDir, 'objects', 'incoming');
    expect(await readdir(incoming)).toEqual([]);
  });

  it('are taken for a running attempt of one’s own, on a question that asks for them', async () => {
    const at = await begun();
    expect(codeOf(await hand({ ...at, slot: 3 - at.slot }, 'x.pdf', PDF))).toBe('not_found');
    expect(codeOf(await hand(at, 'x.pdf', PDF, world.author))).toBe('not_found');
    const wrongField = await upload(world, world.taker, at, {
      name: 'x.pdf',
      bytes: PDF,
      field: 'other',
    });
    expect(codeOf(wrongField)).toBe('validation_failed');
    world.test.clock.advance(40 * 60_000 + 1);
    expect(codeOf(await hand(at, 'x.pdf', PDF))).toBe('deadline_passed');
    await at.page.submit();
    expect(codeOf(await hand(at, 'x.pdf', PDF))).toBe('attempt_closed');
  });

  it('cannot be named by an answer to which they were not handed in', async () => {
    const [one, other] = [await begun(), await begun()];
    const file = (await hand(one, 'x.pdf', PDF)).json<AttemptFile>();
    for (const files of [[file], [{ ...file, id: randomUUID() }]]) {
      const saved = await other.page.answer(other.slot, { kind: 'file_upload', files });
      expect(saved.problem).toMatchObject({
        code: 'validation_failed',
        issues: [{ path: 'answers.0' }],
      });
    }
  });

  it('opens an answer file with the key that the page was given, and no other', async () => {
    const { page, attemptId } = await begun();
    const key = Buffer.from((await page.open()).answerFileKey, 'base64');
    expect(key.byteLength).toBe(32);
    const file = {
      attemptId,
      exportedAt: world.test.clock.now().toISOString(),
      answers: [
        {
          slot: 1,
          response: { kind: 'essay' as const, text: 'Việc đã làm' },
          flagged: false,
          certainty: null,
          seq: 4,
          typedAt: world.test.clock.now().toISOString(),
          seconds: 12,
        },
      ],
    };
    const sealed = sealAnswerFile(file, key);
    expect(openAnswerFile(sealed, key)).toEqual(file);
    expect(openAnswerFile(sealed, Buffer.alloc(32))).toBeNull();
    expect(openAnswerFile({ ...sealed, attemptId: randomUUID() }, key)).toBeNull();
    expect(openAnswerFile({ ...sealed, data: sealed.data.replace(/^./, '!') }, key)).toBeNull();
    expect(openAnswerFile({ ...sealed, data: '' }, key)).toBeNull();
    const { fileKey } = await world.test.sql.one<{ fileKey: Buffer }>(
      `select file_key as "fileKey" from assessment.attempt where id = $1`,
      [attemptId],
    );
    expect(fileKey.equals(key)).toBe(true);
  });
});
