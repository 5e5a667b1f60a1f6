/** The room of papers that are gone through forwards only: one part is left for good, the next is opened. */
import { Injectable } from '@nestjs/common';
import { closesAtOf, type PaperPart, partDeadline, partsOf } from '@tap-huan/rules';
import type { Tx } from '@tap-huan/server/platform';
import type { LockedAttempt } from './locked-attempt';
import { Papers } from './papers.reader';

const isOver = (now: Date, end: Date | null): boolean =>
  end !== null && now.getTime() > end.getTime();

@Injectable()
export class AttemptParts {
  constructor(private readonly papers: Papers) {}

  /** Opens the next part where the time of the open one is over; the attempt's row is locked. */
  async catchUp(tx: Tx, attempt: LockedAttempt): Promise<LockedAttempt> {
    return isOver(tx.now, attempt.partDeadline) ? this.openNext(tx, attempt) : attempt;
  }

  /**
   * Leaves the open part and opens the next one; the attempt's row is locked. Nothing changes on the last part, after the
   * deadline, and where the whole paper is open. The time of a part begins when it is opened, not when the last one ended.
   * @returns the attempt as it is now
   */
  async openNext(tx: Tx, attempt: LockedAttempt): Promise<LockedAttempt> {
    if (attempt.part === null || isOver(tx.now, attempt.deadline)) return attempt;
    const paper = await this.papers.of(attempt.id, tx);
    const parts = partsOf(paper, attempt.settings, attempt.timePercent) ?? [];
    const current = parts[attempt.part];
    if (!current) return attempt;
    const sectionOpenedAt = await this.sectionOpenedAt(tx, attempt.id, current, parts);
    const sectionEnd = partDeadline({ ...current, seconds: null }, tx.now, sectionOpenedAt, null);
    const next = parts.find(
      ({ index, section }) =>
        index > current.index && (section !== current.section || !isOver(tx.now, sectionEnd)),
    );
    if (!next) return attempt;
    const begun = next.section === current.section ? sectionOpenedAt : tx.now;
    return this.move(tx, attempt, next, partDeadline(next, tx.now, begun, attempt.deadline));
  }

  private async sectionOpenedAt(
    tx: Tx,
    attemptId: string,
    { section }: PaperPart,
    parts: readonly PaperPart[],
  ): Promise<Date> {
    const own = parts.filter((part) => part.section === section).map(({ index }) => index);
    const first = await tx.maybe<{ openedAt: Date }>(
      `select min(opened_at) as "openedAt" from assessment.attempt_part where attempt_id = $1 and part = any($2)`,
      [attemptId, own],
    );
    return first?.openedAt ?? tx.now;
  }

  private async move(
    tx: Tx,
    attempt: LockedAttempt,
    next: PaperPart,
    end: Date | null,
  ): Promise<LockedAttempt> {
    const left = isOver(tx.now, attempt.partDeadline) ? attempt.partDeadline : tx.now;
    // The end of the last part is the end of the attempt.
    const deadline = next.last ? (end ?? attempt.deadline) : attempt.deadline;
    const moved = {
      ...attempt,
      part: next.index,
      partFrom: next.from,
      partTo: next.to,
      partDeadline: end,
      deadline,
      closesAt: closesAtOf(deadline, attempt.settings),
    };
    await tx.rows(
      `with left_part as (
         update assessment.attempt_part set closed_at = $9 where attempt_id = $1 and part = $10 and closed_at is null
       ), opened as (
         insert into assessment.attempt_part (attempt_id, part, slot_from, slot_to, opened_at, deadline)
         values ($1, $2, $3, $4, $8, $5)
       ), told as (
         insert into assessment.step (attempt_id, kind, at, by_account, detail)
         select $1, 'advanced', $8, $11, jsonb_build_object('part', $2::int) where not $12::boolean
       )
       update assessment.attempt
       set part = $2, part_from = $3, part_to = $4, part_deadline = $5, deadline = $6, closes_at = $7
       where id = $1`,
      [
        attempt.id,
        next.index,
        next.from,
        next.to,
        end,
        moved.deadline,
        moved.closesAt,
        tx.now,
        left,
        attempt.part,
        tx.actor.accountId,
        attempt.preview,
      ],
    );
    return moved;
  }
}
