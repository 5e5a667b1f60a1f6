/** The endpoints of the own notices, preferences and calendar link. */
import { Controller } from '@nestjs/common';
import {
  type InputOf,
  notificationEndpoints as endpoints,
  type OutputOf,
} from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { CalendarService } from '../calendar/calendar.service';
import { PreferencesReader } from '../preference/preferences.reader';
import { PreferencesService } from '../preference/preferences.service';
import { MyNoticesReader } from './my-notices.reader';
import { MyNoticesService } from './my-notices.service';

@Controller()
export class MyNoticeController {
  constructor(
    private readonly reader: MyNoticesReader,
    private readonly service: MyNoticesService,
    private readonly preferences: PreferencesReader,
    private readonly choices: PreferencesService,
    private readonly calendar: CalendarService,
  ) {}

  @Serves(endpoints.listMyNotices)
  listMyNotices(
    @Input() { query }: InputOf<typeof endpoints.listMyNotices>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listMyNotices>> {
    return this.reader.list(actor, query);
  }

  @Serves(endpoints.countMyNotices)
  countMyNotices(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.countMyNotices>> {
    return this.reader.count(actor);
  }

  @Serves(endpoints.markMyNoticesRead)
  markMyNoticesRead(
    @Input() { body }: InputOf<typeof endpoints.markMyNoticesRead>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.markMyNoticesRead>> {
    return this.service.markRead(actor, body.ids);
  }

  @Serves(endpoints.readMyNoticePreferences)
  readMyNoticePreferences(
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readMyNoticePreferences>> {
    return this.preferences.read(actor);
  }

  @Serves(endpoints.saveMyNoticePreferences)
  saveMyNoticePreferences(
    @Input() { body }: InputOf<typeof endpoints.saveMyNoticePreferences>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.saveMyNoticePreferences>> {
    return this.choices.save(actor, body);
  }

  @Serves(endpoints.makeMyCalendar)
  makeMyCalendar(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.makeMyCalendar>> {
    return this.calendar.make(actor);
  }

  @Serves(endpoints.endMyCalendar)
  endMyCalendar(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.endMyCalendar>> {
    return this.calendar.end(actor);
  }
}
