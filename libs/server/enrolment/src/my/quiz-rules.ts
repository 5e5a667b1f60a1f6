/** The room where the rules of a quiz are said to the officer for whom they hold: no password, no list of networks. */
import type { QuizRules } from '@tap-huan/contract';
import { questionsOf } from '@tap-huan/rules';
import type { Standing } from '@tap-huan/server/assessment';

/** A time with the officer's extra time. */
const withExtra = (time: number | null, timePercent: number): number | null =>
  time === null ? null : Math.ceil((time * timePercent) / 100);

/** @param networkAllowed whether the officer comes from a network that the quiz may be taken from */
export function rulesOf(
  { settings, timePercent, adjustments, quiz }: Standing,
  networkAllowed: boolean,
): QuizRules {
  return {
    mode: settings.mode,
    timeLimitMinutes: withExtra(settings.timeLimitMinutes, timePercent),
    questionTimeLimitSeconds: withExtra(settings.questionTimeLimitSeconds, timePercent),
    opensAt: settings.opensAt,
    closesAt: settings.closesAt,
    attemptsAllowed: settings.attemptsAllowed,
    waitMinutes: settings.waitMinutes,
    grading: settings.grading,
    retakeAfterPass: settings.retakeAfterPass,
    passPercent: settings.passPercent,
    navigation: settings.navigation,
    review: settings.review,
    holdAnswers: settings.holdAnswers,
    requireLessons: settings.requireLessons,
    certainty: settings.certainty,
    practice: settings.practice,
    graceMinutes: settings.graceMinutes,
    appealDays: settings.appealDays,
    needsPassword: settings.accessPassword !== null,
    networksRestricted: settings.networks.length > 0,
    networkAllowed,
    adjustments,
    sections: quiz.sections
      .map((section) => ({
        title: section.title,
        questions: questionsOf([section]),
        minimumPercent: section.minimumPercent,
        timeLimitMinutes: withExtra(section.timeLimitMinutes, timePercent),
      }))
      .filter(({ questions }) => questions > 0),
  };
}
