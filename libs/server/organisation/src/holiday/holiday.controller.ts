/** The room of the endpoints of the working calendar. */
import { Controller } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { HolidayService } from './holiday.service';
import { Holidays } from './holidays.reader';

@Controller()
export class HolidayController {
  constructor(
    private readonly holidays: Holidays,
    private readonly service: HolidayService,
  ) {}

  @Serves(endpoints.listHolidays)
  list(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.listHolidays>> {
    return this.holidays.list(actor);
  }

  @Serves(endpoints.addHoliday)
  async add(
    @Input() { body }: InputOf<typeof endpoints.addHoliday>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.addHoliday>> {
    return { id: await this.service.add(actor, body) };
  }

  @Serves(endpoints.removeHoliday)
  async remove(
    @Input() { params }: InputOf<typeof endpoints.removeHoliday>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.removeHoliday>> {
    await this.service.remove(actor, params.holidayId);
    return { ok: true };
  }
}
