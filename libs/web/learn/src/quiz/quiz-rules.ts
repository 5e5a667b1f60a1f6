/** The room of a quiz's rules in words. */
import type { MyQuiz } from '@tap-huan/contract';
import { attemptsLeft } from '@tap-huan/rules';
import {
  formatMarks,
  formatMinutes,
  formatTime,
  type IconName,
  type Translate,
} from '@tap-huan/web/ui';
import type { vi } from '../i18n/vi';

type Language = 'vi' | 'en';
export interface Rule {
  icon: IconName;
  words: string;
}

/** The pass mark on the scale of ten, in hundredths: 60 percent is 600. */
export const passMark = (passPercent: number): number => passPercent * 10;

/** What there is to know before starting, one sentence each. */
export function rulesOf(quiz: MyQuiz, t: Translate<typeof vi>, language: Language): Rule[] {
  const { settings } = quiz;
  const minutes = settings.timeLimitMinutes;
  const left = attemptsLeft(settings, quiz.attempts.length);
  return [
    { icon: 'question', words: t('quiz.questions', { count: quiz.questions }) },
    {
      icon: 'clock',
      words:
        minutes === null
          ? t('quiz.noTime')
          : t('quiz.time', { minutes: formatMinutes(minutes, language) }),
    },
    {
      icon: 'redo',
      words:
        left === null
          ? t('quiz.attemptsFree')
          : t('quiz.attempts', { allowed: settings.attemptsAllowed ?? 0, left }),
    },
    {
      icon: 'done',
      words: t('quiz.pass', { score: formatMarks(passMark(settings.passPercent), language) }),
    },
    { icon: 'eye', words: t(`quiz.feedback.${settings.showFeedback}`) },
    { icon: 'info', words: t(`quiz.correct.${settings.showCorrect}`) },
    { icon: 'save', words: t('quiz.saved') },
  ];
}

/** Whether one may start, and if not, why. */
export function verdictWords(quiz: MyQuiz, t: Translate<typeof vi>): string {
  if (quiz.verdict === 'may_start' && quiz.attempts.length > 0) return t('quiz.verdict.may_again');
  if (quiz.verdict === 'may_resume') {
    const deadline = quiz.attempts.find(({ phase }) => phase === 'open')?.deadline;
    return deadline
      ? t('quiz.verdict.may_resume_until', { time: formatTime(deadline) })
      : t('quiz.verdict.may_resume');
  }
  return t(`quiz.verdict.${quiz.verdict}`, { count: quiz.lessonsLeft });
}
