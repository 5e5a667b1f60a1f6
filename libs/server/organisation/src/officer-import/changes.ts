/** The room of what a line changes, in words that HR can compare. */
import type { ImportField, StaffCategory } from '@tap-huan/contract';
import { formatBirthDate, formatDay } from '@tap-huan/rules';
import type { KnownOfficer, Target } from './judge';

export interface FieldChange {
  field: ImportField;
  from: string;
  to: string;
}

export const CATEGORY_NAMES: Record<StaffCategory, string> = {
  cong_chuc: 'Công chức',
  vien_chuc: 'Viên chức',
  khac: 'Khác',
};

const dayWords = (day: string | null): string => (day === null ? '' : formatDay(day));

/** Every field that is another afterwards, in the order of a list. */
export function changesBetween(before: KnownOfficer, after: Target): FieldChange[] {
  const [a, b] = [before.post, after.post];
  const isMoved = a.unitId !== b.unitId;
  const pairs: [ImportField, string | null, string | null][] = [
    ['fullName', before.person.fullName, after.person.fullName],
    [
      'birthDate',
      formatBirthDate(before.person.birthDate),
      formatBirthDate(after.person.birthDate),
    ],
    ['unit', isMoved ? before.unitName : '', isMoved ? after.unitName : ''],
    ['jobPosition', a.jobPosition, b.jobPosition],
    ['rank', a.rank, b.rank],
    ['leadership', a.leadership, b.leadership],
    ['appointedOn', dayWords(a.appointedOn), dayWords(b.appointedOn)],
    ['staffCategory', CATEGORY_NAMES[a.staffCategory], CATEGORY_NAMES[b.staffCategory]],
    ['decisionNo', b.decisionNo === null ? null : a.decisionNo, b.decisionNo],
    ['email', before.person.email, after.person.email],
    ['phone', before.person.phone, after.person.phone],
  ];
  return pairs.flatMap(([field, from, to]) =>
    (from ?? '') === (to ?? '') ? [] : [{ field, from: from ?? '', to: to ?? '' }],
  );
}
