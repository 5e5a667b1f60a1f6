/** The room of a quiz's rules in words. */
import { type MyQuiz, REVIEW_PARTS, type ReviewMoment, type ReviewParts } from '@tap-huan/contract';
import {
  formatInstant,
  formatMarks,
  formatMinutes,
  formatTime,
  type IconName,
  type Translate,
} from '@tap-huan/web/ui';
import type { vi } from '../i18n/quiz.vi';

type Language = 'vi' | 'en';
type Words = Translate<typeof vi>;
export interface Rule {
  icon: IconName;
  words: string;
}

/** The pass mark on the scale of ten, in hundredths: 60 percent is 600. */
export const passMark = (passPercent: number): number => passPercent * 10;

const MINUTES_OF_DAY = 1_440;

/** "2 ngày", "1 giờ 30 phút" */
function spanWords(minutes: number, t: Words, language: Language): string {
  return minutes >= MINUTES_OF_DAY && minutes % MINUTES_OF_DAY === 0
    ? t('days', { count: minutes / MINUTES_OF_DAY })
    : formatMinutes(minutes, language);
}

/** "90 giây", "2 phút" */
const secondsWords = (seconds: number, t: Words, language: Language) =>
  seconds % 60 === 0 ? formatMinutes(seconds / 60, language) : t('seconds', { count: seconds });

type Line = Rule | null;
const rule = (icon: IconName, words: string): Rule => ({ icon, words });

/** What is asked. */
function paperRules({ questions, rules }: MyQuiz, t: Words): Line[] {
  const { sections, practice, mode, navigation, certainty } = rules;
  const count = { count: questions, sections: sections.length };
  const penalty = { tries: practice.tries, percent: practice.penaltyPercent };
  return [
    mode === 'practice' ? rule('play', t('practice')) : null,
    rule('question', t(sections.length > 1 ? 'questionsIn' : 'questions', count)),
    mode === 'practice'
      ? rule('info', t(practice.penaltyPercent ? 'practicePenalty' : 'practiceTries', penalty))
      : null,
    navigation === 'sequential' ? rule('forward', t('sequential')) : null,
    certainty ? rule('chart', t('certainty')) : null,
  ];
}

/** How long, from when, until when. */
function timeRules({ rules }: MyQuiz, t: Words, language: Language): Line[] {
  const { timeLimitMinutes, questionTimeLimitSeconds: perQuestion, sections } = rules;
  const ownTime = sections.some((section) => section.timeLimitMinutes !== null);
  const from = rules.opensAt && formatInstant(rules.opensAt);
  const to = rules.closesAt && formatInstant(rules.closesAt);
  return [
    timeLimitMinutes === null
      ? null
      : rule('clock', t('time', { minutes: formatMinutes(timeLimitMinutes, language) })),
    ownTime ? rule('clock', t('sectionTime')) : null,
    perQuestion === null
      ? null
      : rule('clock', t('questionTime', { time: secondsWords(perQuestion, t, language) })),
    timeLimitMinutes === null && !ownTime && perQuestion === null
      ? rule('clock', t('noTime'))
      : null,
    from && to ? rule('calendar', t('opensCloses', { from, to })) : null,
    from && !to ? rule('calendar', t('opens', { from })) : null,
    to && !from ? rule('calendar', t('closes', { to })) : null,
  ];
}

/** Attempts that remain; null is without limit. */
export function attemptsLeft({ rules, attempts }: MyQuiz): number | null {
  const used = attempts.filter(({ phase }) => phase !== 'prepared').length;
  return rules.attemptsAllowed === null ? null : Math.max(0, rules.attemptsAllowed - used);
}

/** How often, and what counts. */
function attemptRules(quiz: MyQuiz, t: Words, language: Language): Line[] {
  const { rules } = quiz;
  const left = attemptsLeft(quiz);
  const several = rules.attemptsAllowed !== 1;
  const score = { score: formatMarks(passMark(rules.passPercent), language) };
  const minima = rules.sections.some(({ minimumPercent }) => minimumPercent !== null);
  return [
    left === null
      ? rule('redo', t('attemptsFree'))
      : rule('redo', t('attempts', { allowed: rules.attemptsAllowed ?? 0, left })),
    several && rules.waitMinutes > 0
      ? rule('clock', t('wait', { time: spanWords(rules.waitMinutes, t, language) }))
      : null,
    several ? rule('chart', t(`grading.${rules.grading}`)) : null,
    several && rules.retakeAfterPass ? rule('redo', t('retake')) : null,
    rule('done', t(minima ? 'passSections' : 'pass', score)),
  ];
}

/** What happens to the answers, and what is recorded. */
function careRules({ rules }: MyQuiz, t: Words, language: Language): Line[] {
  const limited = [
    rules.timeLimitMinutes,
    rules.questionTimeLimitSeconds,
    rules.closesAt,
    ...rules.sections.map(({ timeLimitMinutes }) => timeLimitMinutes),
  ].some((limit) => limit !== null);
  const minutes = formatMinutes(rules.graceMinutes, language);
  return [
    rule('save', limited && rules.graceMinutes > 0 ? t('savedGrace', { minutes }) : t('saved')),
    rules.networksRestricted && rules.networkAllowed ? rule('lock', t('networkRule')) : null,
    rules.mode === 'exam' ? rule('eye', t('recorded')) : null,
    rules.appealDays > 0 ? rule('law', t('appeal', { days: rules.appealDays })) : null,
  ];
}

/** What there is to know before starting, one sentence each. */
export function rulesOf(quiz: MyQuiz, t: Words, language: Language): Rule[] {
  return [
    ...paperRules(quiz, t),
    ...timeRules(quiz, t, language),
    ...attemptRules(quiz, t, language),
    ...careRules(quiz, t, language),
  ].filter((line) => line !== null);
}

const partsOf = (parts: ReviewParts) => REVIEW_PARTS.filter((part) => parts[part]);

/** What of the paper is shown when; moments that say the same are said once. */
export function reviewLines({ rules }: MyQuiz, t: Words): { when: string; what: string }[] {
  const { review, mode, closesAt } = rules;
  const what = (moment: ReviewMoment) =>
    partsOf(review[moment])
      .map((part) => t(`review.part.${part}`))
      .join(', ') || t('review.nothing');
  const lines: { when: string; what: string }[] = [];
  if (mode === 'practice') lines.push({ when: t('review.during'), what: what('during') });
  if (what('rightAfter') === what('later'))
    lines.push({ when: t('review.after'), what: what('later') });
  else
    lines.push(
      { when: t('review.rightAfter'), what: what('rightAfter') },
      { when: t('review.later'), what: what('later') },
    );
  if (closesAt !== null && what('afterClose') !== what('later'))
    lines.push({ when: t('review.afterClose'), what: what('afterClose') });
  return lines;
}

/** Whether one may start, and if not, why. `due`: the instant one had to wait for has come. */
export function verdictWords(quiz: MyQuiz, t: Words, due: boolean): string {
  const { verdict, attempts, mayStartAt, rules } = quiz;
  if (due) return t('nowOpen');
  const submitted = attempts.filter((attempt) => attempt.submittedAt !== null);
  switch (verdict) {
    case 'may_start':
      if (submitted.length === 0) return t('verdict.may_start');
      return submitted.at(-1)?.passed === false
        ? t('verdict.may_again_failed')
        : t('verdict.may_again');
    case 'may_resume': {
      const deadline = attempts.find(({ phase }) => phase === 'open')?.deadline;
      return deadline
        ? t('verdict.may_resume_until', { time: formatTime(deadline) })
        : t('verdict.may_resume');
    }
    case 'quiz_closed':
      return rules.closesAt
        ? t('verdict.quiz_closed', { time: formatInstant(rules.closesAt) })
        : t('verdict.quiz_closed_plain');
    default:
      return t(`verdict.${verdict}`, {
        count: quiz.lessonsLeft,
        time: formatInstant(mayStartAt ?? rules.opensAt),
      });
  }
}
