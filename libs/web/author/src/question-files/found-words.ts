/** The room where what was found in a file is said in the words of its reader. */
import {
  type FoundQuestion,
  HELD_BACK,
  QUESTION_KINDS,
  type QuestionContent,
} from '@tap-huan/contract';
import { QUESTION_PROBLEMS } from '@tap-huan/rules';
import type { Words } from '../i18n/text';
import type { FileText } from './i18n/text';

export type FoundState = 'good' | 'notice' | 'wrong';

/** wrong: cannot be imported; notice: can, but look at it. */
export const stateOf = ({ content, problems }: FoundQuestion): FoundState =>
  content === null ? 'wrong' : problems.length > 0 ? 'notice' : 'good';

/** Whether it is imported unless its reader says otherwise. */
export const isOffered = ({ content, problems }: FoundQuestion): boolean =>
  content !== null && !problems.some(({ code }) => HELD_BACK.some((held) => held === code));

type Problem = FoundQuestion['problems'][number];

/** What is wrong, a sentence for each thing; each once. */
export function problemSentences(question: FoundQuestion, t: FileText, words: Words): string[] {
  const sentences = question.problems.flatMap((problem) =>
    problem.code === 'content_invalid'
      ? problem.text.split(', ').map((token) => invalidSentence(token, t, words))
      : [sentenceOf(problem, question, t)],
  );
  return [...new Set(sentences)];
}

/** The sentence alone where the file has no words for it. */
const tidy = (sentence: string): string => sentence.replace(/\s*:\s*$/, '.');

function sentenceOf({ code, text }: Problem, { content }: FoundQuestion, t: FileText): string {
  if (code === 'content_invalid') return t('problems.wrong', { field: text });
  if (code === 'too_few_options' && content !== null) return t('problems.essay_instead');
  if (code === 'part_left_out' && text === '') return t('problems.part_left_out_bare');
  return tidy(t(`problems.${code}`, { text }));
}

/** `option_texts_repeat`, or `too_long:text`. */
function invalidSentence(token: string, t: FileText, words: Words): string {
  const known = QUESTION_PROBLEMS.find((problem) => problem === token);
  if (known) return words(`problems.${known}`);
  const [code = '', field = ''] = token.split(':');
  if (code === 'wrong' && field === 'options') return t('problems.letters');
  const shape = (['too_long', 'too_many', 'too_few', 'empty'] as const).find((one) => one === code);
  return shape ? t(`problems.${shape}`) : t('problems.wrong', { field: field || token });
}

/** "dòng 7" of the server in the words of the language. */
export function placeWords(place: string, t: FileText): string {
  const [, sheet, row] = /^(?:trang (\d+), )?dòng (\d+)$/.exec(place) ?? [];
  if (row !== undefined) {
    return sheet === undefined
      ? t('found.row', { number: row })
      : t('found.sheetRow', { sheet, number: row });
  }
  const [, item] = /^(?:Câu |#)(\d+)$/.exec(place) ?? [];
  return item === undefined ? place : t('found.item', { number: item });
}

export const kindWords = ({ kind }: FoundQuestion, t: FileText, words: Words): string =>
  kind !== null && QUESTION_KINDS.includes(kind) ? words(`kinds.${kind}`) : t('found.unknownKind');

const letter = (index: number): string => String.fromCharCode(65 + index);
const decimal = (value: number): string => String(value).replace('.', ',');

/** The key in a line, so that its author sees whether it was read rightly. */
export function keyWords(content: QuestionContent, t: FileText): string {
  switch (content.kind) {
    case 'single':
    case 'multiple': {
      const right = [content.correct].flat();
      const chosen = content.options.flatMap(({ id, text }, index) =>
        right.includes(id) ? [`${letter(index)}. ${text}`] : [],
      );
      return chosen.join('; ');
    }
    case 'true_false':
      return t(content.correct ? 'keys.true' : 'keys.false');
    case 'numeric': {
      const share =
        content.toleranceKind === 'relative' ? content.tolerance * 100 : content.tolerance;
      const width = content.tolerance === 0 ? '' : ` ± ${decimal(share)}`;
      const sign = width !== '' && content.toleranceKind === 'relative' ? ' %' : '';
      return [decimal(content.value), content.unit].filter(Boolean).join(' ') + width + sign;
    }
    case 'short_answer':
      return content.accepted.join(' | ');
    case 'matching':
      return t('keys.pairs', { count: content.pairs.length });
    case 'ordering':
      return t('keys.items', { count: content.items.length });
    case 'fill_blanks':
      return content.blanks.map(({ accepted: [first = ''] }) => first).join(', ');
    case 'categorise':
      return t('keys.groups', { items: content.items.length, groups: content.groups.length });
    case 'hotspot':
      return content.areas
        .filter(({ id }) => content.correct.includes(id))
        .map(({ label }) => label)
        .join(', ');
    case 'calculated':
      return content.formula;
    default:
      return t('keys.hand');
  }
}

/** What could not be imported as a text file: to be put beside the original and mended there. */
export function mendingList(
  name: string,
  questions: readonly FoundQuestion[],
  t: FileText,
  words: Words,
): string {
  const lines = questions.flatMap((question) => {
    const { number, place, title } = question;
    return [
      t('list.line', { number, place: placeWords(place, t), title: title || t('found.noWords') }),
      ...problemSentences(question, t, words).map((sentence) => `   - ${sentence}`),
    ];
  });
  // With a mark that tells Windows the encoding, and its ends of lines.
  return `\uFEFF${[t('list.heading', { name }), '', ...lines, ''].join('\r\n')}`;
}
