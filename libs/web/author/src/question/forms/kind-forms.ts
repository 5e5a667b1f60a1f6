/** The room of the forms of all kinds; a kind of the contract that is missing here does not compile. */
import type { QuestionKind } from '@tap-huan/contract';
import {
  type ChoicesForm,
  multipleForm,
  singleForm,
  trueFalseForm,
  type TruthForm,
} from './choices-form';
import { type HotspotForm, hotspotForm } from './hotspot-form';
import type { KindForm } from './kind-form';
import { type EssayForm, essayForm, fileUploadForm, type UploadForm } from './marked-form';
import { type CalculatedForm, calculatedForm, type NumericForm, numericForm } from './number-form';
import {
  categoriseForm,
  type GroupsForm,
  type MatchingForm,
  matchingForm,
  type OrderingForm,
  orderingForm,
} from './order-form';
import { type AcceptedForm, type BlanksForm, fillBlanksForm, shortAnswerForm } from './words-form';

/** The part of a question's form that belongs to its kind. */
export interface AnswerForms {
  single: ChoicesForm;
  multiple: ChoicesForm;
  true_false: TruthForm;
  matching: MatchingForm;
  ordering: OrderingForm;
  numeric: NumericForm;
  short_answer: AcceptedForm;
  fill_blanks: BlanksForm;
  categorise: GroupsForm;
  hotspot: HotspotForm;
  calculated: CalculatedForm;
  essay: EssayForm;
  file_upload: UploadForm;
}

export const KIND_FORMS: { readonly [K in QuestionKind]: KindForm<K, AnswerForms[K]> } = {
  single: singleForm,
  multiple: multipleForm,
  true_false: trueFalseForm,
  matching: matchingForm,
  ordering: orderingForm,
  numeric: numericForm,
  short_answer: shortAnswerForm,
  fill_blanks: fillBlanksForm,
  categorise: categoriseForm,
  hotspot: hotspotForm,
  calculated: calculatedForm,
  essay: essayForm,
  file_upload: fileUploadForm,
};
