/** The room of which classes were held from 2017 to 2025, where, and who sat in them. */
import type { DELIVERY_FORMS } from '@tap-huan/contract';
import { type Random, seededRandom } from '@tap-huan/rules';
import type { DemoOrganisation } from '../organisation';
import { PROVINCE } from '../places';
import type { PastPost } from './people-before';

/** A class as it is entered. */
export interface PastClass {
  title: string;
  courseCode: string;
  unitId: string;
  place: string;
  deliveryForm: (typeof DELIVERY_FORMS)[number];
  startsOn: string;
  endsOn: string;
  documentNo: string;
  participants: { officerId: string; scoreOfTen: number }[];
}

/** First days of the nine local classes of 2017 and of the two of the province, all Tuesdays; each lasts two days. */
const LOCAL_2017 =
  '2017-05-09 2017-05-16 2017-05-23 2017-06-06 2017-06-13 2017-06-20 2017-07-11 2017-07-18 2017-08-08'.split(
    ' ',
  );
const PROVINCE_2017 = ['2017-09-12', '2017-10-10'] as const;
/** Chairs of each class of 2017. */
const CHAIRS = 76;
/** At the province's second class: spokespersons of the districts, who had sat in a local class too. */
const FROM_DISTRICTS = 36;
/** Thinner years: first day, place in the list of districts, chairs; one day each. */
const LATER: readonly [startsOn: string, district: number, chairs: number][] = [
  ['2018-09-18', 0, 44],
  ['2018-10-16', 5, 38],
  ['2019-05-14', 1, 42],
  ['2019-06-11', 6, 36],
  ['2020-09-22', 2, 28],
  ['2021-10-05', 3, 34],
  ['2022-06-14', 7, 36],
  ['2023-05-16', 4, 40],
  ['2023-08-15', 8, 32],
  ['2024-05-14', 0, 36],
  ['2024-09-17', 5, 30],
  ['2025-03-18', 1, 26],
];
/** The year in which nobody met. */
const ONLINE = '2021';

/** All classes, the oldest first. */
export function planPastClasses(
  { provinceId, districts }: DemoOrganisation,
  posts: readonly PastPost[],
): PastClass[] {
  const random = seededRandom('Lớp cũ');
  // Whoever is still here sits among those who have left.
  const mixed = posts
    .map((post) => ({ post, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ post }) => post);
  const of = (districtId: string | null) => mixed.filter((post) => post.districtId === districtId);
  const local = districts.map((district, index): PastClass => {
    const isTown = !district.name.startsWith('Huyện');
    return {
      title: `Lớp bồi dưỡng cán bộ một cửa ${lower(district.name)} năm 2017`,
      courseCode: isTown ? 'MC17-H' : 'MC17-X',
      ...{ unitId: district.id, place: `Hội trường ${lower(district.name)}` },
      ...days(LOCAL_2017[index] ?? '', 2),
      ...{ deliveryForm: 'in_person', documentNo: `${101 + index}/QĐ-MẪU` },
      participants: seated(of(district.id), LOCAL_2017[index] ?? '', CHAIRS, random),
    };
  });
  const [first, second] = PROVINCE_2017;
  const ownPosts = of(null).filter(({ validFrom }) => validFrom <= first);
  const spokespersons = districts.flatMap(({ id }) =>
    of(id)
      .filter(({ unitId }) => unitId === id)
      .slice(0, FROM_DISTRICTS / districts.length),
  );
  const provincial = (index: number, startsOn: string, people: PastPost[]): PastClass => ({
    title: `Lớp bồi dưỡng công chức một cửa cấp tỉnh năm 2017, khóa ${index}`,
    ...{ courseCode: 'MC17-T', unitId: provinceId, place: 'Trung tâm Hội nghị tỉnh' },
    ...{ ...days(startsOn, 2), deliveryForm: 'in_person', documentNo: `${109 + index}/QĐ-MẪU` },
    participants: seated(people, startsOn, CHAIRS, random),
  });
  return [
    ...local,
    provincial(1, first, ownPosts.slice(0, CHAIRS)),
    provincial(2, second, [...spokespersons, ...ownPosts.slice(CHAIRS)]),
    ...laterClasses(districts, of, random),
  ];
}

function laterClasses(
  districts: DemoOrganisation['districts'],
  of: (districtId: string) => PastPost[],
  random: Random,
): PastClass[] {
  return LATER.flatMap(([startsOn, place, chairs], index) => {
    const district = districts[place];
    if (!district) return [];
    const year = startsOn.slice(0, 4);
    const isOnline = year === ONLINE;
    return [
      {
        title: `Lớp bồi dưỡng nghiệp vụ một cửa ${lower(district.name)} năm ${year}`,
        ...{ courseCode: 'MC18', unitId: district.id, ...days(startsOn, 1) },
        deliveryForm: isOnline ? 'online' : 'in_person',
        place: isOnline ? '' : `Hội trường ${lower(district.name)}`,
        documentNo: `${201 + index}/QĐ-MẪU`,
        participants: seated(of(district.id), startsOn, chairs, random),
      },
    ];
  });
}

/** Whoever had the post on that day, as far as there are chairs; marks from 6 to 9,75. */
function seated(
  posts: readonly PastPost[],
  day: string,
  chairs: number,
  random: Random,
): PastClass['participants'] {
  return posts
    .filter(({ validFrom, validTo }) => validFrom <= day && validTo > day)
    .slice(0, chairs)
    .map(({ officerId }) => ({ officerId, scoreOfTen: 600 + 25 * Math.floor(random() * 16) }));
}

function days(startsOn: string, count: number): { startsOn: string; endsOn: string } {
  const last = new Date(`${startsOn}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() + count - 1);
  return { startsOn, endsOn: last.toISOString().slice(0, 10) };
}

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Who held them all. */
export const ORGANISER = `Sở Nội vụ ${PROVINCE.name.charAt(0).toLowerCase()}${PROVINCE.name.slice(1)}`;
