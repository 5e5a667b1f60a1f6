/** The endpoints of lists that go out by themselves. */
import { Controller } from '@nestjs/common';
import {
  type InputOf,
  listScheduleEndpoints as endpoints,
  type OutputOf,
} from '@tap-huan/contract';
import { type Actor, CurrentActor, Input, Serves } from '@tap-huan/server/platform';
import { ListScheduleReader } from './list-schedule.reader';
import { ListScheduleService } from './list-schedule.service';

@Controller()
export class ListScheduleController {
  constructor(
    private readonly service: ListScheduleService,
    private readonly reader: ListScheduleReader,
  ) {}

  @Serves(endpoints.readListSchedule)
  readListSchedule(
    @Input() { params }: InputOf<typeof endpoints.readListSchedule>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readListSchedule>> {
    return this.reader.read(actor, params.listId);
  }

  @Serves(endpoints.findListRecipients)
  findListRecipients(
    @Input() { params, query }: InputOf<typeof endpoints.findListRecipients>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.findListRecipients>> {
    return this.reader.recipients(actor, params.listId, query.search);
  }

  @Serves(endpoints.setListSchedule)
  async setListSchedule(
    @Input() { params, body }: InputOf<typeof endpoints.setListSchedule>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.setListSchedule>> {
    await this.service.set(actor, params.listId, body);
    return { ok: true };
  }

  @Serves(endpoints.pauseListSchedule)
  async pauseListSchedule(
    @Input() { params, body }: InputOf<typeof endpoints.pauseListSchedule>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.pauseListSchedule>> {
    await this.service.pause(actor, params.listId, body.paused);
    return { ok: true };
  }

  @Serves(endpoints.removeListSchedule)
  async removeListSchedule(
    @Input() { params }: InputOf<typeof endpoints.removeListSchedule>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.removeListSchedule>> {
    await this.service.remove(actor, params.listId);
    return { ok: true };
  }

  @Serves(endpoints.listListSendings)
  listListSendings(
    @Input() { params, query }: InputOf<typeof endpoints.listListSendings>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listListSendings>> {
    return this.reader.sendings(actor, params.listId, query);
  }
}
