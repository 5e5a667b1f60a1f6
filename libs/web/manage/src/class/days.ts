/** The room of the days of a class as people write them. */
import { formatDay } from '@tap-huan/web/ui';

/** "05/10/2026 – 07/10/2026"; one day stands alone. */
export const daysOf = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string =>
  startsOn === endsOn ? formatDay(endsOn) : `${formatDay(startsOn)} – ${formatDay(endsOn)}`;
