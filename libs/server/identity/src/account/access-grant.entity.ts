/** The room of a grant's columns: an account plays a role in the subtree of a unit. */
import type { Role } from '@tap-huan/contract';
import { Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'access_grant', schema: 'identity' })
export class AccessGrant {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @PrimaryColumn('text')
  role: Role;

  @PrimaryColumn('uuid', { name: 'unit_id' })
  unitId: string;
}
