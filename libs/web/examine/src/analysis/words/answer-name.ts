/** The room of what an answer is called: by its letter, its words, or a word of the page. */
import type { AnalysedDistractor } from '@tap-huan/contract';
import type { AnalysisTranslate } from '../i18n/text';

type Named = Pick<AnalysedDistractor, 'label' | 'letter' | 'text'>;

const WORDS = [
  'unanswered',
  'unreadable',
  'outside',
  'true',
  'false',
  'right',
  'partly',
  'wrong',
  'answered',
] as const;
type Word = (typeof WORDS)[number];
const isWord = (label: string): label is Word => (WORDS as readonly string[]).includes(label);

/** All of its words, without the letter. */
export const answerText = ({ label, text }: Named, t: AnalysisTranslate): string =>
  text ?? (isWord(label) ? t(`answers.${label}`) : label);

/** Letters that a name beside a line of a chart may have. */
const SHORT = 9;

/** What marks an answer in table and chart alike: its letter, or its number; null where its words are short enough. */
export function answerMark(answer: Named, place: number, t: AnalysisTranslate): string | null {
  if (answer.letter !== null) return answer.letter;
  return answerText(answer, t).length <= SHORT ? null : String(place + 1);
}

/** As short as it can be in a sentence: "C", "“Bưu điện”". */
export function answerName(answer: Named, t: AnalysisTranslate): string {
  if (answer.letter !== null) return answer.letter;
  const text = answerText(answer, t);
  const short = text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text;
  return answer.text === null ? short : `“${short}”`;
}
