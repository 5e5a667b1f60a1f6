/** The room where an officer's positions are held, begun and followed by another, inside a caller's write. */
import { randomUUID } from 'node:crypto';
import { formatDay } from '@tap-huan/rules';
import { Failure, type Tx } from '@tap-huan/server/platform';
import { type Post, postDifference } from './post';
import { Position } from './position.entity';

const POSITION = `
  select id, officer_id as "officerId", unit_id as "unitId", job_position as "jobPosition", rank,
         leadership, appointed_on::text as "appointedOn", staff_category as "staffCategory",
         decision_no as "decisionNo", end_reason as "endReason",
         valid_from::text as "validFrom", valid_to::text as "validTo"
  from organisation.position`;

/** The position that is held. Days as text: a driver that makes instants of days may shift them. */
export const presentPosition = (tx: Tx, officerId: string): Promise<Position | null> =>
  tx.maybe<Position>(`${POSITION} where officer_id = $1 and valid_to is null`, [officerId]);

/** The one that is held, or was the last to be. */
export const latestPosition = (tx: Tx, officerId: string): Promise<Position | null> =>
  tx.maybe<Position>(`${POSITION} where officer_id = $1 order by valid_from desc limit 1`, [
    officerId,
  ]);

/** One of an officer's positions. */
export const positionOf = (
  tx: Tx,
  officerId: string,
  positionId: string,
): Promise<Position | null> =>
  tx.maybe<Position>(`${POSITION} where officer_id = $1 and id = $2`, [officerId, positionId]);

/** Begins a position; the days before it are the caller's to see to. */
export async function beginPosition(
  tx: Tx,
  officerId: string,
  post: Post,
  validFrom: string,
): Promise<void> {
  await tx.manager.insert(Position, {
    id: randomUUID(),
    officerId,
    ...post,
    endReason: null,
    validFrom,
    validTo: null,
  });
}

/**
 * Makes a position another from a day on: nothing where it is the same, a word more where only more is known, a
 * correction where it begins on that very day.
 * @throws Failure `positions_overlap` where it began later than that
 */
export async function followPosition(
  tx: Tx,
  position: Position,
  post: Post,
  day: string,
): Promise<void> {
  const difference = postDifference(position, post);
  if (difference === 'none') return;
  // A decision stays with what it began.
  const decisionNo = post.decisionNo ?? position.decisionNo;
  if (difference === 'supplement' || position.validFrom === day) {
    await tx.manager.update(Position, position.id, { ...post, decisionNo });
  } else {
    if (position.validFrom > day) throw new Failure('positions_overlap');
    await tx.manager.update(Position, position.id, { validTo: day });
    await beginPosition(tx, position.officerId, post, day);
  }
  await tx.audit(
    'officer_moved',
    { kind: 'officer', id: position.officerId },
    { from: postOf(position), to: post, on: day },
  );
}

/** The post of a position. */
export const postOf = (position: Position): Post => ({
  unitId: position.unitId,
  jobPosition: position.jobPosition,
  rank: position.rank,
  leadership: position.leadership,
  appointedOn: position.appointedOn,
  staffCategory: position.staffCategory,
  decisionNo: position.decisionNo,
});

/**
 * Refuses days that another position of the officer holds, by its name.
 * @param exceptId the position whose days they are
 * @throws Failure `position_days_taken`
 */
export async function refuseTakenDays(
  tx: Tx,
  officerId: string,
  { validFrom, validTo }: { validFrom: string; validTo: string | null },
  exceptId: string | null,
): Promise<void> {
  const taken = await tx.maybe<{ job: string; unit: string; from: string; to: string | null }>(
    `select p.job_position as job, u.name as unit, p.valid_from::text as "from",
            (p.valid_to - 1)::text as "to"
     from organisation.position p join organisation.unit u on u.id = p.unit_id
     where p.officer_id = $1 and p.id is distinct from $4::uuid
       and daterange(p.valid_from, p.valid_to) && daterange($2::date, $3::date)
     order by p.valid_from limit 1`,
    [officerId, validFrom, validTo, exceptId],
  );
  if (!taken) return;
  const { job, unit, from, to } = taken;
  throw new Failure('position_days_taken', { job, unit, ...daysOf(from, to) });
}

/** @throws Failure `unit_not_then` where the unit was not there on all of the days */
export async function requireUnitThen(
  tx: Tx,
  unitId: string,
  { validFrom, validTo }: { validFrom: string; validTo: string | null },
): Promise<void> {
  const other = await tx.maybe<{ unit: string; from: string; to: string | null }>(
    `select u.name as unit, u.valid_from::text as "from", (u.valid_to - 1)::text as "to"
     from organisation.unit u
     where u.id = $1 and not (daterange(u.valid_from, u.valid_to) @> daterange($2::date, $3::date))`,
    [unitId, validFrom, validTo],
  );
  if (!other) return;
  throw new Failure('unit_not_then', { unit: other.unit, ...daysOf(other.from, other.to) });
}

/** Days as people read them; an end that is not known is left open. */
const daysOf = (from: string, to: string | null): { from: string; to: string } => ({
  from: formatDay(from),
  to: to === null ? '…' : formatDay(to),
});

/** A position begins before it ends, and neither in the future. @throws Failure `validation_failed` */
export function requireDays(validFrom: string, validTo: string | null, day: string): void {
  const issue = (path: string) => ({
    path,
    code: 'impossible_date',
    message: 'A position begins before it ends, and not in the future.',
  });
  if (validFrom > day) throw new Failure('validation_failed', undefined, [issue('validFrom')]);
  if (validTo !== null && (validTo <= validFrom || validTo > day)) {
    throw new Failure('validation_failed', undefined, [issue('validTo')]);
  }
}
