/** The room of what a question looks like in the cells that an author sees. */
import type { QuestionContent } from '@tap-huan/contract';
import { type ExportedQuestion, joinCategory } from '../exported-question';
import { htmlLines } from '../html-lines';
import { DIFFICULTY_NAMES, type ExcelRow, KIND_NAMES, LETTERS } from './columns';
import { toleranceText } from './number-cell';

/** What XML cannot hold. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const writable = (text: string): string => text.replace(UNWRITABLE, '').trim();

export type VisibleRow = Omit<ExcelRow, 'full'>;

export function visibleRow({ category, content }: ExportedQuestion): VisibleRow {
  const { options, key } = answerCells(content);
  return {
    kind: KIND_NAMES[content.kind],
    category: writable(joinCategory(category)),
    stem: writable(htmlLines(content.stem)),
    options: options.map(writable),
    key: writable(key),
    feedback: writable(htmlLines(content.feedback)),
    legalBasis: writable(content.legalBasis.join('\n')),
    difficulty: DIFFICULTY_NAMES[content.difficulty],
    tags: writable(content.tags.join('; ')),
  };
}

/** The row with the whole question in its last cells. */
export const excelRow = (question: ExportedQuestion): ExcelRow => ({
  ...visibleRow(question),
  // What XML cannot hold is written as JSON escapes it.
  full: JSON.stringify(question.content).replace(
    /[\ufffe\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16)}`,
  ),
});

const letterOf = (options: readonly { id: string }[], id: string): string =>
  LETTERS[options.findIndex((option) => option.id === id)] ?? '';

function answerCells(content: QuestionContent): Pick<ExcelRow, 'options' | 'key'> {
  switch (content.kind) {
    case 'single':
      return {
        options: content.options.map(({ text }) => text),
        key: letterOf(content.options, content.correct),
      };
    case 'multiple':
      return {
        options: content.options.map(({ text }) => text),
        key: content.correct
          .map((id) => letterOf(content.options, id))
          .sort()
          .join(', '),
      };
    case 'true_false':
      return { options: [], key: content.correct ? 'Đúng' : 'Sai' };
    case 'numeric':
      return { options: [], key: toleranceText(content) };
    case 'short_answer':
      return { options: [], key: content.accepted.join(' | ') };
    case 'matching': {
      const pairs = content.pairs.map(({ prompt, answer }) => `${prompt} => ${answer}`);
      const { distractors } = content;
      return {
        options: distractors.length === 0 ? pairs : [...pairs, `=> ${distractors.join(' | ')}`],
        key: '',
      };
    }
    case 'ordering':
      return { options: content.items.map(({ text }) => text), key: '' };
    default:
      // What these kinds are made of does not fit into columns; it stands in the last ones.
      return { options: [], key: '' };
  }
}
