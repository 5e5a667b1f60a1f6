/** The room where the schedule of reminders is seen and changed. */
import { Inject, Injectable } from '@nestjs/common';
import type { NoticeSchedule, notificationEndpoints, OutputOf } from '@tap-huan/contract';
import { accountOf, type Actor, Mail, Sql, Writer } from '@tap-huan/server/platform';
import { looksAfterAll, needAll } from '../template/whole-academy';
import { scheduleOf } from './schedule.reader';

@Injectable()
export class ScheduleService {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  async read(actor: Actor): Promise<OutputOf<typeof notificationEndpoints.readNoticeSchedule>> {
    const { schedule } = await scheduleOf(this.sql);
    return { schedule, mayChange: await looksAfterAll(this.sql, actor), mailOn: this.mail.on };
  }

  /** Holds from the next day on; what went out today stays. @throws Failure `not_permitted` */
  save(actor: Actor, schedule: NoticeSchedule): Promise<{ ok: true }> {
    const tidy = (days: readonly number[]) => [...new Set(days)].sort((a, b) => b - a);
    const [beforeDays, leaderBeforeDays] = [
      tidy(schedule.beforeDays),
      tidy(schedule.leaderBeforeDays),
    ];
    return this.writer.write(actor, async (tx) => {
      await needAll(tx, actor);
      const body = { ...schedule, beforeDays, leaderBeforeDays };
      await tx.rows(
        `update notification.schedule set body = $1, updated_at = $2, updated_by = $3`,
        [JSON.stringify(body), tx.now, accountOf(actor)],
      );
      await tx.audit('notice.schedule', { kind: 'notice_schedule', id: '1' }, body);
      return { ok: true };
    });
  }
}
