/** The room where an issuing body says who signs its papers, and where. */
import { Injectable } from '@nestjs/common';
import { toNfc } from '@tap-huan/rules';
import type { Tx } from '@tap-huan/server/platform';
import { IssuerProfileEntity } from './issuer-profile.entity';

export interface IssuerProfile {
  unitId: string;
  /** Cơ quan chủ quản, e.g. "Ủy ban nhân dân tỉnh Đồng Nai"; capitals are the printer's. May be empty. */
  parentBody: string;
  /** Place before the date. */
  place: string;
  /** The line above the title where somebody signs for another, e.g. "KT. Giám đốc"; empty where the head signs. */
  signCapacity: string;
  /** E.g. "Giám đốc". */
  signerTitle: string;
  /** Without academic titles (Decree 30/2020/NĐ-CP); empty where nobody is named yet. */
  signerName: string;
}

@Injectable()
export class IssuerProfiles {
  /** Sets the profile of an issuing unit. Papers that are issued already keep what they say. */
  async set(tx: Tx, profile: IssuerProfile): Promise<void> {
    await tx.manager.upsert(
      IssuerProfileEntity,
      {
        unitId: profile.unitId,
        parentBody: toNfc(profile.parentBody),
        place: toNfc(profile.place),
        signCapacity: toNfc(profile.signCapacity),
        signerTitle: toNfc(profile.signerTitle),
        signerName: toNfc(profile.signerName),
      },
      ['unitId'],
    );
    await tx.audit('issuer_profile_set', { kind: 'unit', id: profile.unitId });
  }

  /** Null where nobody has set it: the paper then has a title and room for a name. */
  of(tx: Tx, unitId: string): Promise<IssuerProfile | null> {
    return tx.manager.findOneBy(IssuerProfileEntity, { unitId });
  }
}
