/** The room of the choices of a column of a list, and of their words. */
import {
  CONTENT_GROUPS,
  STAFF_CATEGORIES,
  TRAINING_KINDS,
  TRAINING_SOURCES,
  TRAINING_STATES,
  UNIT_KINDS,
} from '@tap-huan/contract';
import type { RecordText } from '../record/i18n/text';

/** Keys of a column of choices in their order; none for other columns. */
export function choicesOf(t: RecordText, column: string): { value: string; label: string }[] {
  switch (column) {
    case 'unitKind':
      return UNIT_KINDS.map((value) => ({ value, label: t(`unitKind.${value}`) }));
    case 'staffCategory':
      return STAFF_CATEGORIES.map((value) => ({ value, label: t(`staff.${value}`) }));
    case 'kind':
      return TRAINING_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }));
    case 'contentGroup':
      return CONTENT_GROUPS.map((value) => ({ value, label: t(`group.${value}`) }));
    case 'form':
      return TRAINING_SOURCES.map((value) => ({ value, label: t(`form.${value}`) }));
    case 'state':
      return TRAINING_STATES.map((value) => ({ value, label: t(`state.${value}`) }));
    default:
      return [];
  }
}
