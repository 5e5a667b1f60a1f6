/**
 * The room of the routes that the officer's pages and the shell use. They are said here and not in the files of their
 * endpoints, so that a phone on a slow line loads a method and a path instead of every schema of the product.
 */
import type { attemptEndpoints } from './attempt-endpoints';
import type { certificationEndpoints } from './certification';
import type { enrolmentEndpoints } from './enrolment';
import type { identityEndpoints } from './identity';
import type { markingEndpoints } from './marking-endpoints';
import type { myHoursEndpoints } from './my-hours';
import type { notificationEndpoints } from './notification';
import type { platformEndpoints } from './platform';
import type { privacyEndpoints } from './privacy';
import type { recordEndpoints } from './records';

/** Method and path; the endpoint of the same name takes them from here. */
export const ROUTES = {
  readSession: { method: 'GET', path: '/api/session' },
  signIn: { method: 'POST', path: '/api/session' },
  signOut: { method: 'DELETE', path: '/api/session' },
  chooseLanguage: { method: 'PUT', path: '/api/session/language' },
  changePassword: { method: 'PUT', path: '/api/session/password' },
  readAbout: { method: 'GET', path: '/api/about' },
  openAttempt: { method: 'POST', path: '/api/attempts/:attemptId/open' },
  saveAnswers: { method: 'PUT', path: '/api/attempts/:attemptId/answers' },
  readAttemptClock: { method: 'GET', path: '/api/attempts/:attemptId/clock' },
  advanceAttempt: { method: 'POST', path: '/api/attempts/:attemptId/advance' },
  checkAnswer: { method: 'POST', path: '/api/attempts/:attemptId/slots/:slot/check' },
  askHint: { method: 'POST', path: '/api/attempts/:attemptId/slots/:slot/hint' },
  recordAttemptEvents: { method: 'POST', path: '/api/attempts/:attemptId/events' },
  uploadAnswerFile: { method: 'POST', path: '/api/attempts/:attemptId/slots/:slot/files' },
  downloadAttemptFile: { method: 'GET', path: '/api/attempts/:attemptId/files/:fileId' },
  submitAttempt: { method: 'POST', path: '/api/attempts/:attemptId/submit' },
  readResult: { method: 'GET', path: '/api/attempts/:attemptId/result' },
  listMyEnrolments: { method: 'GET', path: '/api/my/enrolments' },
  readMyCourse: { method: 'GET', path: '/api/my/enrolments/:enrolmentId' },
  readMyLesson: { method: 'GET', path: '/api/my/enrolments/:enrolmentId/lessons/:lessonId' },
  recordProgress: {
    method: 'PUT',
    path: '/api/my/enrolments/:enrolmentId/lessons/:lessonId/progress',
  },
  readMyQuiz: { method: 'GET', path: '/api/my/enrolments/:enrolmentId/quizzes/:lessonId' },
  startAttempt: {
    method: 'POST',
    path: '/api/my/enrolments/:enrolmentId/quizzes/:lessonId/attempts',
  },
  listMyCertificates: { method: 'GET', path: '/api/my/certificates' },
  readMyCertificatePdf: { method: 'GET', path: '/api/my/certificates/:certificateId/pdf' },
  readMyHours: { method: 'GET', path: '/api/my/hours' },
  uploadMyEvidence: { method: 'POST', path: '/api/my/hours/evidence' },
  readMyEvidence: { method: 'GET', path: '/api/my/hours/evidence/:mediaId' },
  proposeHours: { method: 'POST', path: '/api/my/hours/proposals' },
  withdrawHours: { method: 'POST', path: '/api/my/hours/proposals/:entryId/withdraw' },
  listOwnAppeals: { method: 'GET', path: '/api/attempts/:attemptId/appeals' },
  makeAppeal: { method: 'POST', path: '/api/attempts/:attemptId/appeals' },
  listMyNotices: { method: 'GET', path: '/api/my/notices' },
  countMyNotices: { method: 'GET', path: '/api/my/notices/unread' },
  markMyNoticesRead: { method: 'POST', path: '/api/my/notices/read' },
  readMyNoticePreferences: { method: 'GET', path: '/api/my/notice-preferences' },
  saveMyNoticePreferences: { method: 'PUT', path: '/api/my/notice-preferences' },
  makeMyCalendar: { method: 'POST', path: '/api/my/calendar' },
  endMyCalendar: { method: 'DELETE', path: '/api/my/calendar' },
  readMyTranscript: { method: 'GET', path: '/api/my/transcript' },
  readMyTranscriptPdf: { method: 'GET', path: '/api/my/transcript.pdf' },
  readMyTranscriptSheet: { method: 'GET', path: '/api/my/transcript.xlsx' },
  listMyDisclosures: { method: 'GET', path: '/api/my/disclosures' },
  readMyData: { method: 'GET', path: '/api/my/data.zip' },
  listMyCorrections: { method: 'GET', path: '/api/my/corrections' },
  askCorrection: { method: 'POST', path: '/api/my/corrections' },
} as const;

type Typed = typeof attemptEndpoints &
  typeof certificationEndpoints &
  typeof enrolmentEndpoints &
  typeof identityEndpoints &
  typeof markingEndpoints &
  typeof myHoursEndpoints &
  typeof notificationEndpoints &
  typeof platformEndpoints &
  typeof privacyEndpoints &
  typeof recordEndpoints;

/**
 * The same for the typed client: `api.call(routes.openAttempt, …)` is as well typed as with the endpoint. At run time
 * there is a method and a path and nothing else; who needs a schema takes the endpoint.
 */
export const routes = ROUTES as unknown as Pick<Typed, keyof typeof ROUTES>;
