/** The room of a question on its way out of a bank. */
import type { QuestionContent } from '@tap-huan/contract';

export interface ExportedQuestion {
  /** Names of nested categories, the outermost first. */
  category: string[];
  /** Without a stimulus: what it says stands before the stem. */
  content: QuestionContent;
}

/** A slash inside a name, so that it does not part two names. */
const SLASH = '∕';

/** How nested categories stand in one cell. */
export const joinCategory = (category: readonly string[]): string =>
  category.map((name) => name.replaceAll('/', SLASH)).join(' / ');

/** The names in a cell of {@link joinCategory}, or of an author. */
export const splitCategory = (text: string): string[] =>
  text
    .split('/')
    .map((name) => name.trim().replaceAll(SLASH, '/'))
    .filter((name) => name !== '');
