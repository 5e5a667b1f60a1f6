/** The room where a row of a workbook becomes a question: by its cells, and by what its last cells remember of it. */
import {
  DIFFICULTIES,
  questionContent,
  type QuestionContent,
  type QuestionKind,
} from '@tap-huan/contract';
import { fold } from '@tap-huan/rules';
import { splitCategory } from '../exported-question';
import { isPlain, paragraphs, problem, type Problem, type RawQuestion } from '../raw-question';
import { DIFFICULTY_NAMES, type ExcelRow, kindOf, LETTERS } from './columns';
import { answerOf, FROM_CELLS } from './row-answer';
import { visibleRow, type VisibleRow } from './visible-row';

type Content = Record<string, unknown>;

export function rowQuestion(row: ExcelRow, place: string): RawQuestion {
  const common = { place, title: row.stem.slice(0, 600), category: splitCategory(row.category) };
  const kept = remembered(row);
  if (row.stem === '' && !kept) {
    return { ...common, kind: null, content: null, problems: [problem('no_stem')] };
  }
  return { ...common, ...(kept ? changed(row, kept) : written(row)) };
}

type Reading = Pick<RawQuestion, 'kind' | 'content' | 'problems'>;

/** A row that says everything in its cells. */
function written(row: ExcelRow): Reading {
  const { content, problems } = answerOf(row);
  return {
    kind: content && (content['kind'] as QuestionKind),
    content: content && { ...sharedOf(row), ...content },
    problems,
  };
}

/** The question that the last cells hold; null where they hold none. */
function remembered({ full }: ExcelRow): QuestionContent | null {
  if (full === '') return null;
  try {
    return { ...questionContent.parse(JSON.parse(full)), stimulusId: null };
  } catch {
    return null;
  }
}

const linesOf = (text: string): string[] =>
  text
    .split(/\n|;/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Several by lines or semicolons; by commas where there are neither. */
const tagsOf = (text: string): string[] =>
  /[;\n]/.test(text) ? linesOf(text) : linesOf(text.replaceAll(',', ';'));

/** "Dễ", "1" or "Nhận biết" -> recall; unknown words count as the middle. */
function difficultyOf(cell: string): (typeof DIFFICULTIES)[number] {
  const name = fold(cell);
  const own = DIFFICULTIES.find((one) => fold(DIFFICULTY_NAMES[one]) === name || one === name);
  if (own) return own;
  if (/^(1|de|nho|nhan|nb|easy|recall)/.test(name)) return 'recall';
  return /^(3|4|kho|van dung|vd|hard|apply)/.test(name) ? 'apply' : 'understand';
}

const sharedOf = (row: ExcelRow) => ({
  stem: paragraphs(row.stem),
  feedback: paragraphs(row.feedback),
  legalBasis: linesOf(row.legalBasis),
  difficulty: difficultyOf(row.difficulty),
  tags: tagsOf(row.tags),
});

const same = (one: string, other: string): boolean =>
  one.normalize('NFC').trim() === other.normalize('NFC').trim();

/** What of the visible cells the author has changed since the workbook was written. */
function changesOf(row: ExcelRow, shown: VisibleRow): Set<keyof VisibleRow> {
  const keys = Object.keys(shown) as (keyof VisibleRow)[];
  const isSame = (key: keyof VisibleRow): boolean => {
    if (key !== 'options') return same(row[key], shown[key]);
    const length = Math.max(row.options.length, shown.options.length);
    return Array.from({ length }, (_, place) => place).every((place) =>
      same(row.options[place] ?? '', shown.options[place] ?? ''),
    );
  };
  return new Set(keys.filter((key) => !isSame(key)));
}

/** The question as it is remembered, with what the author has changed in the cells; the rest keeps its details. */
function changed(row: ExcelRow, kept: QuestionContent): Reading {
  const shown = visibleRow({ category: [], content: kept });
  const changes = changesOf(row, { ...shown, category: row.category });
  const texts = sharedOf(row);
  const content: Content = { ...kept };
  const problems: Problem[] = [];
  for (const key of ['stem', 'feedback', 'legalBasis', 'difficulty', 'tags'] as const) {
    if (!changes.has(key)) continue;
    content[key] = texts[key];
    const isFormatted = (key === 'stem' || key === 'feedback') && !isPlain(kept[key]);
    if (isFormatted) problems.push(problem('part_left_out', shown[key]));
  }
  if (row.stem === '') return { kind: null, content: null, problems: [problem('no_stem')] };
  const isAnswerChanged = changes.has('kind') || changes.has('options') || changes.has('key');
  const isInCells = FROM_CELLS.has(kept.kind) || kindOf(row.kind) !== kept.kind;
  if (!isAnswerChanged || !isInCells) return { kind: kept.kind, content, problems };
  const answer = answerOf(row);
  if (answer.content === null) return { kind: null, content: null, problems: answer.problems };
  const kind = answer.content['kind'] as QuestionKind;
  const own = kind === kept.kind ? grafted(answer.content, kept) : answer.content;
  return { kind, content: { ...sharedPart(content), ...own }, problems };
}

const SHARED = [
  ...['stem', 'feedback', 'hints', 'legalBasis', 'asOf', 'reviewOn', 'era', 'difficulty', 'tags'],
  'stimulusId',
];
const sharedPart = (content: Content): Content =>
  Object.fromEntries(SHARED.map((key) => [key, content[key]]));

interface Part {
  id: string;
  [detail: string]: unknown;
}

/** Parts by the letter of their cell, under the ids and with the details of those that stood there before. */
function graftedParts(given: readonly Part[], before: readonly Part[]): Map<string, Part> {
  const ids = new Set(before.map(({ id }) => id));
  const parts = new Map<string, Part>();
  for (const part of given) {
    const old = before[LETTERS.indexOf(part.id.toUpperCase())];
    let { id } = old ?? part;
    while (!old && ids.has(id)) id = `${id}x`;
    ids.add(id);
    parts.set(part.id, { ...old, ...part, id });
  }
  return parts;
}

/** The answer of a changed row with what its cells cannot say: feedback of options, how it is judged. */
function grafted(answer: Content, kept: QuestionContent): Content {
  const own = Object.fromEntries(Object.entries(kept).filter(([key]) => !SHARED.includes(key)));
  switch (kept.kind) {
    case 'single':
    case 'multiple': {
      const parts = graftedParts(answer['options'] as Part[], kept.options);
      const idOf = (id: string) => parts.get(id)?.id ?? id;
      const { correct } = answer;
      const right = Array.isArray(correct) ? correct.map(idOf) : idOf(String(correct));
      const options = [...parts.values()];
      return { ...own, options, correct: right, ...scoringOf(kept, right) };
    }
    case 'matching':
      return {
        ...own,
        ...answer,
        pairs: [...graftedParts(answer['pairs'] as Part[], kept.pairs).values()],
      };
    case 'ordering':
      return { ...own, items: [...graftedParts(answer['items'] as Part[], kept.items).values()] };
    default:
      return { ...own, ...answer };
  }
}

/** Weights say which options are right; with another key they would contradict it. */
function scoringOf(kept: QuestionContent, right: unknown): Content {
  if (kept.kind !== 'multiple' || kept.scoring !== 'weights') return {};
  const ids = (list: unknown) => JSON.stringify([...(list as string[])].sort());
  return ids(right) === ids(kept.correct) ? {} : { scoring: 'partial' };
}
