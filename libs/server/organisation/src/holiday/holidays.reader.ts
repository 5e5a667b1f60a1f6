/** The room where the working calendar is read. */
import { Injectable } from '@nestjs/common';
import type { PublicHoliday } from '@tap-huan/contract';
import { type Actor, Sql, unitsFor } from '@tap-huan/server/platform';

/** True where the actor administers a unit above which there is none: the calendar is one for everybody. */
export async function mayChangeCalendar(sql: Pick<Sql, 'maybe'>, actor: Actor): Promise<boolean> {
  const top = await sql.maybe(
    `select 1 from organisation.unit u where u.id = any ($1::uuid[]) and u.parent_id is null`,
    [unitsFor(actor, 'unit.manage')],
  );
  return top !== null;
}

@Injectable()
export class Holidays {
  constructor(private readonly sql: Sql) {}

  /** All of them, the earliest first. */
  async list(actor: Actor): Promise<{ items: PublicHoliday[]; mayChange: boolean }> {
    const items = await this.sql.rows<PublicHoliday>(
      `select id, day::text as day, kind, name_vi as "nameVi", name_en as "nameEn", note
       from organisation.public_holiday h order by h.day`,
    );
    return { items, mayChange: await mayChangeCalendar(this.sql, actor) };
  }
}
