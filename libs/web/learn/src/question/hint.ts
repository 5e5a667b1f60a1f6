/** The room of the line above an answer: what to do here. Pure. */
import type { PaperQuestion } from '@tap-huan/contract';
import type { TextKey, TextParams } from '@tap-huan/web/ui';
import type { vi } from '../i18n/question.vi';

/** A sentence of the dictionary with what is filled in. */
export interface Hint {
  key: TextKey<typeof vi>;
  params?: TextParams;
}

/**
 * How a question is answered, in one line.
 * @param plain lists and buttons stand in for dragging and pictures
 */
export function hintOf(question: PaperQuestion, plain: boolean): Hint {
  switch (question.kind) {
    case 'numeric':
    case 'calculated':
      return { key: 'hint.number' };
    case 'fill_blanks':
      if (question.mode === 'typed') return { key: 'hint.blanksTyped' };
      if (question.mode === 'list') return { key: 'hint.blanksList' };
      return { key: plain ? 'hint.blanksPlain' : 'hint.blanksBank' };
    case 'categorise':
      return { key: plain ? 'hint.categorisePlain' : 'hint.categorise' };
    case 'hotspot': {
      const one = question.wanted === 1;
      if (plain && one) return { key: 'hint.hotspotPlainOne' };
      if (!plain && one) return { key: 'hint.hotspotOne' };
      const params = { count: question.wanted };
      return { key: plain ? 'hint.hotspotPlainMany' : 'hint.hotspotMany', params };
    }
    default:
      return { key: `hint.${question.kind}` };
  }
}
