/** The room of the description of a course: what is stored of it, and which part of a row it is. */
import { courseMeta, type CourseMeta } from '@tap-huan/contract';
import { toNfc } from '@tap-huan/rules';

/** The description as it is stored: checked again, since the demo loader comes here without a request. */
export function acceptedMeta(given: CourseMeta): CourseMeta {
  const meta = courseMeta.parse(given);
  return {
    ...meta,
    summary: toNfc(meta.summary).trim(),
    audience: toNfc(meta.audience).trim(),
  };
}

/** The description out of a wider row. */
export const metaOf = (row: CourseMeta): CourseMeta => ({
  title: row.title,
  summary: row.summary,
  audience: row.audience,
  hours: row.hours,
  contentGroup: row.contentGroup,
  deliveryForm: row.deliveryForm,
  legalBasis: row.legalBasis,
  asOf: row.asOf,
});
