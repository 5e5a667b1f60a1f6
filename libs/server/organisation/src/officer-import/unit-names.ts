/** The room where the words of a list find their unit: by its code, or by a name that only one unit has. */
import type { ImportProblemCode } from '@tap-huan/contract';
import { fold } from '@tap-huan/rules';

export interface KnownUnit {
  id: string;
  code: string;
  name: string;
  closed: boolean;
  /** In the subtree that the list speaks of; such a unit goes before others of its name. */
  near: boolean;
  /** What a closed unit has become: "Xã Đức Hòa (X012)". */
  successor: string | null;
}

export type UnitFinding = { unit: KnownUnit } | { problem: ImportProblemCode; text: string };

export class UnitNames {
  private readonly byCode = new Map<string, KnownUnit[]>();
  private readonly byName = new Map<string, KnownUnit[]>();
  private readonly byId: ReadonlyMap<string, KnownUnit>;

  constructor(units: readonly KnownUnit[]) {
    this.byId = new Map(units.map((unit) => [unit.id, unit]));
    for (const unit of units) {
      push(this.byCode, unit.code.toLowerCase(), unit);
      push(this.byName, fold(unit.name), unit);
    }
  }

  named(id: string): KnownUnit | undefined {
    return this.byId.get(id);
  }

  find(words: string): UnitFinding {
    const candidates = this.byCode.get(words.toLowerCase()) ?? this.byName.get(fold(words)) ?? [];
    const open = candidates.filter(({ closed }) => !closed);
    const near = open.filter((unit) => unit.near);
    const [unit, second] = near.length > 0 ? near : open;
    if (unit && second) {
      const codes = (near.length > 0 ? near : open).map(({ code }) => code);
      return { problem: 'unit_ambiguous', text: codes.slice(0, 8).join(', ') };
    }
    if (unit) return { unit };
    const [closed] = candidates;
    return closed
      ? { problem: 'unit_closed', text: closed.successor ?? '' }
      : { problem: 'unit_unknown', text: words };
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
