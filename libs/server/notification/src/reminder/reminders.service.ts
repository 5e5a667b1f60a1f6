/** The room where people are told what the state of things asks of them; computed, so that nobody is ever skipped. */
import { Injectable } from '@nestjs/common';
import { today } from '@tap-huan/rules';
import { Clock, SYSTEM, type Tx, Writer } from '@tap-huan/server/platform';
import { MessageWriter } from '../message/message-writer';
import { scheduleOf } from '../schedule/schedule.reader';
import { appointed, assigned, digests, escalations, leaderReminders, reminders } from './duty-sql';

/** Vietnam keeps UTC+7 all year. */
const OFFSET_HOURS = 7;
/** Names the advisory lock: one round at a time, in however many processes. */
const LOCK = 22_001;

@Injectable()
export class Reminders {
  constructor(
    private readonly writer: Writer,
    private readonly clock: Clock,
    private readonly messages: MessageWriter,
  ) {}

  /**
   * Tells what was assigned, and once a day, from the hour of the schedule on, what is due, overdue and to be passed on to
   * superiors; once a week what HR should know. May run as often as one likes.
   * @returns how many messages were made
   */
  run(): Promise<number> {
    return this.writer.write(SYSTEM, async (tx) => {
      const [lock] = await tx.rows<{ mine: boolean }>(
        `select pg_try_advisory_xact_lock(${LOCK}) as mine`,
      );
      if (!lock?.mine) return 0;
      const news = await this.messages.tell(tx, assigned(tx.now));
      return news + (await this.ofTheDay(tx, today(this.clock.now())));
    });
  }

  private async ofTheDay(tx: Tx, day: string): Promise<number> {
    const { schedule, remindedOn, digestedOn } = await scheduleOf(tx);
    const local = new Date(tx.now.getTime() + OFFSET_HOURS * 3_600_000);
    if (local.getUTCHours() < schedule.hour) return 0;
    let made = 0;
    if (remindedOn !== day) {
      for (const kind of ['due_soon', 'due_today', 'overdue'] as const) {
        made += await this.messages.tell(tx, reminders(kind, day, schedule));
      }
      for (const kind of ['leader_due', 'leader_overdue'] as const) {
        made += await this.messages.tell(tx, leaderReminders(kind, day, schedule));
      }
      made += await this.messages.tell(tx, appointed(day));
      made += await this.messages.tell(tx, escalations(day, schedule));
      await tx.rows(`update notification.schedule set reminded_on = $1`, [day]);
    }
    if ((local.getUTCDay() || 7) === schedule.digestWeekday && digestedOn !== day) {
      made += await this.messages.tell(tx, digests(tx.now, day));
      await tx.rows(`update notification.schedule set digested_on = $1`, [day]);
    }
    return made;
  }
}
