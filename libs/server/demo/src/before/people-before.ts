/** The room of who worked where before 1 July 2025: officers of today in their old posts, and those who have left. */
import { randomUUID } from 'node:crypto';
import { type Random, seededRandom } from '@tap-huan/rules';
import { nameOrder, searchText } from '@tap-huan/server/identity';
import type { Academy } from '../academy';
import type { DemoOfficer, DemoOrganisation } from '../organisation';
import { inventPeople } from '../people';
import { DISTRICT_JOBS, OLD_COMMUNE_JOBS, OLD_DEPARTMENT_JOBS } from '../places';

/** The first day of what is known, and the day on which the district tier ended. */
const SINCE = '2017-01-01';
const UNTIL = '2025-07-01';
/** People at the desks of each old commune, of each district and of each department in 2017. */
const DESKS = { commune: 5, district: 26, department: 10 };
/** Nobody came to office younger. */
const YOUNGEST = 23;

/** Somebody's post of those years. */
export interface PastPost {
  officerId: string;
  unitId: string;
  /** The district that the unit lay in, or was; null for the province's own. */
  districtId: string | null;
  jobPosition: string;
  validFrom: string;
  /** First day on which it was no more. */
  validTo: string;
}

interface Former extends PastPost {
  staffCode: string;
  fullName: string;
  birthDate: string;
  endReason: string;
}

/** Writes the past down: two statements for everybody. @returns every post that ended */
export async function makePast(
  academy: Academy,
  organisation: DemoOrganisation,
): Promise<PastPost[]> {
  const random = seededRandom('Trước 2025');
  const earlier = earlierPosts(organisation, random);
  const former = formerOfficers(organisation, earlier, random);
  await academy.write(async (tx) => {
    await tx.rows(
      `insert into organisation.officer (id, staff_code, full_name, sort_key, search_text, birth_date)
       select "officerId", "staffCode", "fullName", "sortKey", "searchText", "birthDate"
         from jsonb_to_recordset($1::jsonb) as f ("officerId" uuid, "staffCode" text, "fullName" text,
              "sortKey" text, "searchText" text, "birthDate" text)`,
      [JSON.stringify(former.map(withOrder))],
    );
    await tx.rows(
      `insert into organisation.position (id, officer_id, unit_id, job_position, valid_from, valid_to, rank,
              staff_category, end_reason)
       select gen_random_uuid(), "officerId", "unitId", "jobPosition", "validFrom", "validTo", 'Chuyên viên',
              'cong_chuc', "endReason"
         from jsonb_to_recordset($1::jsonb) as p ("officerId" uuid, "unitId" uuid, "jobPosition" text,
              "validFrom" date, "validTo" date, "endReason" text)`,
      [JSON.stringify([...earlier, ...betweenPosts(organisation), ...former])],
    );
  });
  return [...earlier, ...former];
}

const withOrder = (former: Former) => ({
  ...former,
  sortKey: nameOrder(former.fullName),
  searchText: searchText(former.fullName, former.staffCode),
});

/** Whoever is old enough worked in a commune that went into the present one, or in the same department. */
function earlierPosts(organisation: DemoOrganisation, random: Random): PastPost[] {
  const { communeCentreIds, communeIds, oldDepartmentIds, districts } = organisation;
  const communeOf = new Map(communeCentreIds.map((id, index) => [id, communeIds[index]]));
  return organisation.officers.flatMap((officer, index): PastPost[] => {
    const validFrom = beganOn(officer, random);
    if (validFrom === null) return [];
    const { officerId } = officer;
    const lasting = { officerId, validFrom, validTo: UNTIL };
    if (officer.workplace === 'department' && oldDepartmentIds.includes(officer.unitId)) {
      const jobPosition = jobAt(OLD_DEPARTMENT_JOBS, index);
      return [{ ...lasting, unitId: officer.unitId, districtId: null, jobPosition }];
    }
    const into = communeOf.get(officer.unitId);
    const old = districts.flatMap(({ id, communes }) =>
      communes
        .filter(({ intoId }) => intoId === into)
        .map((commune) => ({ districtId: id, unitId: commune.id })),
    );
    const place = old[index % Math.max(old.length, 1)];
    return place ? [{ ...lasting, ...place, jobPosition: jobAt(OLD_COMMUNE_JOBS, index) }] : [];
  });
}

/** The day on which an officer came to office; null where that was lately. */
function beganOn({ birthDate }: DemoOfficer, random: Random): string | null {
  const year = Number(birthDate.slice(0, 4)) + YOUNGEST;
  if (year <= 2017) return SINCE;
  if (year >= 2024) return null;
  return `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-01`;
}

/** Whoever was appointed after the reorganisation had another post of the same centre until then. */
function betweenPosts({ officers }: DemoOrganisation): PastPost[] {
  return officers.flatMap(({ officerId, unitId, post }) =>
    post.appointedOn !== null && post.appointedOn > UNTIL
      ? [
          {
            ...{ officerId, unitId, districtId: null, validFrom: UNTIL },
            ...{ jobPosition: 'Chuyên viên', validTo: post.appointedOn },
          },
        ]
      : [],
  );
}

/** Fills the desks of 2017 with people who have left since; none of them has an account. */
function formerOfficers(
  { districts, oldDepartmentIds }: DemoOrganisation,
  known: readonly PastPost[],
  random: Random,
): Former[] {
  const people = inventPeople('Trước 2025');
  const former: Former[] = [];
  const fill = (
    unitId: string,
    districtId: string | null,
    size: number,
    jobs: readonly string[],
  ) => {
    const there = known.filter((post) => post.unitId === unitId && post.validFrom === SINCE).length;
    for (let desk = there; desk < size; desk += 1) {
      const { fullName, birthDate } = people.next().value;
      former.push({
        ...{ officerId: randomUUID(), staffCode: codeOf(former.length + 1), fullName },
        ...{ birthDate: older(birthDate), unitId, districtId, jobPosition: jobAt(jobs, desk) },
        ...{ validFrom: SINCE, ...endOf(districtId === unitId, random) },
      });
    }
  };
  for (const district of districts) {
    fill(district.id, district.id, DESKS.district, DISTRICT_JOBS);
    for (const { id } of district.communes) {
      fill(id, district.id, DESKS.commune, OLD_COMMUNE_JOBS);
    }
  }
  for (const id of oldDepartmentIds) fill(id, null, DESKS.department, OLD_DEPARTMENT_JOBS);
  return former;
}

/** District desks lasted to the end of their tier; others left in the years between. */
function endOf(isDistrict: boolean, random: Random): { validTo: string; endReason: string } {
  if (isDistrict && random() < 0.7) {
    return { validTo: UNTIL, endReason: 'Nghỉ theo chế độ khi sắp xếp tổ chức bộ máy' };
  }
  const year = 2018 + Math.floor(random() * 7);
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  const endReason = random() < 0.55 ? 'Nghỉ hưu' : 'Chuyển công tác ra ngoài tỉnh';
  return { validTo: `${year}-${month}-01`, endReason };
}

/** Old enough to have been at a desk in 2017. */
const older = (birthDate: string): string => {
  const year = Number(birthDate.slice(0, 4));
  return year <= 1990 ? birthDate : `${year - 14}${birthDate.slice(4)}`;
};
const codeOf = (number: number): string => `CC${String(number).padStart(4, '0')}`;
const jobAt = (jobs: readonly string[], index: number): string =>
  jobs[index % jobs.length] ?? 'Chuyên viên';
