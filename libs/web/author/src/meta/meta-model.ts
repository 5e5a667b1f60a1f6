/** The room of the description of a course while it is typed. */
import {
  type Schema,
  max,
  maxLength,
  min,
  minLength,
  required,
  schema,
} from '@angular/forms/signals';
import type { CourseMeta } from '@tap-huan/contract';

/** As `CourseMeta`, with an empty field for hours allowed while typing. */
export interface MetaModel extends Omit<CourseMeta, 'hours'> {
  hours: number | null;
}

export const emptyMeta = (): MetaModel => ({
  title: '',
  summary: '',
  audience: '',
  hours: null,
  contentGroup: 'job_position',
  deliveryForm: 'online',
  legalBasis: [],
  asOf: null,
});

/** The bounds of the contract, so that they are told while typing. */
export const metaSchema: Schema<MetaModel> = schema((path) => {
  required(path.title);
  minLength(path.title, 3);
  maxLength(path.title, 300);
  maxLength(path.summary, 2_000);
  maxLength(path.audience, 500);
  required(path.hours);
  min(path.hours, 1);
  max(path.hours, 400);
});

/** What is sent; call it on a valid model. */
export const metaOf = (model: MetaModel): CourseMeta => ({
  ...model,
  hours: Math.round(model.hours ?? 1),
});
