/** The room of what every list of certificates has in common: scope, unit, course, period, search. */
import { fold } from '@tap-huan/rules';
import { type Actor, unitsFor } from '@tap-huan/server/platform';

export interface CertificateFilter {
  unitId?: string | undefined;
  courseId?: string | undefined;
  /** Days of issue, both included. */
  from?: string | undefined;
  to?: string | undefined;
  search?: string | undefined;
}

/**
 * Scope is asked of the unit at the day of issue: whoever moves to another unit does not take old papers along.
 * $1 roots · $2 unit or null · $3 course or null · $4 and $5 days or null · $6 pattern or null
 */
export const FILTERED = `
  from certification.certificate c
  join organisation.officer o on o.id = c.officer_id
  where c.unit_id in (select * from organisation.units_in($1::uuid[]))
    and ($2::uuid is null or c.unit_id in (select * from organisation.units_in(array[$2::uuid])))
    and ($3::uuid is null or c.course_id = $3)
    and ($4::date is null or c.issued_on >= $4)
    and ($5::date is null or c.issued_on <= $5)
    and ($6::text is null or c.search_text like $6)`;

/** The parameters of {@link FILTERED}. */
export const filterValues = (actor: Actor, filter: CertificateFilter): unknown[] => [
  unitsFor(actor, 'certificate.read'),
  filter.unitId ?? null,
  filter.courseId ?? null,
  filter.from ?? null,
  filter.to ?? null,
  patternOf(filter.search),
];

function patternOf(search: string | undefined): string | null {
  const folded = fold(search ?? '').trim();
  return folded === '' ? null : `%${folded.replace(/[\\%_]/g, '\\$&')}%`;
}
