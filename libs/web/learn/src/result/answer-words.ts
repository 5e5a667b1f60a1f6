/** The room of the words that answers are told with, in the language on screen. */
import { computed, type Signal } from '@angular/core';
import { injectQuestionText } from '../i18n/question.text';
import type { AnswerWords } from './answer-lines';

/** For a component's field. */
export function injectAnswerWords(): Signal<AnswerWords> {
  const t = injectQuestionText();
  return computed(() => ({
    true: t('answer.true'),
    false: t('answer.false'),
    notChosen: t('answer.notChosen'),
    point: (number) => t('review.point', { number }),
    blank: (number, text) => t('review.blankOf', { number, text }),
    unplaced: (list) => t('review.unplaced', { list }),
  }));
}
