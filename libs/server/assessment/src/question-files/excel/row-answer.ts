/** The room where the cells of a row become what its question asks for. */
import type { QuestionKind } from '@tap-huan/contract';
import { fold } from '@tap-huan/rules';
import { lettersOf } from '../letters';
import { type Answer, problem, refusedFor, understood } from '../raw-question';
import { type ExcelRow, kindOf, LETTERS } from './columns';
import { numberCell } from './number-cell';

type Cells = Pick<ExcelRow, 'kind' | 'options' | 'key'>;

/** Kinds that the cells can say whole; of the others they only show the stem. */
export const FROM_CELLS: ReadonlySet<QuestionKind> = new Set([
  'single',
  'multiple',
  'true_false',
  'matching',
  'ordering',
  'numeric',
  'short_answer',
  'essay',
]);

/** Options are named by the letter of their cell, so that a row that was changed keeps the others. */
export function answerOf(row: Cells): Answer {
  const named = row.kind === '' ? guessed(row) : kindOf(row.kind);
  const kind = named === 'choice' ? choiceBy(row) : named;
  switch (kind) {
    case 'single':
    case 'multiple':
      return choices(row, kind);
    case 'true_false':
      return statement(row);
    case 'numeric': {
      const cell = numberCell(row.key);
      if (row.key === '') return refusedFor(problem('key_missing'));
      return cell
        ? understood({ kind, ...cell })
        : refusedFor(problem('value_not_a_number', row.key));
    }
    case 'short_answer': {
      const accepted = partsOf(row.key, '|');
      return accepted.length === 0
        ? refusedFor(problem('key_missing'))
        : understood({ kind, accepted });
    }
    case 'matching':
      return matching(row);
    case 'ordering': {
      const items = idsOf(row).map(({ id, text }) => ({ id, text }));
      return items.length < 2
        ? refusedFor(problem('too_few_options'))
        : understood({ kind, items });
    }
    case 'essay':
      return understood({ kind });
    default:
      return refusedFor(problem('kind_not_supported', row.kind));
  }
}

const partsOf = (text: string, mark: string): string[] =>
  text
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Cells with something in them. */
const idsOf = ({ options }: Cells): { id: string; text: string }[] =>
  options.flatMap((text, index) =>
    text === '' ? [] : [{ id: (LETTERS[index] ?? '').toLowerCase(), text }],
  );

const TRUE = /^(dung|true|t|d|yes|1)$/;
const FALSE = /^(sai|false|f|s|no|0)$/;

function statement({ key }: Cells): Answer {
  const folded = fold(key);
  if (key === '') return refusedFor(problem('key_missing'));
  if (!TRUE.test(folded) && !FALSE.test(folded)) return refusedFor(problem('key_unknown', key));
  return understood({ kind: 'true_false', correct: TRUE.test(folded) });
}

/** "trái => phải" in each cell; "=> thừa 1 | thừa 2" holds what matches nothing. */
function matching(row: Cells): Answer {
  const cells = idsOf(row).map(({ id, text }) => {
    const [prompt = '', ...rest] = text.split('=>');
    return { id, prompt: prompt.trim(), answer: rest.join('=>').trim() };
  });
  const pairs = cells.filter(({ prompt }) => prompt !== '');
  const distractors = cells
    .filter(({ prompt }) => prompt === '')
    .flatMap(({ answer }) => partsOf(answer, '|'));
  const bare = pairs.find(({ answer }) => answer === '');
  if (bare) return refusedFor(problem('key_missing', bare.prompt));
  if (pairs.length < 2) return refusedFor(problem('too_few_options'));
  return understood({ kind: 'matching', pairs, distractors });
}

/** A list without a column for the kind: by its options and its key. */
function guessed(row: Cells): QuestionKind {
  const { options, key } = row;
  if (options.some((text) => text !== '')) return choiceBy(row);
  if (/^(dung|sai|true|false)$/.test(fold(key))) return 'true_false';
  if (key === '') return 'essay';
  return numberCell(key) ? 'numeric' : 'short_answer';
}

const choiceBy = (row: Cells): 'single' | 'multiple' =>
  rightIds(row, idsOf(row)).length > 1 ? 'multiple' : 'single';

/** The key as letters, as the text of the option, or as its number. */
function rightIds({ key }: Cells, shown: readonly { id: string; text: string }[]): string[] {
  const known = (ids: string[]) =>
    ids.length > 0 && ids.every((id) => shown.some((one) => one.id === id));
  const bare = key.replace(/^(?:đáp án|phương án|câu)\s*/iu, '');
  const letters = lettersOf(bare).map((letter) => letter.toLowerCase());
  if (known(letters)) return letters;
  const same = shown.filter(({ text }) => fold(text) === fold(key));
  if (same.length === 1) return same.map(({ id }) => id);
  const numbers = partsOf(bare.replace(/[;\s]+/g, ','), ',').map(
    (part) => LETTERS[Number(part) - 1]?.toLowerCase() ?? '',
  );
  return known(numbers) ? numbers : [];
}

function choices(row: Cells, kind: 'single' | 'multiple'): Answer {
  const shown = idsOf(row);
  if (shown.length < 2) return refusedFor(problem('too_few_options'));
  if (row.key === '') return refusedFor(problem('key_missing'));
  const right = rightIds(row, shown);
  if (right.length === 0 || (kind === 'single' && right.length > 1)) {
    return refusedFor(problem('key_unknown', row.key));
  }
  return understood({ kind, options: shown, correct: kind === 'single' ? right[0] : right });
}
