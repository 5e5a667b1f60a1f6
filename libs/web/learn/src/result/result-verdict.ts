/** The room of the one sentence that a result comes down to. Pure. */
import type { AttemptResult } from '@tap-huan/contract';
import { formatMarks, type IconName, type Translate } from '@tap-huan/web/ui';
import type { vi } from '../i18n/quiz.vi';
import { passMark } from '../quiz/quiz-rules';

export interface Verdict {
  icon: IconName;
  /** Repeats the words; empty says neither good nor bad. */
  tone: 'good' | 'bad' | '';
  words: string;
}

type Facts = Pick<AttemptResult, 'passed' | 'waitingForMarker' | 'scoreOfTen' | 'passPercent'>;

/** What is known now: passed, not passed and why, still being marked, or not told yet. */
export function verdictOf(
  { passed, waitingForMarker, scoreOfTen, passPercent }: Facts,
  t: Translate<typeof vi>,
  language: 'vi' | 'en',
): Verdict {
  if (passed) return { icon: 'done', tone: 'good', words: t('result.passedSentence') };
  if (waitingForMarker > 0)
    return {
      icon: 'clock',
      tone: '',
      words: t('result.waitingSentence', { count: waitingForMarker }),
    };
  if (passed === null) return { icon: 'info', tone: '', words: t('result.hiddenSentence') };
  const enough = scoreOfTen !== null && scoreOfTen >= passMark(passPercent);
  const words = enough
    ? t('result.failedSections')
    : t('result.failedSentence', { score: formatMarks(passMark(passPercent), language) });
  return { icon: 'alert', tone: 'bad', words };
}
