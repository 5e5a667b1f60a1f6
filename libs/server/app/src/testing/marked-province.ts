/** The room of a province in which something of every kind exists, each of its texts marked. */
import { RowMaker } from './row-maker';

/** The table whose row a name in a request stands for. */
export const TABLE_OF: Readonly<Record<string, string>> = {
  unitId: 'organisation.unit',
  unitIds: 'organisation.unit',
  parentId: 'organisation.unit',
  intoId: 'organisation.unit',
  mainId: 'organisation.unit',
  /** Of the units in the plan of a reorganisation. */
  id: 'organisation.unit',
  officerId: 'organisation.officer',
  officerIds: 'organisation.officer',
  include: 'organisation.officer',
  exclude: 'organisation.officer',
  accountId: 'identity.account',
  accountIds: 'identity.account',
  recipientIds: 'identity.account',
  positionId: 'organisation.position',
  plannedId: 'organisation.planned_change',
  reorganisationId: 'organisation.reorganisation',
  importId: 'organisation.officer_import',
  courseId: 'learning.course',
  courseIds: 'learning.course',
  renewalCourseId: 'learning.course',
  subjectId: 'learning.course',
  subjects: 'learning.course',
  versionId: 'assessment.quiz_version',
  moduleId: 'learning.module',
  lessonId: 'learning.lesson',
  lessonIds: 'learning.lesson',
  mediaId: 'learning.media',
  evidenceId: 'learning.media',
  evidenceIds: 'learning.media',
  bankId: 'assessment.bank',
  questionId: 'assessment.question',
  questionIds: 'assessment.question',
  quizId: 'assessment.quiz',
  attemptId: 'assessment.attempt',
  attemptIds: 'assessment.attempt',
  overrideId: 'assessment.quiz_override',
  commentId: 'assessment.marking_comment',
  appealId: 'assessment.appeal',
  doubtId: 'enrolment.completion_doubt',
  enrolmentId: 'enrolment.enrolment',
  classId: 'enrolment.training_class',
  audienceId: 'enrolment.audience',
  assignmentId: 'enrolment.assignment',
  caseId: 'enrolment.assignment_case',
  exemptionId: 'enrolment.exemption',
  programmeId: 'learning.programme',
  programmeIds: 'learning.programme',
  programmeEnrolmentId: 'enrolment.programme_enrolment',
  ids: 'enrolment.programme_enrolment',
  entryId: 'enrolment.hours_entry',
  entryIds: 'enrolment.hours_entry',
  certificateId: 'certification.certificate',
  exportId: 'certification.export',
  correctionId: 'reporting.correction',
  listId: 'reporting.saved_list',
  noticeId: 'notification.message',
};

/**
 * Names that stand for nothing here; requests carry an id that does not exist. Their things hang on a bank, an attempt or a
 * quiz, which are pointed at above; holidays are one calendar for everybody.
 */
export const POINTED_AT_NOTHING: readonly string[] = [
  'categoryId',
  'stimulusId',
  'fileId',
  'taskId',
  'holidayId',
];

const AT = '2026-11-01T02:00:00Z';
const CONTENT = { content_group: 'job_position', delivery_form: 'online' };

/** Makes it; the account of the unit's officer has no rights. */
export async function makeMarkedProvince(maker: RowMaker): Promise<void> {
  const unit = await makePeople(maker);
  await makeLearning(maker);
  await makeEnrolments(maker, unit);
}

async function makePeople(maker: RowMaker): Promise<string> {
  const unit = crypto.randomUUID();
  await maker.row('identity.account', { language: 'vi' });
  await maker.row('organisation.unit', {
    id: unit,
    kind: 'province',
    path: unit.replaceAll('-', ''),
    valid_from: '2020-01-01',
  });
  await maker.row('organisation.officer', {
    account_id: maker.id('identity.account'),
    birth_date: '1990',
    email: `${maker.mark.toLowerCase()}@thu.vn`,
    phone: maker.mark,
  });
  await maker.row('organisation.position', { valid_from: '2020-01-01' });
  await maker.row('organisation.planned_change', {
    kind: 'leave',
    effective_on: '2027-01-01',
    asked_by: null,
  });
  await maker.row('organisation.reorganisation', { scope_ids: [unit], plan: '{"steps":[]}' });
  await maker.row('organisation.officer_import', { kind: 'update', state: 'checked' });
  return unit;
}

async function makeLearning(maker: RowMaker): Promise<void> {
  await maker.row('assessment.bank');
  await maker.row('assessment.question', { kind: 'single', status: 'ready' });
  await maker.row('assessment.question_version', {
    content: JSON.stringify({ kind: 'single', stem: maker.mark, options: [], correct: 'a' }),
  });
  await maker.row('assessment.quiz', { settings: '{}', sections: '[]' });
  await maker.row('assessment.quiz_version', { settings: '{}', sections: '[]' });
  await maker.row('learning.course');
  await maker.row('learning.course_version', {
    ...CONTENT,
    state: 'draft',
    hours: 8,
    legal_basis: '[]',
  });
  await maker.row('learning.module');
  await maker.row('learning.lesson', { kind: 'reading', minutes: 5, legal_basis: '[]' });
  await maker.row('learning.media', {
    uploaded_by: maker.id('identity.account'),
    sha256: 'a'.repeat(64),
  });
  // What is published is immutable, so this comes last.
  await maker.publish();
  await maker.row('assessment.attempt', {
    phase: 'marked',
    started_at: AT,
    submitted_at: AT,
    quiz_version_id: maker.id('assessment.quiz_version'),
    points: 1,
    maximum: 1,
    score_of_ten: 1_000,
    passed: true,
    graded_by: 'machine',
    paper: JSON.stringify({ sections: [], slots: [] }),
  });
  await maker.row('assessment.quiz_override', { unit_id: maker.id('organisation.unit') });
  await maker.row('assessment.marking_comment');
  await maker.row('assessment.appeal', { state: 'open' });
}

async function makeEnrolments(maker: RowMaker, unit: string): Promise<void> {
  await maker.row('enrolment.training_class', {
    unit_id: unit,
    delivery_form: 'in_person',
    starts_on: '2026-10-05',
    ends_on: '2026-10-06',
  });
  await maker.row('enrolment.enrolment', {
    class_id: maker.id('enrolment.training_class'),
    state: 'completed',
    completed_at: AT,
    total_lessons: 1,
    score_of_ten: 800,
  });
  await maker.row('enrolment.completion_doubt');
  await maker.row('enrolment.audience');
  await maker.row('learning.programme');
  await maker.row('learning.programme_version', {
    ...CONTENT,
    state: 'approved',
    decision_no: '12/QĐ-SNV',
    decided_on: '2026-01-01',
    approved_at: AT,
    sets: '[]',
    hours: 8,
  });
  await maker.row('enrolment.programme_enrolment');
  await maker.row('enrolment.assignment', {
    course_id: maker.id('learning.course'),
    due: '{"kind":"fixed","day":"2026-12-31"}',
    state: 'active',
  });
  await maker.row('enrolment.assignment_case', {
    id: crypto.randomUUID(),
    state: 'due',
    because: '{}',
    enrolment_id: maker.id('enrolment.enrolment'),
  });
  await maker.row('enrolment.exemption', { course_id: maker.id('learning.course') });
  await maker.row('enrolment.hours_entry', {
    ...CONTENT,
    source: 'external',
    hours: 400,
    state: 'proposed',
  });
  await maker.row('certification.certificate', {
    unit_id: unit,
    issuer_unit_id: unit,
    state: 'issued',
    issued_on: '2026-11-01',
    snapshot: JSON.stringify({
      fullName: maker.mark,
      birthDate: '1985',
      unitName: maker.mark,
      programmeName: maker.mark,
      gradeLabel: '',
      scoreOfTen: 800,
    }),
  });
  await maker.row('certification.export', { state: 'waiting', unit_id: unit });
  await maker.row('reporting.correction', { field: 'full_name', state: 'asked' });
  await maker.row('reporting.saved_list', { shared: true });
  await maker.row('reporting.list_schedule', { every: 'week', hour: 7 });
  await maker.row('reporting.list_recipient');
  await maker.row('reporting.list_sending', { state: 'ready' });
  await maker.row('notification.message', {
    kind: 'assigned',
    params: JSON.stringify({ count: 1, items: [{ title: maker.mark }] }),
    mail_state: 'none',
  });
}
