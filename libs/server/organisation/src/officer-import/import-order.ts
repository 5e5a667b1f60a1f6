/** The room of an import as its job sees it. */
import type { ImportKind, ImportState } from '@tap-huan/contract';
import type { Mapping } from './draft';
import type { Source } from './known.reader';

export interface ImportOrder {
  id: string;
  unitId: string;
  kind: ImportKind;
  state: ImportState;
  mapping: Mapping;
  effectiveOn: string;
  askedBy: string;
  /** Whether wrong lines are left out; null before somebody said so. */
  skipWrong: boolean | null;
  fileName: string;
  openAccounts: boolean;
  lockAccounts: boolean;
}

/** The order, or null where it is unknown. */
export async function orderOf(source: Source, importId: string): Promise<ImportOrder | null> {
  const [row] = await source.rows<ImportOrder>(
    `select id, unit_id as "unitId", kind, state, mapping, effective_on::text as "effectiveOn",
            asked_by as "askedBy", skip_wrong as "skipWrong", file_name as "fileName",
            open_accounts as "openAccounts", lock_accounts as "lockAccounts"
     from organisation.officer_import where id = $1`,
    [importId],
  );
  return row ?? null;
}
