/** The room of the units that pickers offer. */
import { computed, type Signal } from '@angular/core';
import { endpoints, type UnitRow } from '@tap-huan/contract';
import { kept, read } from '@tap-huan/web/api';

/** For a page or dialog: the open units of the own scope; empty until they are here. */
export function openUnits(): Signal<readonly UnitRow[]> {
  const units = kept(read(endpoints.listUnits));
  return computed(() => (units()?.items ?? []).filter(({ validTo }) => validTo === null));
}

/** All units of the own scope, those that have ended among them. */
export function allUnits(): Signal<readonly UnitRow[]> {
  const units = kept(read(endpoints.listUnits));
  return computed(() => units()?.items ?? []);
}
