/** The room of what a programme says: how it is stored, read and checked against the courses that exist. */
import { programmeContent, type ProgrammeContent, type ProgrammeCourse } from '@tap-huan/contract';
import { toNfc } from '@tap-huan/rules';
import type { Queries } from '../within';

/** The content as it is stored: checked again, since the demo loader comes here without a request. */
export function acceptedContent(given: ProgrammeContent): ProgrammeContent {
  const content = programmeContent.parse(given);
  return {
    ...content,
    summary: toNfc(content.summary).trim(),
    audience: toNfc(content.audience).trim(),
    // A number that does not belong to the kind of a set is not kept.
    sets: content.sets.map((set) => ({
      ...set,
      count: set.kind === 'some' ? set.count : null,
      hours: set.kind === 'hours' ? set.hours : null,
    })),
  };
}

/** Columns of a version as the contract names them; `v` is the version. */
export const CONTENT_COLUMNS = `v.title, v.summary, v.audience, v.hours, v.content_group as "contentGroup",
       v.delivery_form as "deliveryForm", v.legal_basis as "legalBasis", v.sets, v.completion,
       v.validity_months as "validityMonths"`;

/** The content out of a wider row. */
export const contentOf = (row: ProgrammeContent): ProgrammeContent =>
  programmeContent.parse({
    title: row.title,
    summary: row.summary,
    audience: row.audience,
    hours: row.hours,
    contentGroup: row.contentGroup,
    deliveryForm: row.deliveryForm,
    legalBasis: row.legalBasis,
    sets: row.sets,
    completion: row.completion,
    validityMonths: row.validityMonths,
  });

/** The courses that the sets name, in their newest published version or else their draft. */
export function coursesOf(
  queries: Queries,
  { sets }: Pick<ProgrammeContent, 'sets'>,
): Promise<ProgrammeCourse[]> {
  return queries.rows<ProgrammeCourse>(
    `select c.id, c.code, v.title, v.hours, v.state = 'published' as published
       from learning.course c
       join lateral (
         select title, hours, state from learning.course_version
          where course_id = c.id order by state = 'published' desc, number desc limit 1) v on true
      where c.id = any ($1::uuid[])`,
    [sets.flatMap(({ courseIds }) => courseIds)],
  );
}
