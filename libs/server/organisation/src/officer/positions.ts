/** The room where an officer's positions are held, begun and followed by another, inside a caller's write. */
import { randomUUID } from 'node:crypto';
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

/** @throws Failure `positions_overlap` where two of the officer's positions share a day */
export async function refuseOverlap(tx: Tx, officerId: string): Promise<void> {
  const two = await tx.rows(
    `select 1 from organisation.position a join organisation.position b
       on b.officer_id = a.officer_id and b.id > a.id
      and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to)
     where a.officer_id = $1 limit 1`,
    [officerId],
  );
  if (two.length > 0) throw new Failure('positions_overlap');
}
