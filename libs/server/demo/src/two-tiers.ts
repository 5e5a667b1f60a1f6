/** The room where the invented province lives through 2025: nine districts and 91 communes become 36 communes. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '@tap-huan/server/platform';
import { COMMUNES, DISTRICTS, PROVINCE, WARDS } from './places';
import { beginStory, type Hands, playStory, type Story } from './reorganisation-story';

/** The first day of what is known of the province. */
const SINCE = '2017-01-01';
const DAY = '2025-07-01';
const OLD_COMMUNES = 91;
/** Every so many old communes, one is split between two new ones. */
const SPLIT_EVERY = 6;

export interface TwoTiers {
  provinceId: string;
  /** The 36 communes, in the order of the list. */
  communes: { id: string; code: string; name: string; lower: string }[];
  /** The nine units of the tier that is no more, each with the communes that it had. */
  districts: OldDistrict[];
}

export interface OldDistrict {
  id: string;
  name: string;
  communes: OldCommune[];
}

export interface OldCommune {
  id: string;
  name: string;
  /** The commune of today that it mainly went into; itself where it lived on. */
  intoId: string;
}

/** Makes the province with its history; nobody works there yet. */
export async function buildTwoTiers(hands: Hands): Promise<TwoTiers> {
  const present = presentCommunes();
  const told = storyOf(present);
  const ids = await beginStory(told, hands);
  for (const { key, id } of present) ids.set(key, ids.get(key) ?? id);
  const provinceId = ids.get('BA') ?? '';
  const hr: Actor = {
    accountId: null,
    sessionId: null,
    address: null,
    grants: [{ role: 'hr', unitId: provinceId }],
  };
  await playStory(told, ids, hands, hr);
  return {
    provinceId,
    communes: present.map(({ key, id, ...commune }) => ({ ...commune, id: ids.get(key) ?? id })),
    districts: districtsOf(present, ids),
  };
}

function districtsOf(present: readonly Present[], ids: ReadonlyMap<string, string>): OldDistrict[] {
  const at = (key: string) => ids.get(key) ?? '';
  const unchanged = present.at(-1);
  const old = oldCommunes(present.length - 1);
  return DISTRICTS.map((name, index) => {
    const key = `H${index + 1}`;
    const communes = old
      .filter(({ parent }) => parent === key)
      .map(({ key: own, name: called, into }) => ({
        ...{ id: at(own), name: called, intoId: at(present[into]?.key ?? '') },
      }));
    const livedOn = unchanged && index === DISTRICTS.length - 1 ? [unchanged] : [];
    return {
      ...{ id: at(key), name },
      communes: [
        ...communes,
        ...livedOn.map(({ key: own, name: called }) => ({
          id: at(own),
          name: called,
          intoId: at(own),
        })),
      ],
    };
  });
}

interface Present {
  key: string;
  id: string;
  code: string;
  name: string;
  lower: string;
}

function presentCommunes(): Present[] {
  const named = [
    ...WARDS.map((name) => ({ name: `Phường ${name}`, lower: `phường ${name}` })),
    ...COMMUNES.map((name) => ({ name: `Xã ${name}`, lower: `xã ${name}` })),
  ];
  return named.map((names, index) => {
    const number = String(index + 1).padStart(2, '0');
    return { key: `moi-${number}`, id: randomUUID(), code: `BA-${number}`, ...names };
  });
}

/** What was there before, each with the number of the new commune that it mainly went into. */
function oldCommunes(newOnes: number) {
  return Array.from({ length: OLD_COMMUNES - 1 }, (_, index) => {
    const into = Math.floor((index * newOnes) / (OLD_COMMUNES - 1));
    const kind = into < WARDS.length ? 'Phường' : 'Xã';
    const number = String(index + 1).padStart(2, '0');
    const district = Math.floor((index * DISTRICTS.length) / OLD_COMMUNES);
    const commune = {
      key: `cu-${number}`,
      code: `BA-C${number}`,
      name: `${kind} mẫu ${index + 1}`,
    };
    return { ...commune, into, parent: `H${district + 1}` };
  });
}

/** The last commune lived on as it was; all others came from what was merged and split. */
function storyOf(present: readonly Present[]): Story {
  const unchanged = present.at(-1);
  const begun = present.slice(0, -1);
  const old = oldCommunes(begun.length);
  const keyAt = (index: number) => begun[index % begun.length]?.key ?? '';
  return {
    note: 'Tỉnh Bình An là tỉnh minh họa; mọi tên đều do phần mềm đặt.',
    since: SINCE,
    units: [
      {
        ...{ key: 'BA', code: PROVINCE.code, name: PROVINCE.name, place: PROVINCE.place },
        ...{ kind: 'province' as const, parent: null },
      },
      ...DISTRICTS.map((name, index) => ({
        ...{ key: `H${index + 1}`, code: `BA-H${index + 1}`, name },
        ...{ kind: 'district' as const, parent: 'BA' },
      })),
      ...old.map(({ key, code, name, parent }) => ({
        ...{ key, code, name, parent },
        kind: 'commune' as const,
      })),
      ...(unchanged ? [{ ...communeOf(unchanged), parent: `H${DISTRICTS.length}` }] : []),
    ],
    reorganisations: [
      {
        title: 'Sắp xếp 91 đơn vị hành chính cấp xã của tỉnh Bình An thành 36',
        effectiveOn: DAY,
        legalBasis: 'Nghị quyết minh họa số 01/NQ-HĐND ngày 24/4/2025',
        units: begun.map(communeOf),
        steps: old.map(({ key, into }, index) =>
          (index + 1) % SPLIT_EVERY === 0
            ? {
                ...{ kind: 'split' as const, unit: key, main: keyAt(into) },
                parts: [keyAt(into), keyAt(into + 1)],
              }
            : { kind: 'merge' as const, unit: key, into: keyAt(into) },
        ),
      },
      {
        title: 'Kết thúc hoạt động của cấp huyện',
        effectiveOn: DAY,
        legalBasis: 'Chính quyền địa phương hai cấp từ ngày 01/7/2025',
        units: [],
        steps: DISTRICTS.map((_, index) => ({
          ...{ kind: 'dissolve' as const, unit: `H${index + 1}`, into: 'BA' },
        })),
      },
    ],
  };
}

const communeOf = ({ key, code, name }: Present) => ({
  ...{ key, code, name, kind: 'commune' as const },
  parent: 'BA',
});
