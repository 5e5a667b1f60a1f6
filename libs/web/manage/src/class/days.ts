/** The room of the days of a class as people write them. */
import { formatDay } from '@tap-huan/web/ui';

/** "05 – 07/10/2026"; what both days share is written once, and one day stands alone. */
export function daysOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  const [from, to] = [formatDay(startsOn), formatDay(endsOn)];
  if (startsOn === endsOn) return to;
  if (startsOn.slice(0, 7) === endsOn.slice(0, 7)) return `${from.slice(0, 2)} – ${to}`;
  return `${startsOn.slice(0, 4) === endsOn.slice(0, 4) ? from.slice(0, 5) : from} – ${to}`;
}
