/** The room where lists whose time has come are handed to their readers, each cut to what the reader may see that day. */
import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { Grant, ListDefinition, ListRhythm } from '@tap-huan/contract';
import { lastDue, today } from '@tap-huan/rules';
import { type Actor, Clock, Failure, may, Sql, SYSTEM, Writer } from '@tap-huan/server/platform';
import { LIST_ROLES } from './list-schedule.reader';
import { ListReader } from './list.reader';

/** For so long a list that cannot be made is tried again, in milliseconds. */
const PATIENCE = 3_600_000;

interface Schedule extends ListRhythm {
  id: string;
  listId: string;
  definition: ListDefinition;
  since: Date;
  sweptAt: Date | null;
}

interface Reader {
  accountId: string;
  closed: boolean;
  grants: Grant[];
}

/** What is written of a sending, or null where it is to be tried again. */
interface Outcome {
  state: 'ready' | 'nothing' | 'closed' | 'no_scope' | 'not_valid' | 'failed';
  lines: number;
}

@Injectable()
export class ListRounds {
  private readonly log = new Logger('Lists');

  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly clock: Clock,
    private readonly lists: ListReader,
  ) {}

  /**
   * Hands over what is due. May run as often as one likes and in several processes: the key of a sending is its list, its
   * reader and its day. A time that was missed is made up for once, a rest is not.
   * @returns how many sendings were written
   */
  async run(): Promise<number> {
    let written = 0;
    const now = this.clock.now();
    for (const schedule of await this.active()) {
      const due = lastDue(schedule, now);
      if (due < schedule.since || (schedule.sweptAt && due <= schedule.sweptAt)) continue;
      written += await this.send(schedule, due, now);
    }
    return written;
  }

  /** Schedules that do not rest and whose owner still may read lists. */
  private active(): Promise<Schedule[]> {
    return this.sql.rows<Schedule>(
      `select s.id, s.list_id as "listId", s.every, s.weekday, s.month_day as "monthDay", s.hour,
              s.since, s.swept_at as "sweptAt", l.definition
         from reporting.list_schedule s
         join reporting.saved_list l on l.id = s.list_id
         join identity.account a on a.id = l.owner_id and a.disabled_at is null
        where s.paused_at is null and exists (
          select 1 from identity.access_grant g where g.account_id = a.id and g.role = any ($1))`,
      [LIST_ROLES],
    );
  }

  private async send(schedule: Schedule, due: Date, now: Date): Promise<number> {
    const day = today(due);
    let [written, left] = [0, 0];
    for (const reader of await this.readers(schedule.id, due, day)) {
      const outcome = await this.outcome(
        schedule,
        reader,
        now.getTime() - due.getTime() > PATIENCE,
      );
      if (outcome) written += await this.write(schedule, reader.accountId, day, outcome);
      else left += 1;
    }
    if (left === 0) {
      await this.sql.rows(
        `update reporting.list_schedule set swept_at = $2 where id = $1 and (swept_at is null or swept_at < $2)`,
        [schedule.id, due],
      );
    }
    return written;
  }

  /** Those who are to get it at that time and have not. */
  private readers(scheduleId: string, due: Date, day: string): Promise<Reader[]> {
    return this.sql.rows<Reader>(
      `select a.id as "accountId", a.disabled_at is not null as closed,
              coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id))
                 from identity.access_grant g where g.account_id = a.id), '[]') as grants
         from reporting.list_recipient r
         join identity.account a on a.id = r.account_id
        where r.schedule_id = $1 and r.since <= $2 and not exists (
          select 1 from reporting.list_sending s
           where s.schedule_id = r.schedule_id and s.account_id = r.account_id and s.day = $3)`,
      [scheduleId, due, day],
    );
  }

  /** Counts the list as its reader would see it now. */
  private async outcome(
    { id, definition }: Schedule,
    { accountId, closed, grants }: Reader,
    late: boolean,
  ): Promise<Outcome | null> {
    const reader: Actor = { accountId, grants, sessionId: null, address: null };
    if (closed) return { state: 'closed', lines: 0 };
    if (!may(reader, 'completion.read')) return { state: 'no_scope', lines: 0 };
    try {
      const { total } = await this.lists.page(reader, definition, { page: 1, pageSize: 1 });
      return { state: total > 0 ? 'ready' : 'nothing', lines: total };
    } catch (error) {
      if (error instanceof Failure) {
        return { state: error.code === 'not_found' ? 'no_scope' : 'not_valid', lines: 0 };
      }
      this.log.error(`Schedule ${id}: ${error instanceof Error ? error.name : 'error'}`);
      return late ? { state: 'failed', lines: 0 } : null;
    }
  }

  /** Only while the schedule and its reader are still there. @returns 1, or 0 where another process was first */
  private write(
    { id, listId }: Schedule,
    accountId: string,
    day: string,
    { state, lines }: Outcome,
  ): Promise<0 | 1> {
    return this.writer.write(SYSTEM, async (tx) => {
      const sendingId = randomUUID();
      const [row] = await tx.rows(
        `insert into reporting.list_sending (id, schedule_id, account_id, day, at, state, lines)
         select $1, r.schedule_id, r.account_id, $4::date, $5, $6, $7
           from reporting.list_recipient r
           join reporting.list_schedule s on s.id = r.schedule_id and s.paused_at is null
          where r.schedule_id = $2 and r.account_id = $3
             on conflict (schedule_id, account_id, day) do nothing
         returning id`,
        [sendingId, id, accountId, day, tx.now, state, lines],
      );
      if (!row) return 0;
      if (state === 'ready') await tx.emit('ListReady', { sendingId });
      await tx.audit('list_sent', { kind: 'saved_list', id: listId }, { sendingId, state, lines });
      return 1;
    });
  }
}
