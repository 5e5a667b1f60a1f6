/** The room where days are put into the working calendar and taken out of it. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { HolidayInput } from '@tap-huan/contract';
import { type Actor, Failure, type Tx, Writer } from '@tap-huan/server/platform';
import { mayChangeCalendar } from './holidays.reader';

@Injectable()
export class HolidayService {
  constructor(private readonly writer: Writer) {}

  /** @returns its id. @throws Failure `not_permitted`, `holiday_exists`, `swap_not_on_weekend` */
  add(actor: Actor, { day, kind, nameVi, nameEn, note }: HolidayInput): Promise<string> {
    return this.writer.write(actor, async (tx) => {
      await requireTop(tx);
      const weekday = new Date(Date.parse(day)).getUTCDay();
      if (kind === 'working_swap' && weekday !== 0 && weekday !== 6) {
        throw new Failure('swap_not_on_weekend');
      }
      const id = randomUUID();
      const made = await tx.rows(
        `insert into organisation.public_holiday
           (id, day, kind, name_vi, name_en, note, entered_by, entered_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict on constraint public_holiday_day do nothing returning id`,
        [id, day, kind, nameVi, nameEn, note, tx.actor.accountId, tx.now],
      );
      if (made.length === 0) throw new Failure('holiday_exists');
      await tx.audit('holiday_added', { kind: 'public_holiday', id }, { day, kind, nameVi });
      return id;
    });
  }

  /** @throws Failure `not_permitted`, `not_found` */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.writer.write(actor, async (tx) => {
      await requireTop(tx);
      const [gone] = await tx.rows<{ day: string; kind: string; nameVi: string }>(
        `delete from organisation.public_holiday where id = $1
         returning day::text as day, kind, name_vi as "nameVi"`,
        [id],
      );
      if (!gone) throw new Failure('not_found');
      await tx.audit('holiday_removed', { kind: 'public_holiday', id }, { ...gone });
    });
  }
}

async function requireTop(tx: Tx): Promise<void> {
  if (!(await mayChangeCalendar(tx, tx.actor))) throw new Failure('not_permitted');
}
