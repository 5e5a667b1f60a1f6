/** The room of what the files of the marked province are made of: papers, evidence, wrong lines, scores. */
import { DueAnalyses } from '@tap-huan/server/assessment';
import { Storage } from '@tap-huan/server/platform';
import type { TestModule } from '@tap-huan/server/platform/testing';
import type { RowMaker } from './row-maker';

/** Gives the officer of the province something in every file; imports belong to the account that asks. */
export async function makeFiles(test: TestModule, maker: RowMaker, asker: string): Promise<void> {
  const { sha256, size } = await test.get(Storage).put(Buffer.from('%PDF-1.7 thử'));
  const officer = maker.id('organisation.officer');
  await test.sql.rows(
    `update certification.certificate set pdf_sha256 = $1, pdf_size = $2, stored_at = now()`,
    [sha256, size],
  );
  await test.sql.rows(
    `update certification.export set state = 'done', zip_sha256 = $1, zip_size = $2, requested_by = $3,
            course_id = null, from_day = '2026-01-01', to_day = '2026-12-31', requested_at = now(), finished_at = now()`,
    [sha256, size, asker],
  );
  await maker.row('learning.media', { uploaded_by: asker, sha256 });
  await test.sql.rows(
    `insert into enrolment.hours_evidence (entry_id, media_id, ordinal) values ($1, $2, 1)`,
    [maker.id('enrolment.hours_entry'), maker.id('learning.media')],
  );
  await maker.row('enrolment.hours_import', {
    account_id: asker,
    state: 'checked',
    lines: JSON.stringify([
      { row: 2, values: {}, officerId: officer, training: null, problems: [] },
    ]),
  });
  await test.sql.rows(
    `insert into organisation.officer_import_row (import_id, row, cells, action, officer_id)
     values ($1, 2, '{}', 'wrong', $2)`,
    [maker.id('organisation.officer_import'), officer],
  );
  await test.sql.rows(
    `update organisation.position set leadership = 'Chủ tịch', appointed_on = valid_from`,
  );
  await makeScore(test, maker);
}

async function makeScore(test: TestModule, maker: RowMaker): Promise<void> {
  await test.sql.rows(
    `insert into assessment.result (attempt_id, quiz_id, quiz_version_id, unit_id, submitted_at, slot_keys, question_ids,
            version_ids, marked_by_version_ids, points, awarded, outcomes, labels, seconds, certainties, sections)
     values ($1, $2, $3, $4, now(), '{a}', array[$5::uuid], array[$6::uuid], array[$6::uuid], '{100}', '{100}',
             '{right}', '{""}', '{10}', '{0}', '[]')`,
    [
      maker.id('assessment.attempt'),
      maker.id('assessment.quiz'),
      maker.id('assessment.quiz_version'),
      maker.id('organisation.unit'),
      maker.id('assessment.question'),
      maker.id('assessment.question_version'),
    ],
  );
  await test.get(DueAnalyses).run();
}

/** What no sample of a request can guess, by endpoint. */
export const ASKED: Readonly<Record<string, Record<string, string>>> = {
  officerTemplate: { filled: 'true' },
  exportList: {
    definition: JSON.stringify({
      ...{ subject: 'officers', unitId: null, columns: ['fullName'], filters: [], sort: [] },
    }),
  },
  readAnnualSheet: { year: '2026' },
  exportHours: { year: '2026' },
};
