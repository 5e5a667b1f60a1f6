/** The room where a typed number is read: whole, within its bounds, or nothing. */

/** Null where nothing or no number was typed; what lies outside comes to the nearest bound. */
export function wholeOf(text: string, min: number, max: number): number | null {
  const digits = text.replace(/[.\s]/g, '');
  if (!/^\d{1,9}$/.test(digits)) return null;
  return Math.min(max, Math.max(min, Number(digits)));
}
