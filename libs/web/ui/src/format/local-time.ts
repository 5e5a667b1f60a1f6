/** The room between an instant and the field of a date with a time: Vietnam's clock, whatever the device's. */

/** Vietnam keeps UTC+7 all year (Decision 121/CP of 1975). */
const OFFSET = '+07:00';
const OFFSET_MS = 7 * 3_600_000;

/** '2026-11-25T14:30' as typed -> the instant as ISO text; null where it is no such text. */
export function instantOfLocal(typed: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(typed)) return null;
  const at = new Date(`${typed.slice(0, 16)}:00${OFFSET}`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** An instant -> '2026-11-25T14:30' for the field; empty where there is none. */
export function localOfInstant(instant: string | null): string {
  if (instant === null) return '';
  const at = new Date(instant).getTime();
  return Number.isNaN(at) ? '' : new Date(at + OFFSET_MS).toISOString().slice(0, 16);
}
