/** The room where the schedule of reminders is read. */
import { type NoticeSchedule, USUAL_SCHEDULE } from '@tap-huan/contract';
import type { Sql, Tx } from '@tap-huan/server/platform';

/** The schedule that holds, and what went out last. */
export interface Standing {
  schedule: NoticeSchedule;
  remindedOn: string | null;
  digestedOn: string | null;
}

/** Whatever a stored schedule does not say yet is as the product brings it. */
export async function scheduleOf(sql: Sql | Tx): Promise<Standing> {
  const [row] = await sql.rows<{
    body: Partial<NoticeSchedule> | null;
    remindedOn: string | null;
    digestedOn: string | null;
  }>(
    `select body, reminded_on::text as "remindedOn", digested_on::text as "digestedOn"
       from notification.schedule`,
  );
  return {
    schedule: { ...USUAL_SCHEDULE, ...row?.body },
    remindedOn: row?.remindedOn ?? null,
    digestedOn: row?.digestedOn ?? null,
  };
}
