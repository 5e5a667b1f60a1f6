/** The room where tests read a file as the product does. */
import type { FoundQuestion, QuestionContent, QuestionFileFormat } from '@tap-huan/contract';
import { readAnyFile } from '../file-format';
import { judged, type Problem } from '../raw-question';

interface Found {
  format: QuestionFileFormat;
  questions: FoundQuestion[];
  problems: Problem[];
}

export async function found(name: string, bytes: Buffer | string): Promise<Found> {
  const { format, ...raw } = await readAnyFile({ name, bytes: Buffer.from(bytes) });
  return { format, ...(await judged(raw)) };
}

/** What a right answer is, in a word: letters of options, the value, the texts. */
export function keyOf(content: QuestionContent | null): string {
  switch (content?.kind) {
    case 'single':
      return content.options.find(({ id }) => id === content.correct)?.text ?? '?';
    case 'multiple':
      return content.options
        .filter(({ id }) => content.correct.includes(id))
        .map(({ text }) => text)
        .join(' + ');
    case 'true_false':
      return content.correct ? 'Đúng' : 'Sai';
    case 'numeric':
      return String(content.value);
    case 'short_answer':
      return content.accepted.join(' | ');
    case undefined:
      return '-';
    default:
      return content?.kind ?? '';
  }
}

/** Each question in a line: its place, what is asked, the key, and what is wrong. */
export const lines = ({ questions }: Found): string[] =>
  questions.map(({ place, title, content, problems }) =>
    [place, title, keyOf(content), ...problems.map(({ code }) => code)].join(' · '),
  );
