/** The room of the filter as it stands in the address of a page. */
import { ANALYSED_ATTEMPTS, type AnalysisFilter } from '@tap-huan/contract';

/** The filter as it stands in the address; Vietnamese, as addresses are. */
export const FILTER_ADDRESS = {
  luot: 'first',
  phienBan: null as string | null,
  unitId: null as string | null,
  viTri: null as string | null,
  tu: null as string | null,
  den: null as string | null,
};
export type FilterAddress = typeof FILTER_ADDRESS;

const ID = /^[0-9a-f-]{36}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const fitting = (value: string | null, form: RegExp): string | undefined =>
  value !== null && form.test(value) ? value : undefined;

/** What of the address makes sense; the rest is as if it were not there. */
export function filterOf({
  luot,
  phienBan,
  unitId,
  viTri,
  tu,
  den,
}: FilterAddress): AnalysisFilter {
  return {
    attempts: ANALYSED_ATTEMPTS.find((choice) => choice === luot) ?? 'first',
    versionId: fitting(phienBan, ID),
    unitId: fitting(unitId, ID),
    jobPosition: viTri ?? undefined,
    from: fitting(tu, DAY),
    to: fitting(den, DAY),
  };
}
