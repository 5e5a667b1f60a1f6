/** The room where the invented province gets its units, officers and accounts. */
import type { UnitRow } from '@tap-huan/contract';
import { Accounts } from '@tap-huan/server/identity';
import { IssuerProfiles } from '@tap-huan/server/certification';
import { OfficerService, ReorganisationService, UnitService } from '@tap-huan/server/organisation';
import { DEMO_PASSWORD, type Tx } from '@tap-huan/server/platform';
import type { Academy } from './academy';
import { inventPeople } from './people';
import { CENTRE, DEPARTMENTS, JOBS, NEW_DEPARTMENTS, PROVINCE, TRAINING_OFFICE } from './places';
import { NO_POST, type Post, Posts } from './posts';
import { type Hire, staffOf, type StaffPlaces, type Workplace } from './staff';
import { buildTwoTiers, type OldDistrict, type TwoTiers } from './two-tiers';

export interface DemoOfficer {
  officerId: string;
  accountId: string;
  username: string;
  staffCode: string;
  workplace: Workplace;
  /** Of the commune centre, the provincial centre or the department. */
  unitId: string;
  jobPosition: string;
  birthDate: string;
  post: Post;
}

export interface DemoOrganisation {
  provinceId: string;
  centreId: string;
  /** The department of justice: its instructor shares banks with the centre. */
  justiceId: string;
  /** Service centres of the 36 communes, in the order of the list. */
  communeCentreIds: string[];
  /** The communes themselves, in the same order. */
  communeIds: string[];
  /** Departments that there were in 2017 too. */
  oldDepartmentIds: string[];
  /** What there was below the province until 30 June 2025. */
  districts: OldDistrict[];
  officers: DemoOfficer[];
  /** The accounts of the sign-in page; their officers are not among `officers`. */
  learner: DemoOfficer;
}

/** The first day of what is known of the province, and the day on which the district tier ended. */
const SINCE_KNOWN = '2017-01-01';
const SINCE_TWO_TIERS = '2025-07-01';

export async function buildOrganisation(academy: Academy): Promise<DemoOrganisation> {
  const passwordHash = await academy.get(Accounts).hash(DEMO_PASSWORD);
  const places = await buildTwoTiers({
    units: academy.get(UnitService),
    reorganisations: academy.get(ReorganisationService),
    write: (work) => academy.write(work),
  });
  const builder = new Builder(academy, passwordHash);
  return academy.write((tx) => builder.build(tx, places));
}

class Builder {
  private readonly people = inventPeople('Bình An 2026');
  private readonly officers: DemoOfficer[] = [];
  private readonly posts: Posts;

  constructor(
    private readonly academy: Academy,
    /** Hashed once: three hundred times the same password would only cost time. */
    private readonly passwordHash: string,
  ) {
    this.posts = new Posts((daysAgo) => academy.day(daysAgo));
  }

  async build(tx: Tx, { provinceId, communes, districts }: TwoTiers): Promise<DemoOrganisation> {
    const centreId = await this.unit(
      tx,
      CENTRE.code,
      CENTRE.name,
      'provincial_service_centre',
      provinceId,
    );
    await this.academy.get(IssuerProfiles).set(tx, {
      unitId: centreId,
      parentBody: `Ủy ban nhân dân ${PROVINCE.name.toLowerCase().replace('bình an', 'Bình An')}`,
      place: PROVINCE.place,
      signCapacity: '',
      signerTitle: 'Giám đốc',
      signerName: 'Trần Quốc Khải',
    });
    const departments = await this.departments(tx, provinceId);
    const { SNV = '', STP = '', TTR = '' } = departments;
    const officeId = await this.unit(
      tx,
      TRAINING_OFFICE.code,
      TRAINING_OFFICE.name,
      'division',
      SNV,
    );
    await this.team(tx, centreId, 'centre', 28, JOBS.centre);
    const communeCentreIds = await this.communes(tx, communes);
    const [firstCommuneId = centreId] = communeCentreIds;
    const at = { provinceId, centreId, officeId, justiceId: STP, inspectorateId: TTR };
    const learner = await this.roles(tx, { ...at, firstCommuneId });
    const { officers } = this;
    const oldDepartmentIds = DEPARTMENTS.flatMap(([code]) =>
      NEW_DEPARTMENTS.includes(code) ? [] : [departments[code] ?? ''],
    );
    return {
      ...{ provinceId, centreId, justiceId: STP, communeCentreIds, oldDepartmentIds, districts },
      ...{ communeIds: communes.map(({ id }) => id), officers, learner },
    };
  }

  /** @returns ids by code */
  private async departments(tx: Tx, provinceId: string): Promise<Record<string, string>> {
    const ids: Record<string, string> = {};
    for (const [code, name] of DEPARTMENTS) {
      const since = NEW_DEPARTMENTS.includes(code) ? SINCE_TWO_TIERS : SINCE_KNOWN;
      const id = await this.unit(tx, `BA-${code}`, name, 'department', provinceId, since);
      await this.team(tx, id, 'department', 4, JOBS.department);
      ids[code] = id;
    }
    return ids;
  }

  /** Each of the 36 communes gets its service centre. */
  private async communes(tx: Tx, communes: TwoTiers['communes']): Promise<string[]> {
    const centreIds: string[] = [];
    for (const [place, { id: communeId, code, lower }] of communes.entries()) {
      const centreName = `Trung tâm Phục vụ hành chính công ${lower}`;
      const id = await this.unit(tx, `${code}-TT`, centreName, 'commune_service_centre', communeId);
      await this.team(tx, id, 'commune', 6, JOBS.commune, place);
      centreIds.push(id);
    }
    return centreIds;
  }

  /** @returns the learner of the sign-in page */
  private async roles(tx: Tx, places: StaffPlaces): Promise<DemoOfficer> {
    const learner = await this.hire(tx, {
      staffCode: 'HV001',
      username: 'hocvien',
      person: { fullName: 'Lê Thị Thanh Hương', birthDate: '1991-03-08' },
      unitId: places.firstCommuneId,
      workplace: 'commune',
      jobPosition: JOBS.commune[2],
    });
    for (const hire of staffOf(places)) await this.hire(tx, hire);
    return learner;
  }

  private async team(
    tx: Tx,
    unitId: string,
    workplace: Workplace,
    size: number,
    jobs: readonly string[],
    place = 0,
  ): Promise<void> {
    for (let index = 0; index < size; index += 1) {
      const staffCode = `CB${String(this.officers.length + 1).padStart(3, '0')}`;
      const jobPosition = jobs[index % jobs.length] ?? 'Chuyên viên';
      const officer = await this.hire(tx, {
        staffCode,
        username: staffCode.toLowerCase(),
        person: this.people.next().value,
        unitId,
        workplace,
        jobPosition,
        post: this.posts.next(jobPosition, workplace, place),
      });
      this.officers.push(officer);
    }
  }

  private async hire(tx: Tx, hire: Hire): Promise<DemoOfficer> {
    const accounts = this.academy.get(Accounts);
    const { fullName, birthDate } = hire.person;
    const accountId = await accounts.create(tx, {
      username: hire.username,
      fullName,
      language: 'vi',
      passwordHash: this.passwordHash,
      mustChangePassword: false,
    });
    await accounts.setGrants(tx, accountId, [
      { role: 'learner', unitId: hire.unitId },
      ...(hire.grants ?? []),
    ]);
    const post = hire.post ?? NO_POST;
    const officerId = await this.academy.get(OfficerService).create(tx, {
      ...post,
      staffCode: hire.staffCode,
      fullName,
      birthDate,
      jobPosition: hire.jobPosition,
      unitId: hire.unitId,
      accountId,
      validFrom: [SINCE_TWO_TIERS, post.appointedOn ?? ''].sort()[1],
    });
    const { username, staffCode, unitId, workplace, jobPosition } = hire;
    const known = { staffCode, unitId, workplace, jobPosition, birthDate, post };
    return { officerId, accountId, username, ...known };
  }

  private unit(
    tx: Tx,
    code: string,
    name: string,
    kind: UnitRow['kind'],
    parentId: string,
    validFrom = SINCE_TWO_TIERS,
  ): Promise<string> {
    return this.academy.get(UnitService).create(tx, { code, name, kind, parentId, validFrom });
  }
}
