/** The room of signs: what statistics say about a question or a quiz, as codes; the sentences are on screen. */
import { UNANSWERED } from '../question/question-type';
import type { DistractorRow, DistractorTable } from './distractors';
import type { QuizStatistics, SlotStatistics } from './scores';
import {
  CIC_SATISFACTORY_ABOVE,
  CIC_UNSATISFACTORY_BELOW,
  DISCRIMINATION_WEAK_BELOW,
  DISTRACTOR_UNUSED_BELOW,
  EFFICIENCY_LOW_BELOW,
  FEW_ATTEMPTS,
  GUESS_HIGH_ABOVE,
  GUESS_MARGIN,
  KEY_RIVAL_COUNT_FROM,
  KEY_RIVAL_ERRORS_FROM,
  KEY_RIVAL_SHARE_FROM,
  KURTOSIS_AIM,
  MEAN_AIM,
  SKEWNESS_AIM,
  SPREAD_AIM,
  TOO_EASY_FROM,
  TOO_HARD_TO,
} from './thresholds';

interface Sign<Code extends string, Params extends object> {
  code: Code;
  params: Params;
}

/** Fewer attempts than `least`: every other sign is to be read with care. */
type FewAttempts = Sign<'few_attempts', { attempts: number; least: number }>;

/** Units: facility, guess and shares 0..1; discrimination and efficiency as in the statistics; means in hundredths. */
export type ItemSign =
  | FewAttempts
  /** Those who answered `label` did clearly better than those who gave the key (`keyMean` null where nobody did). */
  | Sign<
      'key_may_be_wrong',
      { label: string; key: string; share: number; mean: number; keyMean: number | null }
    >
  | Sign<'key_never_chosen', { key: string }>
  | Sign<'discriminates_negatively', { discrimination: number }>
  | Sign<'effective_weight_negative', { intendedWeight: number }>
  | Sign<'same_mark_for_all', { facility: number }>
  | Sign<'too_easy', { facility: number }>
  | Sign<'too_hard', { facility: number }>
  /** Answers are right less often than guesses would be: a misleading question, or a wrong key. */
  | Sign<'below_guess', { facility: number; guess: number }>
  | Sign<'guessing_likely', { facility: number; guess: number }>
  | Sign<'guess_high', { guess: number }>
  | Sign<'discriminates_weakly', { discrimination: number }>
  | Sign<'efficiency_low', { efficiency: number }>
  | Sign<'distractor_unused', { label: string; share: number }>;

/** Units: mean and spread as shares of the maximum; consistency in %. */
export type QuizSign =
  | FewAttempts
  | Sign<'mean_low' | 'mean_high', { mean: number }>
  | Sign<'spread_low' | 'spread_high', { spread: number }>
  | Sign<'skewness_low' | 'skewness_high', { skewness: number }>
  | Sign<'kurtosis_low' | 'kurtosis_high', { kurtosis: number }>
  | Sign<'cic_satisfactory' | 'cic_unsatisfactory', { cic: number }>;

const fewAttempts = (attempts: number): FewAttempts[] =>
  attempts < FEW_ATTEMPTS
    ? [{ code: 'few_attempts', params: { attempts, least: FEW_ATTEMPTS } }]
    : [];

/** Welch's t of two groups of marks; infinite where both are without spread and differ. */
function errorsApart(one: DistractorRow, other: DistractorRow): number {
  const distance = (one.mean ?? 0) - (other.mean ?? 0);
  const error = Math.sqrt(
    (one.sd ?? 0) ** 2 / Math.max(one.count, 1) + (other.sd ?? 0) ** 2 / Math.max(other.count, 1),
  );
  return distance === 0 ? 0 : distance / error;
}

/** t of a point-biserial correlation (0..100) over this many attempts. */
const errorsAbove = (discrimination: number, attempts: number): number => {
  const r = discrimination / 100;
  return (r * Math.sqrt(attempts - 2)) / Math.sqrt(Math.max(1 - r * r, 0));
};

/**
 * Whether an answer is a rival of the key: enough gave it, it goes with good marks, and those who gave it are clearly
 * better than those who gave the key, or than all others where too few gave the key to compare with.
 */
function isRival(row: DistractorRow, key: DistractorRow | undefined, attempts: number): boolean {
  if (row.label === UNANSWERED || row.label === key?.label) return false;
  if (row.count < KEY_RIVAL_COUNT_FROM || row.share < KEY_RIVAL_SHARE_FROM) return false;
  if (row.discrimination === null || row.discrimination <= 0) return false;
  const errors =
    key !== undefined && key.count >= KEY_RIVAL_COUNT_FROM
      ? errorsApart(row, key)
      : errorsAbove(row.discrimination, attempts);
  return errors >= KEY_RIVAL_ERRORS_FROM;
}

function keySigns({ rows, attempts }: DistractorTable, keyLabel: string): ItemSign[] {
  const key = rows.find(({ label }) => label === keyLabel);
  const signs: ItemSign[] = [];
  const [rival] = rows
    .filter((row) => row.label !== keyLabel && isRival(row, key, attempts))
    .sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0));
  if (rival !== undefined) {
    const { label, share, mean } = rival;
    signs.push({
      code: 'key_may_be_wrong',
      params: { label, key: keyLabel, share, mean: mean ?? 0, keyMean: key?.mean ?? null },
    });
  }
  if (attempts > 0 && (key?.count ?? 0) === 0) {
    signs.push({ code: 'key_never_chosen', params: { key: keyLabel } });
  }
  return signs;
}

/** Says nothing below `FEW_ATTEMPTS`: of ten officers, nobody may have chosen a good distractor. */
const unusedSigns = ({ rows, attempts }: DistractorTable, keyLabel: string | null): ItemSign[] =>
  attempts < FEW_ATTEMPTS
    ? []
    : rows
        .filter(({ offered, label }) => offered && label !== keyLabel)
        .filter(({ share }) => share < DISTRACTOR_UNUSED_BELOW)
        .map(({ label, share }) => ({ code: 'distractor_unused', params: { label, share } }));

function facilitySigns({ facility, guess, sd }: SlotStatistics): ItemSign[] {
  const signs: ItemSign[] = [];
  if (facility !== null) {
    if (sd === 0) signs.push({ code: 'same_mark_for_all', params: { facility } });
    if (facility >= TOO_EASY_FROM) signs.push({ code: 'too_easy', params: { facility } });
    if (facility <= TOO_HARD_TO) signs.push({ code: 'too_hard', params: { facility } });
    if (guess !== null && guess > 0) {
      const above = facility - guess;
      if (above < -GUESS_MARGIN) signs.push({ code: 'below_guess', params: { facility, guess } });
      else if (above <= GUESS_MARGIN) {
        signs.push({ code: 'guessing_likely', params: { facility, guess } });
      }
    }
  }
  if (guess !== null && guess > GUESS_HIGH_ABOVE) {
    signs.push({ code: 'guess_high', params: { guess } });
  }
  return signs;
}

function discriminationSigns(slot: SlotStatistics): ItemSign[] {
  const { discriminationIndex: discrimination, discriminativeEfficiency: efficiency } = slot;
  const signs: ItemSign[] = [];
  if (slot.negativeCovariance) {
    const { intendedWeight } = slot;
    signs.push({
      code: 'effective_weight_negative',
      params: { intendedWeight: intendedWeight ?? 0 },
    });
  }
  if (discrimination !== null && discrimination < 0) {
    signs.push({ code: 'discriminates_negatively', params: { discrimination } });
  } else if (discrimination !== null && discrimination < DISCRIMINATION_WEAK_BELOW) {
    signs.push({ code: 'discriminates_weakly', params: { discrimination } });
  }
  if (efficiency !== null && efficiency < EFFICIENCY_LOW_BELOW) {
    signs.push({ code: 'efficiency_low', params: { efficiency } });
  }
  return signs;
}

/**
 * What an author should look at in a question, in this order: how far the numbers can be trusted, the key,
 * discrimination, difficulty, distractors. No sign is a verdict: each is a reason to read the question again.
 * @param distractors null where answers have no labels worth counting
 * @param attempts at this question
 * @param keyLabel label of the right answer; null where there is not exactly one
 */
export function itemSigns(
  slot: SlotStatistics,
  distractors: DistractorTable | null,
  attempts: number,
  keyLabel: string | null,
): ItemSign[] {
  return [
    ...fewAttempts(attempts),
    ...(distractors !== null && keyLabel !== null ? keySigns(distractors, keyLabel) : []),
    ...discriminationSigns(slot),
    ...facilitySigns(slot),
    ...(distractors === null ? [] : unusedSigns(distractors, keyLabel)),
  ];
}

/** 'low' or 'high' where a value lies outside its aim; null within it, bounds included. */
const outside = (value: number, aim: { from: number; to: number }): 'low' | 'high' | null => {
  if (value < aim.from) return 'low';
  return value > aim.to ? 'high' : null;
};

/** What an author should know about a quiz as a whole; nothing is said about a statistic that is null. */
export function quizSigns(quiz: QuizStatistics): QuizSign[] {
  const { attempts, maximum, mean, sd, skewness, kurtosis, cic } = quiz;
  const signs: QuizSign[] = fewAttempts(attempts);
  if (mean !== null && maximum > 0) {
    const side = outside(mean / maximum, MEAN_AIM);
    if (side !== null) signs.push({ code: `mean_${side}`, params: { mean: mean / maximum } });
  }
  if (sd !== null && maximum > 0) {
    const side = outside(sd / maximum, SPREAD_AIM);
    if (side !== null) signs.push({ code: `spread_${side}`, params: { spread: sd / maximum } });
  }
  if (skewness !== null) {
    const side = outside(skewness, SKEWNESS_AIM);
    if (side !== null) signs.push({ code: `skewness_${side}`, params: { skewness } });
  }
  if (kurtosis !== null) {
    const side = outside(kurtosis, KURTOSIS_AIM);
    if (side !== null) signs.push({ code: `kurtosis_${side}`, params: { kurtosis } });
  }
  if (cic !== null && cic > CIC_SATISFACTORY_ABOVE) {
    signs.push({ code: 'cic_satisfactory', params: { cic } });
  } else if (cic !== null && cic < CIC_UNSATISFACTORY_BELOW) {
    signs.push({ code: 'cic_unsatisfactory', params: { cic } });
  }
  return signs;
}
