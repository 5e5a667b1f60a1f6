/** A completed course becomes one certificate with the next number, whatever happens around it. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { certificateSnapshot } from '@tap-huan/contract';
import { isWellFormedVerifyCode } from '@tap-huan/rules';
import { EventProcessor, Storage, SYSTEM } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { CertificationModule } from '../certification.module';
import { renderCertificate } from '../paper/certificate-paper';
import { RenderJob } from '../render/render.job';
import { StoredPapers } from '../render/stored-papers';
import { Academy } from '../testing/academy';
import { IssuerProfiles } from './issuer-profiles.service';
import { OnCourseCompleted } from './on-course-completed';

const HANDLER = 'certification.on-course-completed';

describe('issuing', () => {
  let test: TestModule;
  let academy: Academy;
  beforeAll(async () => {
    test = await testModule(CertificationModule);
    academy = await Academy.found(test);
  });
  afterAll(() => test.close());

  const issued = () =>
    test.sql.rows<{ seq: number }>(
      `select register_seq as seq from certification.certificate where issuer_unit_id = $1
       and register_year = 2026 order by 1`,
      [academy.centre],
    );

  it('gives 50 officers at once 50 numbers in a row, also where some transactions fail in between', async () => {
    const enrolments: string[] = [];
    for (let index = 0; index < 50; index += 1) {
      enrolments.push(
        await academy.completion(await academy.officer(`Nguyễn Văn ${index}`, academy.communeA)),
      );
    }
    const doomed: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      doomed.push(
        await academy.completion(await academy.officer(`Trần Thị ${index}`, academy.communeB)),
      );
    }
    const issuer = test.get(OnCourseCompleted);
    const processor = test.get(EventProcessor);
    const events = await Promise.all(enrolments.map((id) => academy.tell(id)));
    const failures = doomed.map((enrolmentId) =>
      test.writer.write(SYSTEM, async (tx) => {
        await issuer.handle(tx, { enrolmentId });
        // The number is allotted, and then the power goes.
        throw new Error('late');
      }),
    );
    const results = await Promise.allSettled([
      ...events.slice(0, 25).map((id) => processor.deliver(id, HANDLER)),
      ...failures,
      ...events.slice(25).map((id) => processor.deliver(id, HANDLER)),
    ]);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(5);
    expect((await issued()).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 50 }, (_, i) => i + 1),
    );
  });

  it('makes one certificate where the news comes twice, at once and later', async () => {
    const enrolmentId = await academy.completion(
      await academy.officer('Lê Văn Hai', academy.communeA),
    );
    const before = (await issued()).length;
    const [first, second] = [await academy.tell(enrolmentId), await academy.tell(enrolmentId)];
    const processor = test.get(EventProcessor);
    await Promise.allSettled([
      processor.deliver(first, HANDLER),
      processor.deliver(second, HANDLER),
    ]);
    await test.settle();
    await processor.deliver(second, HANDLER);
    const numbers = (await issued()).map(({ seq }) => seq);
    expect(numbers).toHaveLength(before + 1);
    expect(numbers.at(-1)).toBe(before + 1);
  });

  it('freezes names, marks and days, and keeps them when they change', async () => {
    const officerId = await academy.officer('Phạm Thị Thảo', academy.communeA, {
      birthDate: '1985',
    });
    const enrolmentId = await academy.completion(officerId, 833);
    await academy.tell(enrolmentId);
    await test.settle();
    await test.sql.rows(`update organisation.officer set full_name = 'Tên Khác' where id = $1`, [
      officerId,
    ]);
    await test.sql.rows(`update organisation.unit set name = 'Phường Khác' where id = $1`, [
      academy.communeA,
    ]);
    const certificate = await academy.certificateOf(enrolmentId);
    expect(certificateSnapshot.parse(certificate.snapshot)).toEqual({
      parentBody: 'Thành phố Hồ Chí Minh',
      issuerName: 'Trung tâm Phục vụ hành chính công Thành phố Hồ Chí Minh',
      docKind: 'giay_chung_nhan',
      fullName: 'Phạm Thị Thảo',
      birthDate: '1985',
      unitName: 'Phường Thủ Dầu Một',
      programmeName: 'Văn hóa công vụ và phục vụ',
      programmeCode: expect.any(String),
      programmeVersion: 1,
      hours: 12,
      deliveryForm: 'online',
      // 18:00 UTC is the next day in Việt Nam.
      startedOn: '2026-11-03',
      completedOn: '2026-11-20',
      scoreOfTen: 833,
      gradeLabel: 'Giỏi',
      registerNo: certificate.registerNo,
      place: 'Thành phố Hồ Chí Minh',
      issuedOn: '2026-11-23',
      signCapacity: '',
      signerTitle: 'Giám đốc',
      signerName: '',
      verifyUrl: `http://tap-huan.test/xac-minh/${certificate.verifyCode}`,
      demo: false,
    });
    expect(isWellFormedVerifyCode(certificate.verifyCode)).toBe(true);
    await test.sql.rows(`update organisation.unit set name = 'Phường Thủ Dầu Một' where id = $1`, [
      academy.communeA,
    ]);
  });

  it('prints who signs as the issuer has said', async () => {
    await test.writer.write(SYSTEM, (tx) =>
      test.get(IssuerProfiles).set(tx, {
        unitId: academy.centre,
        parentBody: 'Ủy ban nhân dân Thành phố Hồ Chí Minh',
        place: 'TP. Hồ Chí Minh',
        signCapacity: 'KT. Giám đốc',
        signerTitle: 'Phó Giám đốc',
        signerName: 'Trần Quốc Bảo',
      }),
    );
    const { snapshot } = await academy.certified('Đỗ Văn Ba', academy.communeA);
    expect(snapshot).toMatchObject({
      parentBody: 'Ủy ban nhân dân Thành phố Hồ Chí Minh',
      place: 'TP. Hồ Chí Minh',
      signCapacity: 'KT. Giám đốc',
      signerTitle: 'Phó Giám đốc',
      signerName: 'Trần Quốc Bảo',
    });
  });

  it('counts anew in the next year, by the Vietnamese calendar', async () => {
    // 31/12/2026 17:30 UTC is 01/01/2027 00:30 in Việt Nam.
    test.clock.set(new Date('2026-12-31T17:30:00Z'));
    const { registerNo } = await academy.certified('Ngô Thị Năm Mới', academy.communeA);
    test.clock.set(new Date('2026-11-23T02:00:00Z'));
    expect(registerNo).toBe('0001/2027/GCN-TH');
  });

  it('gives another issuer a book of its own', async () => {
    const province = await academy.unit('Thành phố Huế', 'province', null);
    await academy.unit(
      'Trung tâm Phục vụ hành chính công Thành phố Huế',
      'provincial_service_centre',
      province,
    );
    const commune = await academy.unit('Phường Thuận Hóa', 'commune', province);
    const { registerNo, issuerUnitId } = await academy.certified('Tôn Nữ Thị Ninh', commune);
    expect(registerNo).toBe('0001/2026/GCN-TH');
    expect(issuerUnitId).not.toBe(academy.centre);
  });

  it('lets nobody change or delete what is issued, nor turn the counter', async () => {
    const { id } = await academy.certified('Bùi Văn Bốn', academy.communeA);
    const change = (sql: string) => test.sql.rows(sql, [id]);
    await expect(change(`delete from certification.certificate where id = $1`)).rejects.toThrow(
      'never deleted',
    );
    await expect(
      change(
        `update certification.certificate set snapshot = snapshot || '{"fullName":"X"}' where id = $1`,
      ),
    ).rejects.toThrow('immutable');
    await expect(
      change(`update certification.certificate set register_seq = 999 where id = $1`),
    ).rejects.toThrow('immutable');
    await expect(
      change(`update certification.certificate set pdf_sha256 = repeat('0', 64) where id = $1`),
    ).rejects.toThrow('stored once');
    await expect(
      test.sql.rows(`update certification.register_counter set last = last - 1`),
    ).rejects.toThrow('counts up by one');
  });

  it('does not certify what is not completed', async () => {
    const enrolmentId = await academy.completion(
      await academy.officer('Lý Thị Năm', academy.communeA),
    );
    await test.sql.rows(
      `update enrolment.enrolment set state = 'in_progress', completed_at = null where id = $1`,
      [enrolmentId],
    );
    await expect(
      test.writer.write(SYSTEM, (tx) => test.get(OnCourseCompleted).handle(tx, { enrolmentId })),
    ).rejects.toThrow('not completed');
  });
});

describe('the stored paper', () => {
  let test: TestModule;
  let academy: Academy;
  beforeAll(async () => {
    test = await testModule(CertificationModule);
    academy = await Academy.found(test);
  });
  afterAll(() => test.close());

  const files = async () => {
    const all = await readdir(join(test.config.dataDir, 'objects'), {
      recursive: true,
      withFileTypes: true,
    });
    return all.filter((entry) => entry.isFile()).map((entry) => entry.name);
  };
  const storedNews = (certificateId: string) =>
    test.sql.rows(
      `select 1 from platform.outbox where event = 'CertificateStored' and payload->>'certificateId' = $1`,
      [certificateId],
    );

  it('is stored once, under the hash of its bytes, however often it is rendered', async () => {
    const { id, enrolmentId, pdfSha256 } = await academy.certified('Vũ Thị Một', academy.communeA);
    expect(pdfSha256).not.toBeNull();
    await test.get(RenderJob).work({ certificateId: id });
    expect((await academy.certificateOf(enrolmentId)).pdfSha256).toBe(pdfSha256);
    const bytes = await test.get(Storage).get(pdfSha256 ?? '');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(pdfSha256);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await storedNews(id)).toHaveLength(1);
  });

  it('is resumed after a crash between storing and noting, with one file', async () => {
    const enrolmentId = await academy.completion(
      await academy.officer('Vũ Thị Hai', academy.communeA),
    );
    const event = await academy.tell(enrolmentId);
    await test.get(EventProcessor).deliver(event, HANDLER);
    const { id, snapshot, pdfSha256 } = await academy.certificateOf(enrolmentId);
    expect(pdfSha256).toBeNull();
    const before = await files();
    // What the first try did before the process died.
    const { sha256 } = await test
      .get(Storage)
      .put(await renderCertificate(certificateSnapshot.parse(snapshot)));
    await test.settle();
    expect((await academy.certificateOf(enrolmentId)).pdfSha256).toBe(sha256);
    expect((await files()).filter((name) => !before.includes(name))).toEqual([sha256]);
    expect(await storedNews(id)).toHaveLength(1);
  });

  it('stays as it is where two renderings run at once', async () => {
    const enrolmentId = await academy.completion(
      await academy.officer('Vũ Thị Ba', academy.communeA),
    );
    await test.get(EventProcessor).deliver(await academy.tell(enrolmentId), HANDLER);
    const { id } = await academy.certificateOf(enrolmentId);
    const job = test.get(RenderJob);
    await Promise.all([job.work({ certificateId: id }), job.work({ certificateId: id })]);
    expect((await academy.certificateOf(enrolmentId)).pdfSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await storedNews(id)).toHaveLength(1);
  });

  it('is not given out once its bytes are damaged', async () => {
    const { sha256 } = await test.get(Storage).put(Buffer.from('bản gốc'));
    const { writeFile } = await import('node:fs/promises');
    const path = join(
      test.config.dataDir,
      'objects',
      sha256.slice(0, 2),
      sha256.slice(2, 4),
      sha256,
    );
    await writeFile(path, 'bản giả');
    await expect(test.get(StoredPapers).read(sha256)).rejects.toThrow('damaged');
  });
});
