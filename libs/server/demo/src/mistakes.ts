/** The room of plausible wrong answers, one way to be wrong for each kind of question. */
import type {
  AnswerResponse,
  PaperOf,
  PaperQuestion,
  QuestionKind,
  ResponseOf,
} from '@tap-huan/contract';
import { type Random, shuffle } from '@tap-huan/rules';

type Mistake<K extends QuestionKind> = (
  key: ResponseOf<K>,
  paper: PaperOf<K>,
  random: Random,
) => ResponseOf<K> | null;

/** Each name gets the value of the next one. */
function turned(values: Readonly<Record<string, string>>): Record<string, string> {
  const all = Object.values(values);
  const names = Object.keys(values);
  return Object.fromEntries(names.map((name, at) => [name, all[(at + 1) % all.length] ?? '']));
}

/** "120" -> "121", "83,9" -> "84,9". */
const otherNumber = (text: string): string =>
  text.replace(/\d+/, (digits) => String(Number(digits) + 1));

const blanks: Mistake<'fill_blanks'> = (key, paper, random) => {
  if (paper.mode === 'bank') return { ...key, blanks: turned(key.blanks) };
  const wrong = paper.segments.flatMap((segment): [string, string][] => {
    if (!('blank' in segment)) return [];
    const others = segment.choices.filter(({ id }) => id !== key.blanks[segment.blank]);
    return [[segment.blank, shuffle(others, random)[0]?.id ?? 'không rõ']];
  });
  return { ...key, blanks: Object.fromEntries(wrong) };
};

const MISTAKES: { readonly [K in QuestionKind]: Mistake<K> } = {
  single: (key, { options }, random) => {
    const others = options.filter(({ id }) => id !== key.choice);
    return { ...key, choice: shuffle(others, random)[0]?.id ?? null };
  },
  true_false: (key) => ({ ...key, choice: !key.choice }),
  multiple: (key) => ({ ...key, choices: key.choices.slice(0, 1) }),
  matching: (key) => ({ ...key, matches: turned(key.matches) }),
  ordering: (key) => ({ ...key, order: [...key.order].reverse() }),
  numeric: (key) => ({ ...key, text: otherNumber(key.text) }),
  short_answer: (key) => ({ ...key, text: 'không nhớ rõ' }),
  fill_blanks: blanks,
  categorise: (key) => ({ ...key, placements: turned(key.placements) }),
  hotspot: (key, { areas }, random) => {
    const right = key.marks.flatMap((mark) => ('area' in mark ? [mark.area] : []));
    const others = areas.filter(({ id }) => !right.includes(id));
    return {
      ...key,
      marks: shuffle(others, random)
        .slice(0, key.marks.length)
        .map(({ id }) => ({ area: id })),
    };
  },
  calculated: (key) => ({ ...key, text: otherNumber(key.text) }),
  essay: () => null,
  file_upload: () => null,
};

/** A plausible wrong answer to the question whose right answer is given; none where a person judges. */
export function mistaken(
  key: AnswerResponse | null,
  paper: PaperQuestion,
  random: Random,
): AnswerResponse | null {
  if (key === null) return null;
  const wrong = MISTAKES[key.kind] as Mistake<QuestionKind>;
  return wrong(key, paper, random);
}
