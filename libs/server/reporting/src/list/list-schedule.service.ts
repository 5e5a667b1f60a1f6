/** The room where the owner of a list says when it goes out and to whom. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { InputOf, ListRhythm, listScheduleEndpoints } from '@tap-huan/contract';
import { accountOf, type Actor, Failure, found, type Tx, Writer } from '@tap-huan/server/platform';
import { reachedBy } from './list-schedule.reader';

type Body = InputOf<(typeof listScheduleEndpoints)['setListSchedule']>['body'];

@Injectable()
export class ListScheduleService {
  constructor(private readonly writer: Writer) {}

  /**
   * The rhythm and the people of an own list; whoever got it already may stay. Another rhythm begins at its next time.
   * @throws Failure `not_found` for a list of somebody else, or somebody who may not be sent it
   */
  set(actor: Actor, listId: string, { recipientIds, ...rhythm }: Body): Promise<void> {
    return this.writer.write(actor, async (tx) => {
      await lockOwn(tx, listId);
      const scheduleId = await this.save(tx, listId, rhythm);
      const wanted = [...new Set(recipientIds)];
      const present = await tx.rows<{ id: string }>(
        `select account_id as id from reporting.list_recipient where schedule_id = $1`,
        [scheduleId],
      );
      const known = new Set(present.map(({ id }) => id));
      const fresh = wanted.filter((id) => !known.has(id));
      if ((await reachedBy(tx, fresh)).length < fresh.length) throw new Failure('not_found');
      await tx.rows(
        `delete from reporting.list_recipient where schedule_id = $1 and account_id <> all ($2::uuid[])`,
        [scheduleId, wanted],
      );
      await tx.rows(
        `insert into reporting.list_recipient (schedule_id, account_id, since)
         select $1, id, $3 from unnest($2::uuid[]) as id`,
        [scheduleId, fresh, tx.now],
      );
      await tx.audit(
        'list_scheduled',
        { kind: 'saved_list', id: listId },
        { ...rhythm, recipientIds: wanted },
      );
    });
  }

  /** @throws Failure `not_found` for a list of somebody else, or one that does not go out */
  pause(actor: Actor, listId: string, paused: boolean): Promise<void> {
    return this.writer.write(actor, async (tx) => {
      await lockOwn(tx, listId);
      found(
        await tx.maybe(
          `update reporting.list_schedule
              set paused_at = case when $2 then coalesce(paused_at, $3) end,
                  since = case when paused_at is not null and not $2 then $3 else since end, updated_at = $3
            where list_id = $1 returning id`,
          [listId, paused, tx.now],
        ),
      );
      await tx.audit(paused ? 'list_paused' : 'list_resumed', { kind: 'saved_list', id: listId });
    });
  }

  /** @throws Failure `not_found` for a list of somebody else, or one that does not go out */
  remove(actor: Actor, listId: string): Promise<void> {
    return this.writer.write(actor, async (tx) => {
      await lockOwn(tx, listId);
      found(
        await tx.maybe(`delete from reporting.list_schedule where list_id = $1 returning id`, [
          listId,
        ]),
      );
      await tx.audit('list_unscheduled', { kind: 'saved_list', id: listId });
    });
  }

  private async save(tx: Tx, listId: string, rhythm: ListRhythm): Promise<string> {
    const { id } = found(
      await tx.maybe<{ id: string }>(
        `insert into reporting.list_schedule as s
                (id, list_id, every, weekday, month_day, hour, since, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7)
             on conflict (list_id) do update
            set every = excluded.every, weekday = excluded.weekday, month_day = excluded.month_day,
                hour = excluded.hour, updated_at = excluded.updated_at,
                since = case when (s.every, s.weekday, s.month_day, s.hour)
                          = (excluded.every, excluded.weekday, excluded.month_day, excluded.hour)
                        then s.since else excluded.since end
         returning id`,
        [randomUUID(), listId, rhythm.every, rhythm.weekday, rhythm.monthDay, rhythm.hour, tx.now],
      ),
    );
    return id;
  }
}

/** @throws Failure `not_found` for a list of somebody else */
async function lockOwn(tx: Tx, listId: string): Promise<void> {
  found(
    await tx.maybe(
      `select id from reporting.saved_list where id = $1 and owner_id = $2 for update`,
      [listId, accountOf(tx.actor)],
    ),
  );
}
