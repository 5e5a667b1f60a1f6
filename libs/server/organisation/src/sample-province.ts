/** The room where specs get a province with units and people in them. */
import type { Grant, Role } from '@tap-huan/contract';
import { Accounts } from '@tap-huan/server/identity';
import { type Actor, SYSTEM } from '@tap-huan/server/platform';
import type { TestModule } from '@tap-huan/server/platform/testing';
import { OfficerService } from './officer/officer.service';
import { type NewUnit, UnitService } from './unit/unit.service';

/** An argon2id hash of nothing that anybody knows; specs that sign in make their own. */
const NO_PASSWORD = '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AA';

export interface SampleProvince {
  province: string;
  /** The issuing centre, with one division. */
  centre: string;
  centreDivision: string;
  /** Two communes; the first has a service centre, and that a branch. */
  communeA: string;
  serviceCentreA: string;
  branchA: string;
  communeB: string;
}

export class Sampler {
  private count = 0;

  constructor(private readonly test: TestModule) {}

  unit(input: Partial<NewUnit> & Pick<NewUnit, 'parentId'>): Promise<string> {
    this.count += 1;
    const unit: NewUnit = {
      code: `U${this.count}`,
      name: `Đơn vị ${this.count}`,
      kind: 'division',
      validFrom: '2025-07-01',
      ...input,
    };
    return this.test.writer.write(SYSTEM, (tx) => this.test.get(UnitService).create(tx, unit));
  }

  async province(name = 'Tỉnh Đồng Nai'): Promise<SampleProvince> {
    const province = await this.unit({ parentId: null, name, kind: 'province', place: 'Đồng Nai' });
    const centre = await this.unit({
      parentId: province,
      name: 'Trung tâm Phục vụ hành chính công tỉnh',
      kind: 'provincial_service_centre',
    });
    const centreDivision = await this.unit({ parentId: centre });
    const communeA = await this.unit({ parentId: province, name: 'Xã An Bình', kind: 'commune' });
    const serviceCentreA = await this.unit({ parentId: communeA, kind: 'commune_service_centre' });
    const branchA = await this.unit({ parentId: serviceCentreA, kind: 'branch' });
    const communeB = await this.unit({ parentId: province, name: 'Xã Đức Hòa', kind: 'commune' });
    return { province, centre, centreDivision, communeA, serviceCentreA, branchA, communeB };
  }

  officer(unitId: string, fullName: string, more: { accountId?: string; staffCode?: string } = {}) {
    this.count += 1;
    return this.test.writer.write(SYSTEM, (tx) =>
      this.test.get(OfficerService).create(tx, {
        staffCode: `CB${String(this.count).padStart(4, '0')}`,
        fullName,
        birthDate: '1990-05-02',
        jobPosition: 'Chuyên viên',
        unitId,
        validFrom: '2025-07-01',
        ...more,
      }),
    );
  }

  account(fullName: string, grants: Grant[] = []): Promise<string> {
    this.count += 1;
    return this.test.writer.write(SYSTEM, async (tx) => {
      const accounts = this.test.get(Accounts);
      const accountId = await accounts.create(tx, {
        username: `account${this.count}`,
        fullName,
        language: 'vi',
        passwordHash: NO_PASSWORD,
      });
      await accounts.setGrants(tx, accountId, grants);
      return accountId;
    });
  }

  /** Somebody with one role in one subtree. */
  async actor(role: Role, unitId: string): Promise<Actor & { accountId: string }> {
    const grants = [{ role, unitId }];
    const accountId = await this.account(`${role} ${this.count}`, grants);
    return { accountId, grants, sessionId: null, address: null };
  }
}
