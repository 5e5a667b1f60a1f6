/** The room where columns of results become the analysis of a quiz: the rules compute, this puts together. */
import { setImmediate as turn } from 'node:timers/promises';
import type { AnalysedItem, AnalysisBody, DrawnQuestion } from '@tap-huan/contract';
import {
  analyseScores,
  FEW_ATTEMPTS,
  quizSigns,
  type QuizStatistics,
  type SlotStatistics,
  timeSummary,
  totalsOf,
} from '@tap-huan/rules';
import { type AnalysisFacts, keysInOrder, slotOf } from './analysis-facts';
import { type AttemptTable, OUTCOMES, type PaperTable } from './attempt-table';
import { distributionOf, groupsOf, passShareOf } from './attempt-groups';
import { gather, slotsOfQuiz } from './gathered-answers';
import { questionFigures, type StoredQuestion } from './question-figures';
import { raschOf } from './rasch-figures';

/** What is stored of a view; names of units are read when it is asked for. */
export interface StoredAnalysis {
  analysis: Omit<AnalysisBody, 'units'> & {
    units: Omit<AnalysisBody['units'][number], 'unitName'>[];
  };
  versions: { versionId: string; attempts: number; analysed: boolean }[];
  jobPositions: string[];
  /** By `slotId questionId`. */
  questions: Record<string, StoredQuestion>;
}

/** The figures of the list of quizzes. */
export interface AnalysisSummary {
  attempts: number;
  /** 0..1 */
  mean: number | null;
  passShare: number | null;
  cic: number | null;
  questionsToCheck: number;
}

export const questionName = (slotId: string, questionId: string): string =>
  `${slotId} ${questionId}`;

const UNANSWERED = OUTCOMES.indexOf('unanswered');

/** Signs that ask for a look at the key or at what the question really asks. */
const TO_CHECK: ReadonlySet<string> = new Set([
  'key_may_be_wrong',
  'key_never_chosen',
  'discriminates_negatively',
  'effective_weight_negative',
  'below_guess',
  'efficiency_low',
]);

/** Number of the newest quiz version among the attempts of a table. */
function newestVersion(table: PaperTable, all: AttemptTable, facts: AnalysisFacts): number {
  const numbers = new Map(facts.quizVersions.map(({ id, number }) => [id, number]));
  return Math.max(
    0,
    ...[...table.quizVersions.keys()].map(
      (code) => numbers.get(all.quizVersionIds.texts[code] ?? '') ?? 0,
    ),
  );
}

/**
 * The papers whose statistics are shown: marks of papers with other questions, or with other points, do not add up.
 * The newest with enough attempts to speak of; where none has, the one with most.
 */
function chosenTable(all: AttemptTable, facts: AnalysisFacts): PaperTable | null {
  const tables = all.tables
    .map((table) => ({ table, newest: newestVersion(table, all, facts) }))
    .sort((a, b) => b.table.attempts - a.table.attempts || b.newest - a.newest);
  const enough = tables.filter(({ table }) => table.attempts >= FEW_ATTEMPTS);
  enough.sort((a, b) => b.newest - a.newest || b.table.attempts - a.table.attempts);
  return (enough[0] ?? tables[0])?.table ?? null;
}

/** Places of the columns in the order of the quiz; keys that it no longer has come last. */
function inQuizOrder(table: PaperTable, all: AttemptTable, facts: AnalysisFacts): number[] {
  const newest = newestVersion(table, all, facts);
  const version = facts.quizVersions.find(({ number }) => number === newest);
  const order = new Map(keysInOrder(version?.sections ?? []).map((key, place) => [key, place]));
  const placeOf = (column: number): number =>
    order.get(table.slots[column]?.key ?? '') ?? order.size + column;
  return table.slots.map((_, column) => column).sort((a, b) => placeOf(a) - placeOf(b));
}

const columnOf = (table: PaperTable, values: Int32Array, column: number): Int32Array =>
  new Int32Array(table.attempts).map((_, at) => values[at * table.slots.length + column] as number);

function itemOf(
  table: PaperTable,
  column: number,
  number: number,
  statistics: SlotStatistics,
  questions: readonly StoredQuestion[],
): AnalysedItem {
  const { slotId, drawn } = slotOf(statistics.key);
  const [question] = questions;
  const guesses = questions.map(({ guess, attempts }) => ({ guess, attempts }));
  const known = guesses.every(({ guess }) => guess !== null) && guesses.length > 0;
  const answered = guesses.reduce((sum, { attempts }) => sum + attempts, 0);
  const guess = known
    ? guesses.reduce((sum, one) => sum + (one.guess ?? 0) * one.attempts, 0) / answered
    : null;
  const outcomes = columnOf(table, table.outcomes.all(), column);
  const seconds = columnOf(table, table.seconds.all(), column);
  return {
    ...{ key: statistics.key, number, slotId, drawn },
    questionId: drawn ? null : (question?.questionId ?? null),
    title: drawn ? null : (question?.title ?? null),
    kind: drawn ? null : (question?.kind ?? null),
    maximum: statistics.maximum,
    facility: statistics.facility,
    sdShare: statistics.sdShare,
    guess,
    discriminationIndex: statistics.discriminationIndex,
    discriminativeEfficiency: statistics.discriminativeEfficiency,
    intendedWeight: statistics.intendedWeight,
    effectiveWeight: statistics.effectiveWeight,
    unanswered: outcomes.reduce((sum, outcome) => sum + (outcome === UNANSWERED ? 1 : 0), 0),
    time: timeSummary(seconds.filter((value) => value > 0)),
    // what a draw brings is said of the questions
    signs: drawn ? [] : (question?.signs ?? []),
  };
}

const drawnOf = (question: StoredQuestion): DrawnQuestion => {
  const { slotId, questionId, title, kind, attempts, maximum, facility, sdShare, guess } = question;
  const { discriminationIndex, discriminativeEfficiency, signs } = question;
  return {
    ...{ slotId, questionId, title, kind, attempts, maximum, facility, sdShare, guess },
    ...{ discriminationIndex, discriminativeEfficiency, signs },
  };
};

interface Items {
  items: AnalysedItem[];
  drawn: DrawnQuestion[];
  questions: Record<string, StoredQuestion>;
}

/** Figures of all slots and their questions, resting between them: others want the process too. */
async function itemsOf(
  table: PaperTable,
  all: AttemptTable,
  facts: AnalysisFacts,
  statistics: QuizStatistics,
  totals: Float64Array,
): Promise<Items> {
  const found: Items = { items: [], drawn: [], questions: {} };
  const groups = slotsOfQuiz(table);
  const numbers = new Map(inQuizOrder(table, all, facts).map((column, at) => [column, at + 1]));
  for (const columns of groups.values()) {
    await turn();
    const gathered = gather(table, totals, columns, all.questionVersions.texts, facts);
    const alone = columns.length === 1 && gathered.length === 1 && !gathered[0]?.drawn;
    const [column] = columns as [number];
    const questions = gathered
      .map((one) =>
        questionFigures(
          one,
          one.drawn ? null : (numbers.get(column) ?? null),
          alone ? (statistics.slots[column] ?? null) : null,
        ),
      )
      .filter((figures) => figures !== null)
      .sort((a, b) => b.attempts - a.attempts || (a.questionId < b.questionId ? -1 : 1));
    for (const question of questions) {
      found.questions[questionName(question.slotId, question.questionId)] = question;
    }
    if (gathered[0]?.drawn) found.drawn.push(...questions.map(drawnOf));
    for (const at of columns) {
      const slot = statistics.slots[at] as SlotStatistics;
      found.items.push(itemOf(table, at, numbers.get(at) ?? 0, slot, questions));
    }
  }
  found.items.sort((a, b) => a.number - b.number);
  return found;
}

const EMPTY_TABLE = { slots: [], marks: new Int32Array(0), attempts: 0 };

/** The analysis of what the table holds. */
export async function computeAnalysis(
  all: AttemptTable,
  facts: AnalysisFacts,
): Promise<{ stored: StoredAnalysis; summary: AnalysisSummary; raschSeconds: number }> {
  const table = chosenTable(all, facts);
  const scores = table
    ? {
        slots: table.slots.map(({ key, maximum }) => ({
          ...{ key, maximum, guess: null },
          drawn: slotOf(key).drawn,
        })),
        marks: table.marks.all(),
        attempts: table.attempts,
      }
    : EMPTY_TABLE;
  const { slots: _slots, ...statistics } = analyseScores(scores);
  const full = { ...statistics, slots: _slots };
  const none: Items = { items: [], drawn: [], questions: {} };
  const { items, drawn, questions } = table
    ? await itemsOf(table, all, facts, full, totalsOf(scores))
    : none;
  await turn();
  const began = performance.now();
  const rasch = table ? raschOf(table, facts, all.questionVersions.texts) : null;
  const raschSeconds = (performance.now() - began) / 1_000;
  await turn();
  const { units, audiences } = groupsOf(all);
  const passShare = passShareOf(all);
  const analysis: StoredAnalysis['analysis'] = {
    ...{ attempts: all.attempts, waiting: all.waiting, passShare, statistics },
    passScore: (facts.quizVersions[0]?.passPercent ?? 50) * 10,
    signs: quizSigns(full).map(({ code, params }) => ({ code, params: { ...params } })),
    distribution: distributionOf(all),
    ...{ items, drawn, units, audiences, rasch },
  };
  const { mean, maximum, cic } = statistics;
  const toCheck = [...items, ...drawn].filter(({ signs }) =>
    signs.some(({ code }) => TO_CHECK.has(code)),
  );
  return {
    stored: {
      analysis,
      versions: versionsOf(all, table),
      jobPositions: audiences.flatMap(({ jobPosition }) => jobPosition ?? []),
      questions,
    },
    summary: {
      ...{ attempts: all.attempts, passShare, cic },
      mean: mean !== null && maximum > 0 ? mean / maximum : null,
      questionsToCheck: toCheck.length,
    },
    raschSeconds,
  };
}

function versionsOf(all: AttemptTable, table: PaperTable | null): StoredAnalysis['versions'] {
  const counts = new Map<number, number>();
  for (const code of all.quizVersions.all()) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, attempts]) => ({
    versionId: all.quizVersionIds.texts[code] ?? '',
    attempts,
    analysed: table?.quizVersions.has(code) ?? false,
  }));
}
