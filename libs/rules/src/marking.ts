/** The room of marks: from responses to points, a score on the scale of ten, and passed or not. */
import type { AnswerResponse, QuestionContent, QuizSettings } from '@tap-huan/contract';
import type { FrozenPaper, FrozenSlot } from './paper';
import { standingResponse, type SlotCheck, wrongTries } from './practice';
import type { Outcome } from './question/question-type';
import { classifyResponse, gradeQuestion } from './question/registry';

/** Contents by the question version id that stands on the paper; a regrade puts other versions there. */
export type Contents = ReadonlyMap<string, QuestionContent>;
/** Responses by slot number; a slot without one is unanswered. */
export type Responses = ReadonlyMap<number, AnswerResponse | null>;

/** A paper with all that its officer did on it. */
export interface Sitting {
  paper: FrozenPaper;
  responses: Responses;
  /** 1 to 3 by slot; matters only where the quiz asks for it. */
  certainties?: ReadonlyMap<number, number | null>;
  /** Practice: what was checked, by slot, in order. */
  checks?: ReadonlyMap<number, readonly SlotCheck[]>;
}

export type MarkingSettings = Pick<QuizSettings, 'mode' | 'passPercent' | 'certainty' | 'practice'>;

/** Marks that a person gave, by slot, in hundredths of a point. */
export type HandMarks = ReadonlyMap<number, { awarded: number }>;

export interface SlotGrade {
  slot: number;
  /** Hundredths of a point that the slot is worth. */
  points: number;
  /** Hundredths of a point earned; null waits for a marker; below 0 only by certainty. */
  awarded: number | null;
  outcome: Outcome;
  /** Of the response, in ids of the content, for item analysis. */
  label: string;
}

export interface SectionGrade {
  /** Never below 0. */
  points: number;
  maximum: number;
  /** Whether the section's own minimum is reached; true where it has none. */
  reached: boolean;
}

export interface AttemptGrade {
  slots: SlotGrade[];
  sections: SectionGrade[];
  /** Slots that wait for a marker; until there are none, what follows counts them as nothing. */
  waiting: number[];
  /** Sum of the sections, hundredths of a point. */
  points: number;
  /** Sum of what could be earned, hundredths of a point. */
  maximum: number;
  /** Hundredths on the scale of ten. */
  scoreOfTen: number;
  passed: boolean;
}

/** a · b / c for whole numbers, rounded half up, without going through a fraction. */
const shareOf = (whole: number, earned: number, of: number): number =>
  Math.floor((2 * whole * earned + of) / (2 * of));

/** Score on the scale of ten in hundredths, rounded half up; 0 where nothing can be earned. */
export const scoreOfTen = (points: number, maximum: number): number =>
  maximum > 0 ? shareOf(1_000, points, maximum) : 0;

/**
 * Whether points reach a percentage, compared on whole numbers: points · 100 >= percent · maximum. The rounded score is
 * not used: 49,996 % is shown as "5" and still is not half.
 */
export const isPass = (points: number, maximum: number, percent: number): boolean =>
  maximum > 0 && points * 100 >= percent * maximum;

/** What a mark given by a person says of the answer. */
export const outcomeOfMark = (awarded: number, points: number): Outcome =>
  awarded >= points ? 'right' : awarded <= 0 ? 'wrong' : 'partly';

/** @throws Error where a question version of the paper was not given. */
export function contentOf(contents: Contents, { questionVersionId }: FrozenSlot): QuestionContent {
  const content = contents.get(questionVersionId);
  if (content === undefined) throw new Error(`question version ${questionVersionId} is missing`);
  return content;
}

/** A share of the points as two whole numbers, so that marks round exactly. */
interface Share {
  earned: number;
  of: number;
}

/** Each wrong try takes a percentage of the question's points; never below nothing. */
const afterPenalty = ({ earned, of }: Share, wrong: number, percent: number): Share => ({
  earned: Math.max(0, earned * 100 - wrong * percent * of),
  of: of * 100,
});

/** Thirds that a wrong answer costs at certainty 1, 2, 3 (Gardner-Medwin's scheme, scaled to a full mark of 1). */
const WRONG_COSTS: Record<number, number> = { 1: 0, 2: 2, 3: 6 };

/**
 * Certainty-based marking: what is right earns a third of its share for each step of certainty, a wrong answer costs
 * 0, 2 or 6 thirds, and a partly right one costs nothing. No certainty given is the lowest.
 */
function withCertainty(points: number, { earned, of }: Share, outcome: Outcome, given: number) {
  if (outcome === 'wrong') return 0 - shareOf(points, WRONG_COSTS[given] ?? 0, 3);
  return shareOf(points, earned * given, of * 3);
}

function gradeSlot(
  slot: FrozenSlot,
  sitting: Sitting,
  contents: Contents,
  settings: MarkingSettings,
): SlotGrade {
  const content = contentOf(contents, slot);
  const checks = settings.mode === 'practice' ? (sitting.checks?.get(slot.slot) ?? []) : [];
  const tries = checks.flatMap((check) => (check.kind === 'check' ? [check.response] : []));
  const grade = (response: AnswerResponse | null) =>
    gradeQuestion(content, slot.question, response);
  const isRight = (response: AnswerResponse | null) => grade(response).outcome === 'right';
  const saved = sitting.responses.get(slot.slot) ?? null;
  const response = standingResponse(saved, tries, settings.practice.tries, isRight);
  const { earned, of, outcome } = grade(response);
  const label = classifyResponse(content, slot.question, response);
  const common = { slot: slot.slot, points: slot.points, outcome, label };
  if (outcome === 'unmarked') return { ...common, awarded: null };
  const share = afterPenalty(
    { earned, of },
    wrongTries(response, tries, isRight),
    settings.practice.penaltyPercent,
  );
  const certainty = sitting.certainties?.get(slot.slot) ?? 1;
  const awarded = settings.certainty
    ? withCertainty(slot.points, share, outcome, certainty)
    : shareOf(slot.points, share.earned, share.of);
  return { ...common, awarded };
}

function gradeSections({ sections }: FrozenPaper, slots: readonly SlotGrade[]): SectionGrade[] {
  return sections.map(({ from, to, minimumPercent }) => {
    const own = slots.filter(({ slot }) => slot >= from && slot <= to);
    const points = Math.max(
      0,
      own.reduce((sum, { awarded }) => sum + (awarded ?? 0), 0),
    );
    const maximum = own.reduce((sum, slot) => sum + slot.points, 0);
    return {
      points,
      maximum,
      // Where nothing can be earned any more (all left out by a regrade), nothing is asked for.
      reached: minimumPercent === null || maximum === 0 || isPass(points, maximum, minimumPercent),
    };
  });
}

/**
 * Marks of slots -> result of the paper. A section is never below 0, and the sections add up to the paper; it is passed
 * when the pass mark and the minimum of every section are reached.
 */
export function totalGrade(
  paper: FrozenPaper,
  slots: SlotGrade[],
  passPercent: number,
): AttemptGrade {
  const sections = gradeSections(paper, slots);
  const points = sections.reduce((sum, section) => sum + section.points, 0);
  const maximum = sections.reduce((sum, section) => sum + section.maximum, 0);
  return {
    slots,
    sections,
    waiting: slots.filter(({ awarded }) => awarded === null).map(({ slot }) => slot),
    points,
    maximum,
    scoreOfTen: scoreOfTen(points, maximum),
    passed: isPass(points, maximum, passPercent) && sections.every(({ reached }) => reached),
  };
}

/**
 * Marks an attempt. Each slot is rounded half up to whole hundredths, then summed, so that the marks shown for the
 * questions add up to the mark shown for the paper.
 * @param settings with the pass mark in percent of the maximum; circular 03/2023/TT-BNV art. 6 asks for at least 50
 */
export const gradeAttempt = (
  sitting: Sitting,
  contents: Contents,
  settings: MarkingSettings,
): AttemptGrade => regradeAttempt(sitting, contents, settings, new Map());

/**
 * Marks an attempt again: contents may be other versions than those on the paper, and what a person marked keeps the
 * mark given. With the same contents and marks the result is the same.
 */
export function regradeAttempt(
  sitting: Sitting,
  contents: Contents,
  settings: MarkingSettings,
  marks: HandMarks,
): AttemptGrade {
  const slots = sitting.paper.slots.map((slot) => {
    const graded = gradeSlot(slot, sitting, contents, settings);
    const mark = marks.get(slot.slot);
    if (mark === undefined || graded.awarded !== null) return graded;
    return {
      ...graded,
      awarded: mark.awarded,
      outcome: outcomeOfMark(mark.awarded, slot.points),
    };
  });
  return totalGrade(sitting.paper, slots, settings.passPercent);
}
