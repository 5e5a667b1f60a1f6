/** The room where all answers to one question are gathered, from the one column of its slot or from those of a draw. */
import type { AnalysisFacts, QuestionVersionFacts } from './analysis-facts';
import { slotOf } from './analysis-facts';
import type { PaperTable } from './attempt-table';
import { Growing } from './growing';

/** Answers to one question at one slot of the quiz, in the order of the attempts. */
export interface Gathered {
  /** Of the slot, or the slot's id where the question was drawn. */
  key: string;
  slotId: string;
  drawn: boolean;
  /** Hundredths of a point. */
  maximum: number;
  quizMaximum: number;
  x: Growing;
  totals: Growing;
  seconds: Growing;
  outcomes: Growing;
  versions: Growing;
  labels: string[];
  /** Facts of a version by its code; undefined where the version is gone. */
  factsOf(version: number): QuestionVersionFacts | undefined;
  /** The version whose key marked most of the `count` answers to a version; undefined for its own. */
  markerOf(version: number, count: number): QuestionVersionFacts | undefined;
}

/** Columns that belong to one slot of the quiz: one, or as many as are drawn. */
export function slotsOfQuiz(table: PaperTable): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  table.slots.forEach(({ key }, column) => {
    const { slotId, drawn } = slotOf(key);
    const name = drawn ? `${slotId}#` : slotId;
    groups.set(name, [...(groups.get(name) ?? []), column]);
  });
  return groups;
}

/** The marker of most answers, of those in the given columns. */
function markers(table: PaperTable, columns: readonly number[]) {
  return (version: number, count: number): number => {
    let own = count;
    const others = new Map<number, number>();
    for (const { slot, paper, by, count: often } of table.markedBy.values()) {
      if (paper !== version || !columns.includes(slot)) continue;
      own -= often;
      others.set(by, (others.get(by) ?? 0) + often);
    }
    const [most] = [...others].sort(([, a], [, b]) => b - a);
    return most !== undefined && most[1] > own ? most[0] : version;
  };
}

/** The answers at one slot of the quiz, question by question. */
export function gather(
  table: PaperTable,
  totals: Float64Array,
  columns: readonly number[],
  versionIds: readonly string[],
  facts: AnalysisFacts,
): Gathered[] {
  const width = table.slots.length;
  const quizMaximum = table.slots.reduce((sum, slot) => sum + slot.maximum, 0);
  const first = table.slots[columns[0] ?? 0];
  const { slotId, drawn } = slotOf(first?.key ?? '');
  const factsOf = (version: number) => facts.questionVersions.get(versionIds[version] ?? '');
  const marker = markers(table, columns);
  const fresh = (): Gathered => ({
    ...{ key: drawn ? slotId : (first?.key ?? ''), slotId, drawn, quizMaximum },
    maximum: first?.maximum ?? 0,
    ...{ x: new Growing(), totals: new Growing(), seconds: new Growing() },
    ...{ outcomes: new Growing(), versions: new Growing(), labels: [] },
    factsOf,
    markerOf: (version, count) => factsOf(marker(version, count)),
  });
  const [marks, outcomes, seconds, answers, versions] = [
    table.marks.all(),
    table.outcomes.all(),
    table.seconds.all(),
    table.answers.all(),
    table.versions.all(),
  ];
  const byQuestion = new Map<string, Gathered>();
  const byVersion = new Map<number, Gathered>();
  const gatheredOf = (version: number): Gathered => {
    const questionId = factsOf(version)?.questionId ?? '';
    const known = byQuestion.get(questionId) ?? fresh();
    byQuestion.set(questionId, known);
    byVersion.set(version, known);
    return known;
  };
  for (const column of columns) {
    const texts = table.slots[column]?.answers.texts ?? [];
    for (let attempt = 0, at = column; attempt < table.attempts; attempt += 1, at += width) {
      const version = versions[at] as number;
      const into = byVersion.get(version) ?? gatheredOf(version);
      into.x.push(marks[at] as number);
      into.totals.push(totals[attempt] as number);
      into.seconds.push(seconds[at] as number);
      into.outcomes.push(outcomes[at] as number);
      into.versions.push(version);
      into.labels.push(texts[answers[at] as number] as string);
    }
  }
  return [...byQuestion.values()];
}
