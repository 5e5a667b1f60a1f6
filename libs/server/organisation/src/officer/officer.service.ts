/** The room where officers and their positions change. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf } from '@tap-huan/contract';
import { toNfc, today } from '@tap-huan/rules';
import { Accounts, nameOrder, searchText } from '@tap-huan/server/identity';
import { type Actor, Failure, found, type Tx, Writer } from '@tap-huan/server/platform';
import { requireScope } from '../unit/scope';
import { openUnit } from '../unit/unit.service';
import { requireBirthDate } from './birth-date';
import { Officer } from './officer.entity';
import { Position } from './position.entity';

type OfficerInput = InputOf<typeof endpoints.createOfficer>['body'];

export interface NewOfficer extends OfficerInput {
  /** Drawn where absent. */
  id?: string;
  accountId?: string | null;
  /** First day of the position, `YYYY-MM-DD`; today where absent. */
  validFrom?: string;
}

@Injectable()
export class OfficerService {
  constructor(
    private readonly writer: Writer,
    private readonly accounts: Accounts,
  ) {}

  /** Adds an officer to a unit in the actor's scope. @returns the id. @throws Failure `staff_code_taken` */
  add(actor: Actor, input: OfficerInput): Promise<string> {
    return this.writer.write(actor, async (tx) => {
      await requireScope(tx, input.unitId, 'officer.manage');
      return this.create(tx, input);
    });
  }

  /** Adds an officer anywhere, for callers that have seen to the scope. @throws Failure `staff_code_taken` */
  async create(tx: Tx, input: NewOfficer): Promise<string> {
    const id = input.id ?? randomUUID();
    const day = today(tx.now);
    requireBirthDate(input.birthDate, day);
    await openUnit(tx, input.unitId);
    await refuseTakenCode(tx, input.staffCode, id);
    await tx.manager.insert(Officer, {
      id,
      accountId: input.accountId ?? null,
      ...personOf(input),
    });
    await begin(tx, id, input, input.validFrom ?? day);
    await tx.audit('officer_created', { kind: 'officer', id }, { unitId: input.unitId });
    return id;
  }

  /** Changes an officer; the account bears the same name. A new unit or job is a new position from today on. */
  async update(actor: Actor, officerId: string, input: OfficerInput): Promise<void> {
    await this.writer.write(actor, async (tx) => {
      const officer = await locked(tx, officerId);
      const position = found(await presentPosition(tx, officerId));
      await requireScope(tx, position.unitId, 'officer.manage');
      await requireScope(tx, input.unitId, 'officer.manage');
      requireBirthDate(input.birthDate, today(tx.now));
      await refuseTakenCode(tx, input.staffCode, officerId);
      const person = personOf(input);
      await tx.manager.update(Officer, officerId, person);
      if (officer.accountId && person.fullName !== officer.fullName) {
        await this.accounts.rename(tx, officer.accountId, person.fullName);
      }
      await tx.audit('officer_updated', { kind: 'officer', id: officerId });
      await this.moveIfAsked(tx, position, input);
    });
  }

  /**
   * Links an officer to an account, or parts them (null).
   * @throws Failure `not_found` where the officer has another account
   */
  async link(tx: Tx, officerId: string, accountId: string | null): Promise<void> {
    const officer = await locked(tx, officerId);
    if (officer.accountId === accountId) return;
    if (officer.accountId !== null && accountId !== null) throw new Failure('not_found');
    await tx.manager.update(Officer, officerId, { accountId });
    await tx.audit(
      accountId ? 'account_linked' : 'account_parted',
      {
        kind: 'officer',
        id: officerId,
      },
      { accountId: accountId ?? officer.accountId },
    );
  }

  private async moveIfAsked(tx: Tx, position: Position, input: OfficerInput): Promise<void> {
    const jobPosition = toNfc(input.jobPosition);
    if (position.unitId === input.unitId && position.jobPosition === jobPosition) return;
    if (position.unitId !== input.unitId) await openUnit(tx, input.unitId);
    const day = today(tx.now);
    if (position.validFrom >= day) {
      // Begun today: a correction, not a career of no days.
      await tx.manager.update(Position, position.id, { unitId: input.unitId, jobPosition });
    } else {
      await tx.manager.update(Position, position.id, { validTo: day });
      await begin(tx, position.officerId, input, day);
    }
    await tx.audit(
      'officer_moved',
      { kind: 'officer', id: position.officerId },
      {
        from: { unitId: position.unitId, jobPosition: position.jobPosition },
        to: { unitId: input.unitId, jobPosition },
      },
    );
  }
}

function personOf(input: OfficerInput) {
  const fullName = toNfc(input.fullName);
  const staffCode = toNfc(input.staffCode);
  return {
    staffCode,
    fullName,
    sortKey: nameOrder(fullName),
    searchText: searchText(fullName, staffCode),
    birthDate: input.birthDate,
  };
}

async function begin(tx: Tx, officerId: string, input: OfficerInput, day: string): Promise<void> {
  await tx.manager.insert(Position, {
    id: randomUUID(),
    officerId,
    unitId: input.unitId,
    jobPosition: toNfc(input.jobPosition),
    validFrom: day,
    validTo: null,
  });
}

async function locked(tx: Tx, officerId: string): Promise<Officer> {
  return found(
    await tx.manager.findOne(Officer, {
      where: { id: officerId },
      lock: { mode: 'pessimistic_write' },
    }),
  );
}

/** Days as text: a driver that makes instants of days may shift them. */
const presentPosition = (tx: Tx, officerId: string): Promise<Position | null> =>
  tx.maybe<Position>(
    `select id, officer_id as "officerId", unit_id as "unitId", job_position as "jobPosition",
            valid_from::text as "validFrom", valid_to::text as "validTo"
     from organisation.position where officer_id = $1 and valid_to is null`,
    [officerId],
  );

async function refuseTakenCode(tx: Tx, staffCode: string, officerId: string): Promise<void> {
  // The same code twice at once: the second waits and then sees the first.
  await tx.rows(`select pg_advisory_xact_lock(hashtext('staff_code ' || $1))`, [toNfc(staffCode)]);
  const taken = await tx.rows(
    `select 1 from organisation.officer where staff_code = $1 and id <> $2`,
    [toNfc(staffCode), officerId],
  );
  if (taken.length > 0) throw new Failure('staff_code_taken');
}
