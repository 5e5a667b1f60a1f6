/** The room between an assignment and the form that it is written in. */
import type { AssignmentDue, AssignmentInput, AssignmentRow } from '@tap-huan/contract';

/** What the form holds: every way to count a due date keeps its own number while another is chosen. */
export interface AssignmentModel {
  title: string;
  audienceId: string | null;
  unitId: string | null;
  /** `course/<id>` or `programme/<id>`. */
  target: string | null;
  dueKind: AssignmentDue['kind'];
  day: string | null;
  days: number | null;
  months: number | null;
  graceDays: number | null;
  lateDays: number | null;
  recurs: boolean;
  validityMonths: number | null;
  renewalWindowDays: number | null;
  renewalCourseId: string | null;
  reason: string;
  legalBasis: string;
  startsOn: string | null;
  endsOn: string | null;
}

export const DUE_KINDS = [
  'fixed',
  'after_assignment',
  'after_appointment',
  'after_completion',
] as const satisfies readonly AssignmentDue['kind'][];

/** Bounds of the numbers, as the contract has them. */
export const BOUNDS = {
  days: [1, 3_650],
  months: [1, 120],
  graceDays: [0, 365],
  lateDays: [0, 365],
  validityMonths: [1, 120],
  renewalWindowDays: [0, 730],
} as const;
export type NumberField = keyof typeof BOUNDS;
export type Gap = keyof AssignmentModel;

export const freshModel = (today: string, unitId: string | null): AssignmentModel => ({
  title: '',
  audienceId: null,
  unitId,
  target: null,
  dueKind: 'fixed',
  day: null,
  // Decree 171/2025/NĐ-CP art. 16.2: leaders within twelve months of the appointment.
  days: 365,
  months: 12,
  graceDays: 0,
  lateDays: 30,
  recurs: false,
  validityMonths: 12,
  renewalWindowDays: 60,
  renewalCourseId: null,
  reason: '',
  legalBasis: '',
  startsOn: today,
  endsOn: null,
});

export function modelOf(row: AssignmentRow): AssignmentModel {
  const { due, recurrence } = row;
  const fresh = freshModel(row.startsOn, row.unitId);
  return {
    ...fresh,
    title: row.title,
    audienceId: row.audienceId,
    target: `${row.target.kind}/${row.target.id}`,
    dueKind: due.kind,
    day: due.kind === 'fixed' ? due.day : null,
    days: 'days' in due ? due.days : fresh.days,
    months: 'months' in due ? due.months : fresh.months,
    graceDays: row.graceDays,
    lateDays: row.lateDays,
    recurs: recurrence !== null,
    validityMonths: recurrence?.validityMonths ?? fresh.validityMonths,
    renewalWindowDays: recurrence?.renewalWindowDays ?? fresh.renewalWindowDays,
    renewalCourseId: recurrence?.renewalCourseId ?? null,
    reason: row.reason,
    legalBasis: row.legalBasis,
    endsOn: row.endsOn,
  };
}

/** What is missing or out of bounds, in the order of the form. */
export function gapsOf(model: AssignmentModel): Gap[] {
  const number = (field: NumberField): Gap[] => {
    const value = model[field];
    const [least, most] = BOUNDS[field];
    const fits = value !== null && Number.isInteger(value) && value >= least && value <= most;
    return fits ? [] : [field];
  };
  const needed = (['title', 'audienceId', 'unitId', 'target', 'startsOn'] as const).filter(
    (field) => (model[field] ?? '').trim().length < (field === 'title' ? 2 : 1),
  );
  return [
    ...needed,
    ...(model.dueKind === 'fixed' && model.day === null ? (['day'] as const) : []),
    ...(model.dueKind === 'after_assignment' || model.dueKind === 'after_appointment'
      ? number('days')
      : []),
    ...(model.dueKind === 'after_completion' ? number('months') : []),
    ...number('graceDays'),
    ...number('lateDays'),
    ...(model.recurs ? [...number('validityMonths'), ...number('renewalWindowDays')] : []),
    ...(model.reason.trim() === '' ? (['reason'] as const) : []),
  ];
}

/** What is sent; null while something is missing. `forPreview`: title and reason do not matter yet. */
export function inputOf(model: AssignmentModel, forPreview = false): AssignmentInput | null {
  const filled = forPreview ? { ...model, title: 'preview', reason: 'preview' } : model;
  if (gapsOf(filled).length > 0) return null;
  const [kind, id] = (filled.target ?? '').split('/');
  return {
    title: filled.title,
    unitId: filled.unitId ?? '',
    audienceId: filled.audienceId ?? '',
    target: { kind: kind === 'programme' ? 'programme' : 'course', id: id ?? '' },
    due: dueOf(filled),
    recurrence: filled.recurs
      ? {
          validityMonths: filled.validityMonths ?? 12,
          renewalWindowDays: filled.renewalWindowDays ?? 0,
          renewalCourseId: filled.renewalCourseId,
        }
      : null,
    graceDays: filled.graceDays ?? 0,
    lateDays: filled.lateDays ?? 0,
    reason: filled.reason,
    legalBasis: filled.legalBasis,
    startsOn: filled.startsOn ?? '',
    endsOn: filled.endsOn,
  };
}

function dueOf({ dueKind, day, days, months }: AssignmentModel): AssignmentDue {
  if (dueKind === 'fixed') return { kind: 'fixed', day: day ?? '' };
  if (dueKind === 'after_completion') return { kind: 'after_completion', months: months ?? 1 };
  return { kind: dueKind, days: days ?? 1 };
}
