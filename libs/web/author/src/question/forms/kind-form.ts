/** The room of what a kind of question must bring to be written: its empty form, and the way to and from content. */
import type { ContentOf, QuestionKind } from '@tap-huan/contract';
import type { FormProblem } from './form-parts';

/** What every question has, whatever its kind. */
export type SharedKey =
  | 'stem'
  | 'feedback'
  | 'hints'
  | 'legalBasis'
  | 'asOf'
  | 'reviewOn'
  | 'era'
  | 'difficulty'
  | 'tags'
  | 'stimulusId';

/** The part of a content that its kind asks for. */
export type OwnPart<K extends QuestionKind> = Omit<ContentOf<K>, SharedKey | 'kind'>;

/** `Form` is the part of the question's form that belongs to the kind. */
export interface KindForm<K extends QuestionKind, Form> {
  empty(): Form;
  of(content: ContentOf<K>): Form;
  /** What the form means, with whatever is still wrong in it. */
  part(form: Form): OwnPart<K>;
  /** What is missing before the contract's shape is reached. */
  problems(form: Form): FormProblem[];
}
