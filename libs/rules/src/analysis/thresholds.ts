/** The room of thresholds: from which value on a statistic becomes a sign, each said once and with its source. */

// Sources, by their short names below:
//   OU      The Open University, "Moodle Quiz (iCMA) reports", sections 4.1 and 4.2 (bands of each statistic)
//   Moodle  Moodle's documentation "Quiz report statistics" and its quiz statistics report
//   house   a choice of this product, where the literature names no number

/** Attempts below which every statistic is shown with a warning. Source: house, with the rule of thumb n >= 30. */
export const FEW_ATTEMPTS = 30;

/** Mean score as a share of the maximum that an author aims at. Source: OU, Moodle. */
export const MEAN_AIM = { from: 0.5, to: 0.75 } as const;
/** Standard deviation of the scores as a share of the maximum that an author aims at. Source: OU, Moodle. */
export const SPREAD_AIM = { from: 0.12, to: 0.18 } as const;
/**
 * Skewness: the aim is about -1. Above 1 there may be little discrimination near the pass mark (OU, Moodle); "too
 * negative" has no number there, -2 lies as far from a symmetrical curve's 0 as the aim does once more (house).
 */
export const SKEWNESS_AIM = { aim: -1, from: -2, to: 1 } as const;
/** Excess kurtosis that an author aims at; above 1 the best and the weakest are hardly told apart. Source: OU, Moodle. */
export const KURTOSIS_AIM = { from: 0, to: 1 } as const;
/** Coefficient of internal consistency (%) above which a quiz is satisfactory. Source: OU, Moodle. */
export const CIC_SATISFACTORY_ABOVE = 75;
/** Coefficient of internal consistency (%) below which a quiz is not satisfactory. Source: OU, Moodle. */
export const CIC_UNSATISFACTORY_BELOW = 64;

/** Facility from which a question is too easy. Source: OU, band "95 - 100 extremely easy". */
export const TOO_EASY_FROM = 0.95;
/** Facility up to which a question is too hard. Source: OU, end of the band "11 - 20 difficult". */
export const TOO_HARD_TO = 0.2;
/** Discrimination index below which a question tells officers apart weakly. Source: Moodle, band "0 - 19 very weak". */
export const DISCRIMINATION_WEAK_BELOW = 20;
/** Discriminative efficiency (%) below which a question is flagged. Source: Moodle's quiz statistics report. */
export const EFFICIENCY_LOW_BELOW = 15;
/** Distance of the facility from the random guess score up to which the answers look like guesses. Source: house. */
export const GUESS_MARGIN = 0.05;
/** Random guess score above which a question is too easily guessed. Source: OU, "values above 40 %". */
export const GUESS_HIGH_ABOVE = 0.4;

/**
 * Share of the answers below which a distractor does no work.
 * Source: Haladyna and Downing, "How many options is enough for a multiple-choice test item?" (1993).
 */
export const DISTRACTOR_UNUSED_BELOW = 0.05;
/** Share of the answers from which another answer may be the right one. Source: house. */
export const KEY_RIVAL_SHARE_FROM = 0.1;
/** Answers, of the key and of its rival, from which their means are compared. Source: house. */
export const KEY_RIVAL_COUNT_FROM = 5;
/** Standard errors by which the rival's mean must lie above the key's (Welch's t, about 95 %). Source: house. */
export const KEY_RIVAL_ERRORS_FROM = 2;

/** Attempts from which a Rasch model is worth showing: difficulties to about half a logit at 99 %, misfit visible.
 *  Source: Linacre, "Sample size and item calibration stability", Rasch Measurement Transactions 7:4 (1994). */
export const RASCH_LEAST_ATTEMPTS = 200;
/**
 * Infit and outfit mean squares that fit, for ordinary multiple-choice tests.
 * Source: Wright and Linacre, "Reasonable mean-square fit values", Rasch Measurement Transactions 8:3 (1994).
 */
export const RASCH_FIT = { from: 0.7, to: 1.3 } as const;
