/** Whatever leaves the system with an officer in it is told to the officer: every file endpoint, from the endpoint table. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  DISCLOSURE_SUBJECTS,
  type Endpoint,
  endpoints,
  type OutputOf,
  ROLES,
} from '@tap-huan/contract';
import { Accounts } from '@tap-huan/server/identity';
import { SYSTEM } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { DOMAINS } from './app.module';
import { ASKED, makeFiles } from './testing/files-of-province';
import { makeMarkedProvince, TABLE_OF } from './testing/marked-province';
import { pointedRequest } from './testing/pointed';
import { RowMaker } from './testing/row-maker';

const PASSWORD = 'mat-khau-dung-de-thu';

/** Every endpoint that answers a file: what the officer reads of it, or why it is not told. */
const FILES: Readonly<
  Record<string, { told: (typeof DISCLOSURE_SUBJECTS)[number] } | { silent: string }>
> = {
  exportAnalysis: { told: 'quiz_scores' },
  readAnnualSheet: { told: 'annual_report' },
  readAnnualDocument: { silent: 'figures of units only, no person' },
  readAnnualPdf: { silent: 'figures of units only, no person' },
  exportCases: { told: 'assignment' },
  exportExceptions: { told: 'exceptions' },
  downloadAttemptFile: {
    silent:
      'opened by its markers, whom an officer is not to know while it is marked; the steps of the result keep who',
  },
  readMyCertificatePdf: { silent: 'one’s own' },
  readCertificatePdf: { told: 'certificate' },
  readRegister: { told: 'certificate_register' },
  readExportFile: { told: 'certificate' },
  readCoverageBook: { silent: 'figures of units only, no person' },
  readCoveragePeopleBook: { told: 'coverage' },
  exportList: { told: 'list' },
  exportHours: { told: 'hours' },
  readHoursEvidence: { told: 'hours_evidence' },
  readHoursTemplate: { silent: 'an empty form' },
  readHoursImportErrors: { told: 'import_errors' },
  exportLeaders: { told: 'leaders' },
  readMedia: { silent: 'material of courses' },
  readMyEvidence: { silent: 'one’s own' },
  readCalendar: { silent: 'one’s own, by the secret of the link' },
  officerTemplate: { told: 'staff_list' },
  wrongImportLines: { told: 'import_errors' },
  readMyData: { silent: 'one’s own' },
  exportQuestions: { silent: 'questions of a bank, no person' },
  questionTemplate: { silent: 'an empty form' },
  readTranscriptPdf: { told: 'transcript' },
  readTranscriptSheet: { told: 'transcript' },
  readUnitRecordSheet: { told: 'unit_record' },
  readSubjectRecordSheet: { told: 'subject_record' },
  readMyTranscriptPdf: { silent: 'one’s own' },
  readMyTranscriptSheet: { silent: 'one’s own' },
};

const TABLE = Object.entries(endpoints) as [string, Endpoint][];
const TOLD = Object.entries(FILES).flatMap(([name, line]) =>
  'told' in line ? [{ name, what: line.told }] : [],
);

describe('every file with an officer in it', () => {
  let test: TestModule;
  let app: NestFastifyApplication;
  let maker: RowMaker;
  const cookies = { desk: '', officer: '' };

  beforeAll(async () => {
    test = await testModule(...DOMAINS);
    app = await test.http();
    maker = new RowMaker(test, 'KIN7F3A');
    await makeMarkedProvince(maker);
    const accounts = test.get(Accounts);
    const unitId = maker.id('organisation.unit');
    const desk = await test.writer.write(SYSTEM, async (tx) => {
      const shape = { fullName: 'Người Có Đủ Quyền', language: 'vi', password: PASSWORD } as const;
      const id = await accounts.create(tx, { ...shape, username: 'du-quyen' });
      await accounts.setGrants(
        tx,
        id,
        ROLES.filter((role) => role !== 'learner').map((role) => ({ role, unitId })),
      );
      await accounts.setGrants(tx, maker.id('identity.account'), [{ role: 'learner', unitId }]);
      return id;
    });
    await test.sql.rows(
      `update identity.account set username = 'can-bo', password_hash = $2 where id = $1`,
      [maker.id('identity.account'), await accounts.hash(PASSWORD)],
    );
    await makeFiles(test, maker, desk);
    cookies.desk = await cookieOf('du-quyen');
    cookies.officer = await cookieOf('can-bo');
  });
  afterAll(() => test.close());

  async function cookieOf(username: string): Promise<string> {
    const { headers, statusCode } = await app.inject({
      method: 'POST',
      url: endpoints.signIn.path,
      headers: { 'x-requested-with': 'tap-huan' },
      payload: { username, password: PASSWORD },
    });
    expect(statusCode).toBe(200);
    return String(headers['set-cookie']).split(';')[0] ?? '';
  }

  /** How often the officer reads of each kind of file that somebody took it out. */
  async function lines(what: string): Promise<number> {
    const { body } = await app.inject({
      url: `${endpoints.listMyDisclosures.path}?pageSize=200`,
      headers: { cookie: cookies.officer },
    });
    const { items } = JSON.parse(body) as OutputOf<typeof endpoints.listMyDisclosures>;
    return items.filter((line) => line.what === what && line.kind === 'exported').length;
  }

  it('is decided upon', () => {
    const files = TABLE.filter(([, { file }]) => file !== undefined).map(([name]) => name);
    expect(files.toSorted()).toEqual(Object.keys(FILES).toSorted());
  });

  it.each(TOLD)('$name is told to the officer as $what', async ({ name, what }) => {
    const endpoint = (endpoints as Record<string, Endpoint>)[name]!;
    const table = { ...TABLE_OF, importId: importOf(name) };
    const idOf = (id: string) => maker.made.get(table[id as keyof typeof table] ?? '');
    const { url } = pointedRequest(endpoint, idOf, false);
    const [path = '', search = ''] = url.split('?');
    const query = new URLSearchParams({
      ...Object.fromEntries(new URLSearchParams(search)),
      ...ASKED[name],
    });
    const before = await lines(what);
    const reply = await app.inject({ url: `${path}?${query}`, headers: { cookie: cookies.desk } });
    expect([reply.statusCode, reply.statusCode < 300 ? '' : reply.body]).toEqual([200, '']);
    expect(await lines(what)).toBe(before + 1);
  });
});

/** Two kinds of imports go by one name. */
const importOf = (name: string): string =>
  name === 'readHoursImportErrors' ? 'enrolment.hours_import' : 'organisation.officer_import';
