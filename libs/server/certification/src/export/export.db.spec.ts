/** The ZIP: everybody once, resumed after a crash, patient with papers that are still being made. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@tap-huan/server/platform';
import { EventProcessor, Storage } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { CertificationModule } from '../certification.module';
import { RenderJob } from '../render/render.job';
import type { RegisterLine } from '../register/register.reader';
import { Academy } from '../testing/academy';
import { zipEntries } from '../testing/zip-names';
import { BOOK_NAME, entryNames } from './archive';
import { ExportJob } from './export.job';
import { ExportReader } from './export.reader';
import { ExportService } from './export.service';

const YEAR = { from: '2026-01-01', to: '2026-12-31', courseId: null };

describe('exporting', () => {
  let test: TestModule;
  let academy: Academy;
  let hr: Actor;
  beforeAll(async () => {
    test = await testModule(CertificationModule);
    academy = await Academy.found(test);
    const { accountId } = await academy.person('hr', academy.province);
    hr = {
      accountId,
      grants: [{ role: 'hr', unitId: academy.province }],
      sessionId: null,
      address: null,
    };
    test.get(ExportJob).patience = { every: 20, atMost: 200 };
  });
  afterAll(() => test.close());

  const zipOf = async (exportId: string) => {
    const { sha } = await test.sql.one<{ sha: string }>(
      `select zip_sha256 as sha from certification.export where id = $1`,
      [exportId],
    );
    return { sha, entries: zipEntries(await test.get(Storage).get(sha)) };
  };

  it('holds both of two officers of one name, the stored bytes, and the book', async () => {
    const unit = await academy.unit('Phường Trùng Tên', 'commune', academy.province);
    const one = await academy.certified('Nguyễn Văn An', unit);
    const two = await academy.certified('Nguyễn Văn An', unit);
    await academy.certified('Người Ngoài', academy.communeB);
    const order = await test.get(ExportService).request(hr, { unitId: unit, ...YEAR });
    expect(order).toMatchObject({
      state: 'waiting',
      total: 2,
      done: 0,
      size: null,
      unitName: 'Phường Trùng Tên',
    });
    await test.settle();
    expect(await test.get(ExportReader).one(hr, order.id)).toMatchObject({
      state: 'done',
      total: 2,
      done: 2,
    });
    const { entries } = await zipOf(order.id);
    expect([...entries.keys()].sort()).toEqual(
      [
        BOOK_NAME,
        `0000${one.registerSeq}-2026-GCN_nguyen-van-an.pdf`,
        `0000${two.registerSeq}-2026-GCN_nguyen-van-an.pdf`,
      ].sort(),
    );
    const stored = await test.get(Storage).get(one.pdfSha256 ?? '');
    expect(entries.get(`0000${one.registerSeq}-2026-GCN_nguyen-van-an.pdf`)?.equals(stored)).toBe(
      true,
    );
    const sheet = zipEntries(entries.get(BOOK_NAME) ?? Buffer.alloc(0));
    expect(sheet.has('xl/workbook.xml')).toBe(true);
  });

  it('waits for papers that are still being made, and is finished by a later try', async () => {
    const unit = await academy.unit('Phường Chờ', 'commune', academy.province);
    const enrolmentId = await academy.completion(await academy.officer('Trần Chờ', unit));
    const event = await academy.tell(enrolmentId);
    await test.get(EventProcessor).deliver(event, 'certification.on-course-completed');
    const { id: certificateId } = await academy.certificateOf(enrolmentId);
    const order = await test.get(ExportService).request(hr, { unitId: unit, ...YEAR });
    const job = test.get(ExportJob);
    await expect(job.work({ exportId: order.id })).rejects.toThrow(
      '1 of 1 certificates have no stored PDF yet',
    );
    expect((await test.get(ExportReader).one(hr, order.id)).state).toBe('waiting');
    await test.get(RenderJob).work({ certificateId });
    await job.work({ exportId: order.id });
    expect((await test.get(ExportReader).one(hr, order.id)).state).toBe('done');
    expect((await zipOf(order.id)).entries.size).toBe(2);
  });

  it('starts anew after a crash, and never touches a finished ZIP', async () => {
    const unit = await academy.unit('Phường Dở Dang', 'commune', academy.province);
    await academy.certified('Lê Dở', unit);
    const order = await test.get(ExportService).request(hr, { unitId: unit, ...YEAR });
    await test.sql.rows(`update certification.export set state = 'running' where id = $1`, [
      order.id,
    ]);
    const job = test.get(ExportJob);
    await job.work({ exportId: order.id });
    const finished = await zipOf(order.id);
    // Issued later: not in what was ordered, also where the job comes again.
    test.clock.advance(60_000);
    await academy.certified('Lê Sau', unit);
    await job.work({ exportId: order.id });
    expect((await zipOf(order.id)).sha).toBe(finished.sha);
    expect(finished.entries.size).toBe(2);
  });

  it('notes a failure and may be tried again', async () => {
    const unit = await academy.unit('Phường Hỏng', 'commune', academy.province);
    const { pdfSha256 } = await academy.certified('Lê Hỏng', unit);
    const storage = test.get(Storage);
    const bytes = await storage.get(pdfSha256 ?? '');
    await storage.remove(pdfSha256 ?? '');
    const order = await test.get(ExportService).request(hr, { unitId: unit, ...YEAR });
    await expect(test.get(ExportJob).work({ exportId: order.id })).rejects.toThrow('ENOENT');
    expect((await test.get(ExportReader).one(hr, order.id)).state).toBe('failed');
    await storage.put(bytes);
    await test.get(ExportJob).work({ exportId: order.id });
    expect((await test.get(ExportReader).one(hr, order.id)).state).toBe('done');
  });

  it('says where there is nothing, and nothing of units out of scope', async () => {
    const empty = await academy.unit('Phường Trống', 'commune', academy.province);
    const service = test.get(ExportService);
    await expect(service.request(hr, { unitId: empty, ...YEAR })).rejects.toThrow(
      'nothing_to_export',
    );
    const elsewhere: Actor = { ...hr, grants: [{ role: 'hr', unitId: academy.communeB }] };
    await expect(service.request(elsewhere, { unitId: academy.communeA, ...YEAR })).rejects.toThrow(
      'not_found',
    );
    await expect(service.request(hr, { unitId: randomUUID(), ...YEAR })).rejects.toThrow(
      'not_found',
    );
  });
});

describe('names of entries', () => {
  const line = (registerNo: string, issuerName: string): RegisterLine =>
    ({
      certificateId: randomUUID(),
      registerNo,
      snapshot: { issuerName, fullName: 'Nguyễn Văn An' },
    }) as RegisterLine;

  it('gives each issuer a folder where there are several, and never the same name twice', () => {
    const lines = [
      line('0001/2026/GCN-TH', 'Trung tâm A'),
      line('0001/2026/GCN-TH', 'Trung tâm B'),
      line('0001/2026/GCN-TH', 'Trung tâm B'),
    ];
    const names = [...entryNames(lines).values()];
    expect(new Set(names).size).toBe(3);
    expect(names[0]).toBe('trung-tam-a/00001-2026-GCN_nguyen-van-an.pdf');
    expect(names[1]).toBe('trung-tam-b/00001-2026-GCN_nguyen-van-an.pdf');
  });
});
