/** The room between the day on which something is no more, as it is stored, and its last day, as people say it. */

/** The day before `YYYY-MM-DD`. */
export function lastDay(validTo: string): string {
  const day = new Date(`${validTo}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
