/** The room where one question of a quiz is looked at: how it was answered, version by version, and what stands out. */
import type { AnalysedItemSign, AnalysedVersion, QuestionAnalysis } from '@tap-huan/contract';
import {
  analyseScores,
  type DistractorTable,
  distractorTable,
  guessScore,
  type ItemSign,
  itemSigns,
  type SlotStatistics,
  timeSummary,
} from '@tap-huan/rules';
import type { QuestionVersionFacts } from './analysis-facts';
import { answerWords, countsAnswers, keyLabel, offeredLabels } from './answer-words';
import { OUTCOMES } from './attempt-table';
import type { Gathered } from './gathered-answers';

/** What is stored of a question; the rest is read when it is asked for. */
export type StoredQuestion = Omit<
  QuestionAnalysis,
  'quizId' | 'quizTitle' | 'computedAt' | 'bankId' | 'stem' | 'mayEdit'
>;

/** Answers that are listed for each version; open questions have thousands. */
const MOST_ANSWERS = 40;
const RIGHT = OUTCOMES.indexOf('right');

/** Signs of how the answers were chosen: they belong to a version. */
const OF_ANSWERS: ReadonlySet<ItemSign['code']> = new Set([
  'key_may_be_wrong',
  'key_never_chosen',
  'distractor_unused',
]);

interface VersionFigures {
  version: AnalysedVersion;
  table: DistractorTable | null;
  key: string | null;
  facts: QuestionVersionFacts;
  marker: QuestionVersionFacts;
  restMaximum: number;
}

/** Statistics of a question against the rest of the quiz, or against the whole where it is drawn. */
export function questionStatistics(gathered: Gathered, guess: number | null): SlotStatistics {
  const { x, totals, maximum, quizMaximum, drawn } = gathered;
  const [marks, sums] = [x.all(), totals.all()];
  const table = new Int32Array(2 * marks.length);
  marks.forEach((mark, attempt) => {
    table[2 * attempt] = mark;
    table[2 * attempt + 1] = (sums[attempt] as number) - mark;
  });
  const rest = { key: 'rest', maximum: quizMaximum - maximum, drawn: false, guess: null };
  const slots = [{ key: gathered.key, maximum, drawn, guess }, rest];
  const [own] = analyseScores({ slots, marks: table, attempts: marks.length }).slots;
  return own as SlotStatistics;
}

/** How often each answer earned full marks. */
function rightAnswers(labels: readonly string[], outcomes: readonly number[]): Map<string, number> {
  const right = new Map<string, number>();
  outcomes.forEach((outcome, at) => {
    const label = labels[at] as string;
    if (outcome === RIGHT) right.set(label, (right.get(label) ?? 0) + 1);
  });
  return right;
}

function versionFigures(
  gathered: Gathered,
  facts: QuestionVersionFacts,
  marker: QuestionVersionFacts,
  at: readonly number[],
): VersionFigures {
  const { x, totals, outcomes, labels, maximum, quizMaximum } = gathered;
  const [marks, sums, results] = [x.all(), totals.all(), outcomes.all()];
  const given = at.map((row) => labels[row] as string);
  const rests = Float64Array.from(at, (row) => (sums[row] as number) - (marks[row] as number));
  const table = countsAnswers(facts.content)
    ? distractorTable(given, rests, offeredLabels(marker.content))
    : null;
  const key = keyLabel(marker.content);
  const right = rightAnswers(
    given,
    at.map((row) => results[row] as number),
  );
  const listed = table?.rows.slice(0, MOST_ANSWERS) ?? [];
  const rest = table?.rows.slice(MOST_ANSWERS) ?? [];
  const earned = at.reduce((sum, row) => sum + (marks[row] as number), 0);
  const version: AnalysedVersion = {
    versionId: facts.id,
    number: facts.number,
    markedByNumber: marker.number,
    attempts: at.length,
    facility: at.length > 0 && maximum > 0 ? earned / at.length / maximum : null,
    restMaximum: quizMaximum - maximum,
    upperSize: table?.upperSize ?? 0,
    lowerSize: table?.lowerSize ?? 0,
    answers: table
      ? listed.map(({ label, count, share, mean, discrimination, upper, lower }) => ({
          label,
          ...answerWords(facts.content, label),
          right: label === key || (right.get(label) ?? 0) > count / 2,
          ...{ count, share, mean, discrimination, upper, lower },
        }))
      : null,
    others: { labels: rest.length, count: rest.reduce((sum, row) => sum + row.count, 0) },
    signs: [],
  };
  return { version, table, key, facts, marker, restMaximum: quizMaximum - maximum };
}

/** The signs of the rules, with the answers that they speak of in words of the question. */
function worded(
  signs: readonly ItemSign[],
  figures: VersionFigures | undefined,
): AnalysedItemSign[] {
  return signs.map((sign) => {
    const params: AnalysedItemSign['params'] = { ...sign.params };
    if (figures === undefined) return { code: sign.code, params };
    const { content } = figures.facts;
    if ('label' in sign.params) Object.assign(params, answerWords(content, sign.params.label));
    if ('key' in sign.params) {
      const { letter, text } = answerWords(content, sign.params.key);
      Object.assign(params, { keyLetter: letter, keyText: text });
    }
    if (sign.code === 'key_may_be_wrong') params['restMaximum'] = figures.restMaximum;
    return { code: sign.code, params };
  });
}

/** Rows of each version, newest version first. */
function byVersion(
  gathered: Gathered,
): { facts: QuestionVersionFacts; marker: QuestionVersionFacts; at: number[] }[] {
  const rows = new Map<number, number[]>();
  gathered.versions.all().forEach((version, row) => {
    const at = rows.get(version);
    if (at) at.push(row);
    else rows.set(version, [row]);
  });
  return [...rows]
    .flatMap(([version, at]) => {
      const facts = gathered.factsOf(version);
      return facts ? [{ facts, marker: gathered.markerOf(version, at.length) ?? facts, at }] : [];
    })
    .sort((a, b) => b.facts.number - a.facts.number);
}

/**
 * Everything about one question at one slot of the quiz.
 * @param statistics of its slot, where the slot has this question alone; otherwise they are computed here
 */
export function questionFigures(
  gathered: Gathered,
  number: number | null,
  statistics: SlotStatistics | null,
): StoredQuestion | null {
  const versions = byVersion(gathered).map(({ facts, marker, at }) =>
    versionFigures(gathered, facts, marker, at),
  );
  const [newest] = versions;
  if (newest === undefined) return null;
  const guess = guessScore(newest.marker.content);
  const own = statistics ? { ...statistics, guess } : questionStatistics(gathered, guess);
  const attempts = gathered.x.length;
  for (const figures of versions) {
    const { table, key, version } = figures;
    const signs = itemSigns(own, table, version.attempts, key);
    version.signs = worded(
      signs.filter(({ code }) => OF_ANSWERS.has(code)),
      figures,
    );
  }
  const signs = itemSigns(own, newest.table, attempts, newest.key).filter(
    // said once, of the whole quiz
    ({ code }) => gathered.drawn || code !== 'few_attempts',
  );
  return {
    slotId: gathered.slotId,
    number,
    questionId: newest.facts.questionId,
    title: newest.facts.title,
    kind: newest.facts.content.kind,
    attempts,
    maximum: gathered.maximum,
    facility: own.facility,
    sdShare: own.sdShare,
    guess: own.guess,
    discriminationIndex: own.discriminationIndex,
    discriminativeEfficiency: own.discriminativeEfficiency,
    intendedWeight: statistics?.intendedWeight ?? null,
    effectiveWeight: statistics?.effectiveWeight ?? null,
    time: timeSummary(gathered.seconds.all().filter((seconds) => seconds > 0)),
    signs: worded(signs, newest),
    versions: versions.map(({ version }) => version),
  };
}
