/** The room of questions carried in and out of a bank as files. */
import { z } from 'zod';
import { id, params } from './common';
import { endpoint } from './endpoint';
import { questionContent } from './question-content';
import { QUESTION_KINDS } from './question-kinds';

/** Read and written; `docx` is only read: question lists as teachers write them in Word. */
export const QUESTION_FILE_FORMATS = ['json', 'xlsx', 'gift', 'docx'] as const;
export type QuestionFileFormat = (typeof QUESTION_FILE_FORMATS)[number];
export const QUESTION_EXPORT_FORMATS = ['json', 'xlsx', 'gift'] as const;

/** Why a question, or a part of it, could not be read. */
export const QUESTION_FILE_PROBLEMS = [
  'kind_not_supported',
  'no_stem',
  'too_few_options',
  'key_missing',
  'key_unknown',
  'value_not_a_number',
  'duplicate_question',
  'already_in_bank',
  'picture_left_out',
  /** Read, but something of it has no place here: partial credit, formatting, words behind the options. */
  'part_left_out',
  /** More than one file may bring; those beyond are not read. */
  'too_many_questions',
  'content_invalid',
  'unreadable',
] as const;
export type QuestionFileProblem = (typeof QUESTION_FILE_PROBLEMS)[number];

export const fileProblem = z.object({
  code: z.enum(QUESTION_FILE_PROBLEMS),
  /**
   * The file's own words at the place, shortened. For `content_invalid` codes separated by ", ": a problem of the rules
   * (`option_texts_repeat`), or what is wrong with which field (`too_long:text`, `too_few:options`, `wrong:correct`).
   */
  text: z.string(),
});

/**
 * A question with one of these can be taken over, but only is where it is asked for by its number: it seems to be there
 * already, or not to be what it was read as.
 */
export const HELD_BACK = [
  'duplicate_question',
  'already_in_bank',
  'too_few_options',
] as const satisfies readonly QuestionFileProblem[];

/** One question as it was found in a file. */
export const foundQuestion = z.object({
  /** 1, 2, 3 … in the order of the file. */
  number: z.number().int(),
  /** Where it stands: "Câu 12", "dòng 7", "line 40". */
  place: z.string(),
  title: z.string(),
  kind: z.enum(QUESTION_KINDS).nullable(),
  /** Names of nested categories, the outermost first. */
  category: z.array(z.string()),
  /** Null where it cannot be taken over. */
  content: questionContent.nullable(),
  /** What is wrong (no content), or was left out (content all the same). */
  problems: z.array(fileProblem),
});
export type FoundQuestion = z.output<typeof foundQuestion>;

export const questionFilePreview = z.object({
  format: z.enum(QUESTION_FILE_FORMATS),
  questions: z.array(foundQuestion),
  /** Of the file as a whole. */
  problems: z.array(fileProblem),
  /** Questions taken over; 0 in a preview. */
  imported: z.number().int(),
});
export type QuestionFilePreview = z.output<typeof questionFilePreview>;

export const questionFileEndpoints = {
  readQuestionFile: endpoint({
    method: 'POST',
    path: '/api/banks/:bankId/question-files',
    summary:
      'Reads questions of an uploaded Word, Excel, GIFT or JSON file; with `apply`, takes those that are right over in one transaction.',
    params: params('bankId'),
    query: z.object({
      apply: z.enum(['true', 'false']).default('false'),
      status: z.enum(['draft', 'ready']).default('draft'),
      categoryId: id.optional(),
      /** Numbers of the questions to take over: `1-40,45`; missing takes all that are right and not held back. */
      only: z
        .string()
        .regex(/^\d+(-\d+)?(,\d+(-\d+)?)*$/)
        .max(8_000)
        .optional(),
    }),
    upload: true,
    response: questionFilePreview,
    permission: 'course.author',
    errors: ['not_found', 'file_too_large', 'file_kind_not_allowed'],
  }),
  exportQuestions: endpoint({
    method: 'GET',
    path: '/api/banks/:bankId/question-files',
    summary: 'The questions of a bank that are not retired, as a file that can be read again.',
    params: params('bankId'),
    query: z.object({
      format: z.enum(QUESTION_EXPORT_FORMATS),
      /** With the categories below it. */
      categoryId: id.optional(),
    }),
    file: 'application/octet-stream',
    permission: 'course.author',
    errors: ['not_found'],
  }),
  questionTemplate: endpoint({
    method: 'GET',
    path: '/api/question-files/template',
    summary: 'An Excel workbook to write questions into, with an example of each kind.',
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    permission: 'course.author',
    errors: [],
  }),
};
