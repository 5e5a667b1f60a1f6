/** The endpoint that calendar programs ask; no robot may keep what it says. */
import { Controller, Header } from '@nestjs/common';
import { type InputOf, notificationEndpoints as endpoints } from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { CalendarFeed } from './calendar-feed.service';

@Controller()
export class CalendarController {
  constructor(private readonly feed: CalendarFeed) {}

  @Serves(endpoints.readCalendar)
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('x-robots-tag', 'noindex')
  @Header('cache-control', 'no-store')
  readCalendar(
    @Input() { params }: InputOf<typeof endpoints.readCalendar>,
    @CurrentActor() actor: Actor,
  ): Promise<string> {
    return this.feed.file(actor, params.token);
  }
}
