/** Files of a bank: what was written out is read again as it was, for every kind of question. */
import { describe, expect, it } from '@jest/globals';
import { QUESTION_KINDS, type QuestionContent } from '@tap-huan/contract';
import { arbitraryContent } from '@tap-huan/rules/testing';
import fc from 'fast-check';
import { acceptedContent } from '../question/question-content';
import { contentOf } from '../testing/contents';
import { writeExcel } from './excel/workbook';
import type { ExportedQuestion } from './exported-question';
import { writeJson } from './json-file';
import { found } from './testing/found';

const CATEGORIES = [[], ['Luật'], ['Luật', 'Chương 1: Tiếp công dân'], ['Sở/ngành', 'a, b']];
const RUNS = { numRuns: 12 };

/** A question as a bank has it, on its way out. */
const stored = (content: QuestionContent): QuestionContent =>
  acceptedContent({ ...content, stimulusId: null });

/** Some of a kind; the stems are told apart, so that none is the double of another. */
const exported = (kind: (typeof QUESTION_KINDS)[number]): fc.Arbitrary<ExportedQuestion[]> =>
  fc
    .array(fc.tuple(arbitraryContent[kind], fc.constantFrom(...CATEGORIES)), {
      minLength: 1,
      maxLength: 5,
    })
    .map((questions) =>
      questions.map(([content, category], index) => ({
        category,
        content: stored({ ...content, stem: `<p>Câu ${index + 1}</p>${content.stem}` }),
      })),
    );

async function readAgain(name: string, bytes: Buffer): Promise<ExportedQuestion[]> {
  const { questions, problems } = await found(name, bytes);
  expect(problems).toEqual([]);
  expect(questions.flatMap((question) => question.problems)).toEqual([]);
  return questions.map(({ category, content }) => ({
    category,
    content: content as QuestionContent,
  }));
}

describe.each(QUESTION_KINDS)('%s', (kind) => {
  it('written as JSON and read again is the same', async () => {
    await fc.assert(
      fc.asyncProperty(exported(kind), async (questions) => {
        expect(await readAgain('a.json', writeJson(questions))).toEqual(questions);
      }),
      RUNS,
    );
  });

  it('written as a workbook and read again is the same', async () => {
    await fc.assert(
      fc.asyncProperty(exported(kind), async (questions) => {
        expect(await readAgain('a.xlsx', await writeExcel(questions))).toEqual(questions);
      }),
      RUNS,
    );
  });

  it('the example of the kind too', async () => {
    const questions = [{ category: ['Một'], content: stored(contentOf(kind)) }];
    expect(await readAgain('a.json', writeJson(questions))).toEqual(questions);
    expect(await readAgain('a.xlsx', await writeExcel(questions))).toEqual(questions);
  });
});

it('a question that is longer than a cell of Excel', async () => {
  const long = 'Một câu rất dài \u{1F4C4} _x0041_ '.repeat(700);
  const content = stored({
    ...contentOf('essay'),
    stem: `<p>${long}</p>`,
    feedback: `<p>${long}</p>`,
    markingGuide: `<p>${long}</p>`,
  });
  const questions = [{ category: [], content }];
  expect(await readAgain('a.xlsx', await writeExcel(questions))).toEqual(questions);
});

it('letters that XML cannot hold', async () => {
  const content = stored({ ...contentOf('single'), stem: '<p>Một\u0001 hai\ufffe\uffff ba?</p>' });
  const questions = [{ category: [], content }];
  expect(await readAgain('a.xlsx', await writeExcel(questions))).toEqual(questions);
});
