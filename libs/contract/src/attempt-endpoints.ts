/** The room of the attempt's endpoints: a paper is opened, answered, submitted and looked at again. */
import { z } from 'zod';
import {
  ATTEMPT_EVENTS,
  attemptClock,
  attemptResult,
  attemptView,
  checkedSlot,
  clientId,
  givenAnswer,
  saveAnswers,
  slotNumber,
} from './attempt';
import { id, instant, ok, params } from './common';
import { endpoint } from './endpoint';
import { attemptFile } from './question-paper';
import { ROUTES } from './routes';

const attemptSlot = z.object({ attemptId: id, slot: z.coerce.number().int().min(1) });

export const attemptEndpoints = {
  openAttempt: endpoint({
    ...ROUTES.openAttempt,
    summary: 'Reads an own attempt and makes this page its writer; another page turns read-only.',
    params: params('attemptId'),
    body: z.object({ clientId }),
    response: attemptView,
    permission: 'signed_in',
    errors: ['not_found', 'network_not_allowed'],
  }),
  saveAnswers: endpoint({
    ...ROUTES.saveAnswers,
    summary:
      'Saves answers; idempotent, and an older one never overwrites a newer one. Those typed before the deadline are taken until the grace is over.',
    params: params('attemptId'),
    body: saveAnswers,
    response: z.object({
      savedAt: instant,
      serverNow: instant,
      deadline: instant.nullable(),
      closesAt: instant.nullable(),
      partDeadline: instant.nullable(),
      /** Slots whose answer was typed too late, or whose part is closed; they were not taken. */
      refused: z.array(slotNumber),
    }),
    permission: 'signed_in',
    errors: ['not_found', 'attempt_closed', 'attempt_taken_over', 'deadline_passed'],
  }),
  readAttemptClock: endpoint({
    ...ROUTES.readAttemptClock,
    summary: 'How much time there is; a running page asks every few seconds.',
    params: params('attemptId'),
    query: z.object({ clientId }),
    response: attemptClock,
    permission: 'signed_in',
    errors: ['not_found'],
  }),
  advanceAttempt: endpoint({
    ...ROUTES.advanceAttempt,
    summary: 'Leaves the open part for good and opens the next one; a repeat changes nothing.',
    params: params('attemptId'),
    body: z.object({ clientId, from: z.number().int().min(0) }),
    response: attemptView,
    permission: 'signed_in',
    errors: ['not_found', 'attempt_closed', 'attempt_taken_over'],
  }),
  checkAnswer: endpoint({
    ...ROUTES.checkAnswer,
    summary: 'Practice: checks the answer to one question and tells what the quiz shows at once.',
    params: attemptSlot,
    body: z.object({ clientId, answer: givenAnswer }),
    response: checkedSlot,
    permission: 'signed_in',
    errors: [
      'not_found',
      'attempt_closed',
      'attempt_taken_over',
      'deadline_passed',
      'not_practice',
      'no_tries_left',
    ],
  }),
  askHint: endpoint({
    ...ROUTES.askHint,
    summary: 'Practice: the next hint of a question.',
    params: attemptSlot,
    body: z.object({ clientId }),
    response: checkedSlot,
    permission: 'signed_in',
    errors: ['not_found', 'attempt_closed', 'attempt_taken_over', 'not_practice', 'no_hints_left'],
  }),
  recordAttemptEvents: endpoint({
    ...ROUTES.recordAttemptEvents,
    summary: 'Facts about the circumstances (focus, copying, network) for the inspector.',
    params: params('attemptId'),
    body: z.object({
      clientId,
      events: z
        .array(
          z.object({
            kind: z.enum(ATTEMPT_EVENTS),
            at: instant,
            slot: slotNumber.nullable().default(null),
            /** Of an absence. */
            seconds: z.number().int().min(0).max(86_400).nullable().default(null),
          }),
        )
        .min(1)
        .max(100),
    }),
    response: ok,
    permission: 'signed_in',
    errors: ['not_found'],
  }),
  uploadAnswerFile: endpoint({
    ...ROUTES.uploadAnswerFile,
    summary: 'Uploads a file for a question; it counts once an answer names it.',
    params: attemptSlot,
    upload: true,
    response: attemptFile,
    permission: 'signed_in',
    errors: [
      'not_found',
      'attempt_closed',
      'deadline_passed',
      'file_too_large',
      'file_kind_not_allowed',
    ],
  }),
  downloadAttemptFile: endpoint({
    ...ROUTES.downloadAttemptFile,
    summary: 'A file that was handed in: for its officer and for the markers.',
    params: params('attemptId', 'fileId'),
    file: 'application/octet-stream',
    permission: 'signed_in',
    errors: ['not_found'],
  }),
  submitAttempt: endpoint({
    ...ROUTES.submitAttempt,
    summary: 'Submits and marks; a second call answers with the same result.',
    params: params('attemptId'),
    response: attemptResult,
    permission: 'signed_in',
    errors: ['not_found'],
  }),
  readResult: endpoint({
    ...ROUTES.readResult,
    summary: 'The result of a submitted attempt, as far as the quiz shows it now.',
    params: params('attemptId'),
    response: attemptResult,
    permission: 'signed_in',
    errors: ['not_found', 'result_not_shown_yet'],
  }),
};
