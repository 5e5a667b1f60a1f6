/** The room of a section in words. */
import type { Language } from '@tap-huan/contract';
import { formatMarks, formatMinutes } from '@tap-huan/web/ui';
import type { Words } from '../i18n/text';
import type { FormSection } from './quiz-form';
import { questionsIn, totalOf } from './quiz-sections';

/** Its title, or its number. */
export const sectionName = (t: Words, { title }: Pick<FormSection, 'title'>, at: number): string =>
  title.trim() || t('quiz.section.untitled', { number: at + 1 });

/** "5 câu · 5 điểm · trộn thứ tự · tối thiểu 50 % · 15 phút" */
export function sectionFacts(t: Words, section: FormSection, language: Language): string {
  const { slots, shuffle, minimumPercent, timeLimitMinutes } = section;
  const facts = [
    t('quiz.sum.questions', { count: questionsIn(slots) }),
    t('quiz.sum.points', { points: formatMarks(totalOf(slots), language) }),
    t(shuffle ? 'quiz.section.shuffled' : 'quiz.section.inOrder'),
  ];
  if (minimumPercent) facts.push(t('quiz.section.atLeast', { percent: minimumPercent }));
  if (timeLimitMinutes) facts.push(formatMinutes(timeLimitMinutes, language));
  return facts.join(' · ');
}
