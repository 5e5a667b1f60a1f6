/** The room where officers come and change; their positions over time are changed next door. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf } from '@tap-huan/contract';
import { toNfc, today } from '@tap-huan/rules';
import { Accounts, nameOrder, searchText } from '@tap-huan/server/identity';
import { type Actor, disclose, Failure, found, type Tx, Writer } from '@tap-huan/server/platform';
import { requireScope } from '../unit/scope';
import { openUnit } from '../unit/unit.service';
import { requireBirthDate } from './birth-date';
import { Officer } from './officer.entity';
import { Position } from './position.entity';
import { type PostWish, postAfter } from './post';
import { beginPosition, followPosition, presentPosition } from './positions';

type OfficerInput = InputOf<typeof endpoints.createOfficer>['body'];

export interface NewOfficer extends OfficerInput {
  /** Drawn where absent. */
  id?: string;
  accountId?: string | null;
  /** First day of the position, `YYYY-MM-DD`; today where absent. */
  validFrom?: string;
  /** Decision by which the position begins. */
  decisionNo?: string | null;
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

  /** Has somebody look at an officer's page, which the officer may know of. @throws whatever `read` throws */
  async look<T>(actor: Actor, officerId: string, read: () => Promise<T>): Promise<T> {
    const page = await read();
    await this.writer.write(actor, (tx) =>
      disclose(tx, { kind: 'viewed', what: 'profile', personIds: [officerId] }),
    );
    return page;
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
    const from = input.validFrom ?? day;
    await beginPosition(tx, id, postAfter(null, input, from), from);
    await tx.audit('officer_created', { kind: 'officer', id }, { unitId: input.unitId });
    return id;
  }

  /** Changes an officer; the account bears the same name. Another post is a new position from today on. */
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

  private async moveIfAsked(tx: Tx, position: Position, input: PostWish): Promise<void> {
    if (position.unitId !== input.unitId) await openUnit(tx, input.unitId);
    // Begun today, or on a day ahead: a correction, not a career of no days.
    const day = [today(tx.now), position.validFrom].sort()[1] as string;
    await followPosition(tx, position, postAfter(position, input, day), day);
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
    ...(input.email === undefined ? {} : { email: input.email && toNfc(input.email) }),
    ...(input.phone === undefined ? {} : { phone: input.phone && toNfc(input.phone) }),
  };
}

/** The officer, held until the transaction ends. @throws Failure `not_found` */
export async function locked(tx: Tx, officerId: string): Promise<Officer> {
  return found(
    await tx.manager.findOne(Officer, {
      where: { id: officerId },
      lock: { mode: 'pessimistic_write' },
    }),
  );
}

async function refuseTakenCode(tx: Tx, staffCode: string, officerId: string): Promise<void> {
  // The same code twice at once: the second waits and then sees the first.
  await tx.rows(`select pg_advisory_xact_lock(hashtext('staff_code ' || $1))`, [toNfc(staffCode)]);
  const taken = await tx.rows(
    `select 1 from organisation.officer where staff_code = $1 and id <> $2`,
    [toNfc(staffCode), officerId],
  );
  if (taken.length > 0) throw new Failure('staff_code_taken');
}
