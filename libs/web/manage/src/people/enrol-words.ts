/** The room of what a dry run says, as parts to be put in words. */
import type { endpoints, OutputOf } from '@tap-huan/contract';

export type Outcome = OutputOf<typeof endpoints.enrol>;
export interface OutcomePart {
  key: 'enrol.will' | 'enrol.willNone' | 'enrol.already' | 'enrol.skipped';
  count: number;
}

/** Who will be enrolled always; who stays as is, and who cannot be, where there are any. */
export function outcomeParts({ enrolled, already, skipped }: Outcome): OutcomePart[] {
  const parts: OutcomePart[] = [
    { key: enrolled ? 'enrol.will' : 'enrol.willNone', count: enrolled },
    { key: 'enrol.already', count: already },
    { key: 'enrol.skipped', count: skipped },
  ];
  return parts.filter(({ count }, index) => index === 0 || count > 0);
}
