/** The room of question banks: categories, questions with their versions, stimuli, and who shares them. */
import { z } from 'zod';
import { day, id, instant, ok, params, text } from './common';
import { endpoint } from './endpoint';
import { DIFFICULTIES, ERAS, QUESTION_STATUSES, questionContent } from './question-content';
import { QUESTION_KINDS } from './question-kinds';

/** use: draw its questions into own quizzes; edit: change them too. */
export const BANK_RIGHTS = ['use', 'edit'] as const;
export type BankRight = (typeof BANK_RIGHTS)[number];

export const bankRow = z.object({
  id,
  name: z.string(),
  unitId: id,
  unitName: z.string(),
  /** The course that the bank was made for; null for a bank of its own. */
  courseTitle: z.string().nullable(),
  questions: z.number().int(),
  /** Questions whose review date has passed. */
  toReview: z.number().int(),
  /** What the actor may do. */
  right: z.enum(BANK_RIGHTS),
  /** True where it belongs to the actor's units: only then it may be renamed and shared. */
  own: z.boolean(),
});
export type BankRow = z.output<typeof bankRow>;

export const categoryRow = z.object({
  id,
  parentId: id.nullable(),
  name: z.string(),
  /** Questions directly in it that are not retired. */
  questions: z.number().int(),
});
export type CategoryRow = z.output<typeof categoryRow>;

export const questionRow = z.object({
  id,
  bankId: id,
  kind: z.enum(QUESTION_KINDS),
  /** First words of the stem as plain text. */
  title: z.string(),
  status: z.enum(QUESTION_STATUSES),
  categoryId: id.nullable(),
  tags: z.array(z.string()),
  difficulty: z.enum(DIFFICULTIES),
  era: z.enum(ERAS),
  /** True where the review date has passed. */
  reviewDue: z.boolean(),
  reviewOn: day.nullable(),
  stimulusId: id.nullable(),
  version: z.number().int(),
  updatedAt: instant,
  /** Quizzes (drafts or published) that use it by name. */
  usedIn: z.number().int(),
});
export type QuestionRow = z.output<typeof questionRow>;

export const questionVersionRow = z.object({
  number: z.number().int(),
  createdAt: instant,
  createdBy: z.string(),
  /** Quiz versions that were published with it. */
  published: z.number().int(),
  /** Attempts whose paper shows it. */
  attempts: z.number().int(),
});
export type QuestionVersionRow = z.output<typeof questionVersionRow>;

/** Where a question stands: named in a draft, or frozen in the newest published version of a quiz. */
export const questionUse = z.object({
  quizId: id,
  quizTitle: z.string(),
  /** Where the quiz is edited. */
  courseId: id.nullable(),
  courseTitle: z.string().nullable(),
  /** Version that the draft keeps; null takes the newest. */
  keptVersion: z.number().int().nullable(),
  inDraft: z.boolean(),
  publishedVersion: z.number().int().nullable(),
  /** True where the published version does not show it to everybody but may draw it. */
  drawn: z.boolean(),
});
export type QuestionUse = z.output<typeof questionUse>;

export const stimulusRow = z.object({
  id,
  title: z.string(),
  version: z.number().int(),
  questions: z.number().int(),
  updatedAt: instant,
});
export type StimulusRow = z.output<typeof stimulusRow>;

const questionQuery = z.object({
  /** Case and diacritics do not matter. */
  search: z.string().max(200).optional(),
  kind: z.enum(QUESTION_KINDS).optional(),
  status: z.enum(QUESTION_STATUSES).optional(),
  /** With the categories below it. */
  categoryId: id.optional(),
  tag: z.string().max(60).optional(),
  difficulty: z.enum(DIFFICULTIES).optional(),
  era: z.enum(ERAS).optional(),
  reviewDue: z.enum(['true', 'false']).optional(),
});

const changed = z.object({ changed: z.number().int() });

export const questionBankEndpoints = {
  listBanks: endpoint({
    method: 'GET',
    path: '/api/banks',
    summary: 'Banks of the own units and banks that others share with them.',
    response: z.object({ items: z.array(bankRow) }),
    permission: 'course.author',
    errors: [],
  }),
  createBank: endpoint({
    method: 'POST',
    path: '/api/banks',
    summary: 'Makes a bank that belongs to a unit and to no course.',
    body: z.object({ name: text(200), unitId: id }),
    response: z.object({ id }),
    permission: 'course.author',
    errors: ['not_found'],
  }),
  readBank: endpoint({
    method: 'GET',
    path: '/api/banks/:bankId',
    summary: 'A bank with its categories, its tags and the units it is shared with.',
    params: params('bankId'),
    response: bankRow.extend({
      categories: z.array(categoryRow),
      tags: z.array(z.object({ tag: z.string(), questions: z.number().int() })),
      shares: z.array(z.object({ unitId: id, unitName: z.string(), right: z.enum(BANK_RIGHTS) })),
    }),
    permission: 'course.author',
    errors: ['not_found'],
  }),
  updateBank: endpoint({
    method: 'PUT',
    path: '/api/banks/:bankId',
    summary: 'Renames a bank and sets the units it is shared with.',
    params: params('bankId'),
    body: z.object({
      name: text(200),
      shares: z.array(z.object({ unitId: id, right: z.enum(BANK_RIGHTS) })).max(200),
    }),
    response: ok,
    permission: 'course.author',
    errors: ['not_found'],
  }),
  saveCategory: endpoint({
    method: 'PUT',
    path: '/api/banks/:bankId/categories/:categoryId',
    summary:
      'Makes a category (the id is the client’s), renames it, or moves it under another one.',
    params: params('bankId', 'categoryId'),
    body: z.object({ name: text(200), parentId: id.nullable() }),
    response: ok,
    permission: 'course.author',
    errors: ['not_found', 'category_name_taken', 'category_would_contain_itself'],
  }),
  removeCategory: endpoint({
    method: 'DELETE',
    path: '/api/banks/:bankId/categories/:categoryId',
    summary: 'Removes a category; what is in it moves to its parent.',
    params: params('bankId', 'categoryId'),
    response: ok,
    permission: 'course.author',
    errors: ['not_found', 'category_in_use'],
  }),
  listQuestions: endpoint({
    method: 'GET',
    path: '/api/banks/:bankId/questions',
    summary: 'Questions of a bank; without a status, those that are not retired.',
    params: params('bankId'),
    query: questionQuery,
    response: z.object({ items: z.array(questionRow) }),
    permission: 'course.author',
    errors: ['not_found'],
  }),
  editQuestions: endpoint({
    method: 'POST',
    path: '/api/banks/:bankId/questions/edit',
    summary:
      'Bulk edit: category and status of the questions, and tags, difficulty, era and review date as new versions.',
    params: params('bankId'),
    body: z.object({
      questionIds: z.array(id).min(1).max(2_000),
      categoryId: id.nullable().optional(),
      status: z.enum(QUESTION_STATUSES).optional(),
      addTags: z.array(text(60)).max(12).optional(),
      removeTags: z.array(text(60)).max(12).optional(),
      difficulty: z.enum(DIFFICULTIES).optional(),
      era: z.enum(ERAS).optional(),
      reviewOn: day.nullable().optional(),
    }),
    /** `inUse`: asked to retire, but a draft uses them; they stay. */
    response: changed.extend({ inUse: z.array(id) }),
    permission: 'course.author',
    errors: ['not_found'],
  }),
  createQuestion: endpoint({
    method: 'POST',
    path: '/api/banks/:bankId/questions',
    summary: 'Adds a question as version 1.',
    params: params('bankId'),
    body: z.object({
      content: questionContent,
      categoryId: id.nullable().default(null),
      status: z.enum(['draft', 'ready']).default('ready'),
    }),
    response: z.object({ id }),
    permission: 'course.author',
    errors: ['not_found'],
  }),
  readQuestion: endpoint({
    method: 'GET',
    path: '/api/questions/:questionId',
    summary: 'The newest version of a question, with its key.',
    params: params('questionId'),
    response: questionRow.extend({ content: questionContent, right: z.enum(BANK_RIGHTS) }),
    permission: 'course.author',
    errors: ['not_found'],
  }),
  updateQuestion: endpoint({
    method: 'PUT',
    path: '/api/questions/:questionId',
    summary: 'Writes the next version; papers already drawn keep theirs.',
    params: params('questionId'),
    body: z.object({
      content: questionContent,
      baseVersion: z.number().int(),
      categoryId: id.nullable().optional(),
      status: z.enum(['draft', 'ready']).optional(),
    }),
    response: z.object({ version: z.number().int() }),
    permission: 'course.author',
    errors: ['not_found', 'stale_revision'],
  }),
  retireQuestion: endpoint({
    method: 'DELETE',
    path: '/api/questions/:questionId',
    summary: 'Retires a question that no draft uses; versions stay for old papers.',
    params: params('questionId'),
    response: ok,
    permission: 'course.author',
    errors: ['not_found', 'question_in_use'],
  }),
  readQuestionHistory: endpoint({
    method: 'GET',
    path: '/api/questions/:questionId/history',
    summary: 'Versions of a question and where it is used.',
    params: params('questionId'),
    response: z.object({ versions: z.array(questionVersionRow), uses: z.array(questionUse) }),
    permission: 'course.author',
    errors: ['not_found'],
  }),
  readQuestionVersion: endpoint({
    method: 'GET',
    path: '/api/questions/:questionId/versions/:number',
    summary: 'One version of a question, with its key.',
    params: z.object({ questionId: id, number: z.coerce.number().int().min(1) }),
    response: z.object({ number: z.number().int(), content: questionContent, createdAt: instant }),
    permission: 'course.author',
    errors: ['not_found'],
  }),
  listStimuli: endpoint({
    method: 'GET',
    path: '/api/banks/:bankId/stimuli',
    summary: 'The cases, tables and films that questions of the bank share.',
    params: params('bankId'),
    response: z.object({ items: z.array(stimulusRow) }),
    permission: 'course.author',
    errors: ['not_found'],
  }),
  createStimulus: endpoint({
    method: 'POST',
    path: '/api/banks/:bankId/stimuli',
    summary: 'Adds a stimulus as version 1.',
    params: params('bankId'),
    body: z.object({ title: text(200), html: z.string().min(1).max(50_000) }),
    response: z.object({ id }),
    permission: 'course.author',
    errors: ['not_found'],
  }),
  readStimulus: endpoint({
    method: 'GET',
    path: '/api/stimuli/:stimulusId',
    summary: 'The newest version of a stimulus.',
    params: params('stimulusId'),
    response: stimulusRow.extend({ bankId: id, html: z.string(), right: z.enum(BANK_RIGHTS) }),
    permission: 'course.author',
    errors: ['not_found'],
  }),
  updateStimulus: endpoint({
    method: 'PUT',
    path: '/api/stimuli/:stimulusId',
    summary: 'Writes the next version of a stimulus; published quizzes keep theirs.',
    params: params('stimulusId'),
    body: z.object({
      title: text(200),
      html: z.string().min(1).max(50_000),
      baseVersion: z.number().int(),
    }),
    response: z.object({ version: z.number().int() }),
    permission: 'course.author',
    errors: ['not_found', 'stale_revision'],
  }),
};
