/** Certificates over HTTP: whose paper is whose, what the public learns, and what it never learns. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { endpoints } from '@tap-huan/contract';
import { displayVerifyCode } from '@tap-huan/rules';
import { EventProcessor } from '@tap-huan/server/platform';
import { Browser, testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { CertificationModule } from './certification.module';
import { Academy, type Person, type TestCertificate } from './testing/academy';
import { zipEntries } from './testing/zip-names';

describe('certificates over HTTP', () => {
  let test: TestModule;
  let academy: Academy;
  let hr: Person;
  let hrElsewhere: Person;
  let learner: Person;
  let certificate: TestCertificate;

  beforeAll(async () => {
    test = await testModule(CertificationModule);
    academy = await Academy.found(test);
    hr = await academy.person('hr', academy.communeA);
    hrElsewhere = await academy.person('hr', academy.communeB);
    learner = await academy.person('learner', academy.communeA);
    certificate = await academy.certified('Nguyễn Thị Thúy Hằng', academy.communeA, {
      accountId: learner.accountId,
    });
    await academy.certified('Lê Văn Cường', academy.communeB, { birthDate: '1985' });
  });
  afterAll(() => test.close());

  const pdfOf = (person: Person, certificateId: string) =>
    person.browser.try(endpoints.readCertificatePdf, { params: { certificateId } });

  it('lists own certificates and gives the stored bytes', async () => {
    const { items } = await learner.browser.call(endpoints.listMyCertificates, {});
    expect(items).toEqual([
      expect.objectContaining({
        id: certificate.id,
        registerNo: certificate.registerNo,
        courseTitle: 'Văn hóa công vụ và phục vụ',
        gradeLabel: 'Giỏi',
        scoreOfTen: 850,
        issuedOn: '2026-11-23',
        state: 'issued',
        ready: true,
        enrolmentId: certificate.enrolmentId,
        verifyUrl: `http://tap-huan.test/xac-minh/${certificate.verifyCode}`,
      }),
    ]);
    const file = await learner.browser.try(endpoints.readMyCertificatePdf, {
      params: { certificateId: certificate.id },
    });
    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect(file.headers['content-disposition']).toContain('-2026-GCN_nguyen-thi-thuy-hang.pdf');
    expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(certificate.pdfSha256);
  });

  it('gives a range where one is asked for', async () => {
    const app = await test.http();
    const whole = await pdfOf(hr, certificate.id);
    const cookie = Reflect.get(hr.browser, 'cookie') as string;
    const part = await app.inject({
      method: 'GET',
      url: `/api/certificates/${certificate.id}/pdf`,
      headers: { cookie, range: 'bytes=5-9' },
    });
    expect(part.statusCode).toBe(206);
    expect(part.rawPayload.equals(whole.bytes.subarray(5, 10))).toBe(true);
  });

  it('knows no other learner’s certificate', async () => {
    const stranger = await academy.person('learner', academy.communeA);
    expect((await stranger.browser.call(endpoints.listMyCertificates, {})).items).toEqual([]);
    const file = await stranger.browser.try(endpoints.readMyCertificatePdf, {
      params: { certificateId: certificate.id },
    });
    expect([file.status, file.problem?.code]).toEqual([404, 'not_found']);
    expect((await pdfOf(stranger, certificate.id)).problem?.code).toBe('not_permitted');
  });

  it('lists for HR what belongs to their subtree, with search and period', async () => {
    const list = async (query: Record<string, string>) => {
      const { items, total } = await hr.browser.call(endpoints.listCertificates, { query });
      expect(items).toHaveLength(total);
      return items.map(({ fullName }) => fullName);
    };
    expect(await list({})).toEqual(['Nguyễn Thị Thúy Hằng']);
    expect(await list({ search: 'thuy hang' })).toEqual(['Nguyễn Thị Thúy Hằng']);
    expect(await list({ search: certificate.registerNo })).toEqual(['Nguyễn Thị Thúy Hằng']);
    expect(await list({ search: '%' })).toEqual([]);
    expect(await list({ from: '2026-11-23', to: '2026-11-23' })).toEqual(['Nguyễn Thị Thúy Hằng']);
    expect(await list({ from: '2026-11-24' })).toEqual([]);
    expect(await list({ unitId: academy.communeB })).toEqual([]);
    expect(await list({ courseId: randomUUID() })).toEqual([]);
  });

  it('audits HR’s download, and answers not_found to the HR of another unit', async () => {
    expect((await pdfOf(hr, certificate.id)).status).toBe(200);
    expect(
      (
        await test.sql.rows(
          `select 1 from platform.audit where action = 'certificate_downloaded' and subject_id = $1
           and account_id = $2`,
          [certificate.id, hr.accountId],
        )
      ).length,
    ).toBeGreaterThan(0);
    const elsewhere = await pdfOf(hrElsewhere, certificate.id);
    expect([elsewhere.status, elsewhere.problem?.code]).toEqual([404, 'not_found']);
  });

  it('keeps scope at the unit of the day of issue when the officer moves', async () => {
    const { id, enrolmentId } = await academy.certified('Đào Thị Chuyển', academy.communeA);
    await test.sql.rows(
      `update organisation.position p set unit_id = $2 from enrolment.enrolment e
       where e.id = $1 and p.officer_id = e.officer_id`,
      [enrolmentId, academy.communeB],
    );
    expect((await pdfOf(hr, id)).status).toBe(200);
    expect((await pdfOf(hrElsewhere, id)).status).toBe(404);
  });

  it('gives the book as an Excel file with real dates and numbers', async () => {
    const file = await hr.browser.try(endpoints.readRegister, {
      query: { from: '2026-01-01', to: '2026-12-31' },
    });
    expect(file.status).toBe(200);
    expect(file.headers['content-disposition']).toContain(
      'so-cap-chung-nhan_2026-01-01_2026-12-31.xlsx',
    );
    const parts = zipEntries(file.bytes);
    const sheet = parts.get('xl/worksheets/sheet1.xml')?.toString('utf8') ?? '';
    const strings = parts.get('xl/sharedStrings.xml')?.toString('utf8') ?? '';
    const styles = parts.get('xl/styles.xml')?.toString('utf8') ?? '';
    for (const word of [
      'SỔ CẤP GIẤY CHỨNG NHẬN',
      'Họ và tên',
      'Số vào sổ',
      'Người nhận ký',
      'Nguyễn Thị Thúy Hằng',
    ]) {
      expect(`${strings}${sheet}`).toContain(word);
    }
    expect(strings).not.toContain('Lê Văn Cường');
    expect(styles).toContain('dd/mm/yyyy');
    // 23/11/2026 and 8,5 as Excel counts them.
    expect(sheet).toContain('<v>46349</v>');
    expect(sheet).toContain('<v>8.5</v>');
    expect(sheet).toMatch(/<pane [^>]*ySplit="4"/);
    expect(
      await test.sql.rows(`select 1 from platform.audit where action = 'register_downloaded'`),
    ).not.toEqual([]);
  });

  it('exports for whoever asked, and for nobody else', async () => {
    const { browser } = hr;
    const body = { unitId: academy.communeA, from: '2026-01-01', to: '2026-12-31' };
    const order = await browser.call(endpoints.requestExport, { body });
    const params = { exportId: order.id };
    expect((await browser.try(endpoints.readExportFile, { params })).problem?.code).toBe(
      'export_not_ready',
    );
    await test.settle();
    expect((await browser.call(endpoints.readExport, { params })).state).toBe('done');
    expect((await browser.call(endpoints.listExports, {})).items.map(({ id }) => id)).toContain(
      order.id,
    );
    const file = await browser.try(endpoints.readExportFile, { params });
    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toBe('application/zip');
    expect(zipEntries(file.bytes).size).toBe(order.total + 1);

    const colleague = await academy.person('hr', academy.communeA);
    expect((await colleague.browser.try(endpoints.readExport, { params })).problem?.code).toBe(
      'not_found',
    );
    expect((await colleague.browser.try(endpoints.readExportFile, { params })).problem?.code).toBe(
      'not_found',
    );
    expect((await colleague.browser.call(endpoints.listExports, {})).items).toEqual([]);
    expect((await hrElsewhere.browser.try(endpoints.requestExport, { body })).problem?.code).toBe(
      'not_found',
    );
  });

  it('says honestly that a paper is still being made', async () => {
    const enrolmentId = await academy.completion(
      await academy.officer('Hồ Thị Đợi', academy.communeA),
    );
    await test
      .get(EventProcessor)
      .deliver(await academy.tell(enrolmentId), 'certification.on-course-completed');
    const { id, verifyCode } = await academy.certificateOf(enrolmentId);
    expect((await pdfOf(hr, id)).problem?.code).toBe('certificate_not_ready');
    const visitor = new Browser(await test.http());
    const view = await visitor.call(endpoints.verify, { params: { code: verifyCode } });
    expect(view).toMatchObject({ state: 'issued', sha256: null });
    await test.settle();
    expect((await pdfOf(hr, id)).status).toBe(200);
  });
});

describe('public verification', () => {
  let test: TestModule;
  let academy: Academy;
  let certificate: TestCertificate;
  let visitor: Browser;
  const details = { registerNo: '', fullName: 'Nguyễn Thị Thúy Hằng', birthDate: '1990-03-07' };

  // Limits count by address and process: every test has a house of its own.
  beforeEach(async () => {
    test = await testModule(CertificationModule);
    academy = await Academy.found(test);
    certificate = await academy.certified('Nguyễn Thị Thúy Hằng', academy.communeA);
    details.registerNo = certificate.registerNo;
    visitor = new Browser(await test.http());
  }, 60_000);
  afterEach(() => test.close());
  const verify = (code: string) => visitor.try(endpoints.verify, { params: { code } });
  const tell = (body: Partial<typeof details>) =>
    visitor.try(endpoints.verifyDetails, {
      params: { code: certificate.verifyCode },
      body: { ...details, ...body },
    });

  it('shows a masked name and nothing of the person besides; no robot, no cache', async () => {
    const answer = await verify(certificate.verifyCode);
    expect(answer.body).toEqual({
      state: 'issued',
      registerNo: certificate.registerNo,
      maskedName: 'N. T. T. Hằng',
      programmeName: 'Văn hóa công vụ và phục vụ',
      hours: 12,
      issuerName: 'Trung tâm Phục vụ hành chính công Thành phố Hồ Chí Minh',
      issuedOn: '2026-11-23',
      demo: false,
      signed: false,
      sha256: certificate.pdfSha256,
    });
    const json = JSON.stringify(answer.body);
    for (const secret of ['1990', '07/03', 'Nguyễn', 'Thúy', 'Thủ Dầu Một', 'CB'])
      expect(json).not.toContain(secret);
    expect(answer.headers).toMatchObject({
      'x-robots-tag': 'noindex',
      'cache-control': 'no-store',
    });
  });

  it('reads a code as people type it, and knows no altered one', async () => {
    const code = certificate.verifyCode;
    expect((await verify(displayVerifyCode(code).toLowerCase())).status).toBe(200);
    expect((await verify(` ${code.replaceAll('0', 'o').replaceAll('1', 'l')} `)).status).toBe(200);
    // Each character changed once.
    const strange: string[] = [];
    for (let place = 0; place < code.length; place += 1) {
      const other = code[place] === '7' ? '8' : '7';
      strange.push(code.slice(0, place) + other + code.slice(place + 1));
    }
    strange.push('x', '🦊'.repeat(20), '-', "' or 1=1 --", `${code}A`);
    const answers = new Set<string>();
    for (const altered of strange) {
      const answer = await verify(altered);
      expect(answer.headers['x-robots-tag']).toBe('noindex');
      answers.add(`${answer.status} ${JSON.stringify(answer.problem)}`);
    }
    expect([...answers]).toEqual([
      expect.stringContaining('404 {"type":"/errors/certificate_not_found"'),
    ]);
  });

  it('shows what became of a paper', async () => {
    for (const state of ['revoked', 'replaced'] as const) {
      await test.sql.rows(`update certification.certificate set state = $1 where id = $2`, [
        state,
        certificate.id,
      ]);
      expect((await verify(certificate.verifyCode)).body.state).toBe(state);
    }
  });

  it('tells everything printed to whoever knows number, name and birth date', async () => {
    const answer = await tell({
      registerNo: ` ${certificate.registerNo.toLowerCase().replaceAll('/', ' / ')}`,
      fullName: 'nguyễn thị  thuý hằng'.normalize('NFD'),
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      fullName: 'Nguyễn Thị Thúy Hằng',
      birthDate: '1990-03-07',
      scoreOfTen: 850,
    });
    expect(answer.body).not.toHaveProperty('verifyUrl');
    for (const wrong of [
      { registerNo: '9999/2026/GCN-TH' },
      { fullName: 'Nguyen Thi Thuy Hang' },
      { birthDate: '1990' },
      { birthDate: '1990-03-08' },
    ]) {
      const refused = await tell(wrong);
      expect([refused.status, refused.problem?.code]).toEqual([
        422,
        'certificate_details_do_not_match',
      ]);
      expect(JSON.stringify(refused.problem)).not.toContain('1990');
    }
  });

  it('limits looks and guesses by address', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 61; time += 1)
      statuses.push((await verify(certificate.verifyCode)).status);
    expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true);
    expect(statuses[60]).toBe(429);
    const guesses: (string | undefined)[] = [];
    for (let time = 0; time < 11; time += 1)
      guesses.push((await tell({ birthDate: '1991' })).problem?.code);
    expect(guesses.slice(0, 10).every((code) => code === 'certificate_details_do_not_match')).toBe(
      true,
    );
    expect(guesses[10]).toBe('too_many_requests');
  });
});
