/** The endpoints of lists of one's own making. */
import { Controller, Res } from '@nestjs/common';
import { customListEndpoints as endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import {
  type Actor,
  type ActorRequest,
  CurrentActor,
  Input,
  Request,
  sendFile,
  Serves,
} from '@tap-huan/server/platform';
import type { FastifyReply } from 'fastify';
import { ListReader } from './list.reader';
import { ListService } from './list.service';

@Controller()
export class ListController {
  constructor(
    private readonly service: ListService,
    private readonly reader: ListReader,
  ) {}

  @Serves(endpoints.runList)
  runList(
    @Input() { body }: InputOf<typeof endpoints.runList>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.runList>> {
    return this.service.run(actor, body);
  }

  // Where a file is sent, Nest's own `Res` says that the handler sends the reply itself.
  @Serves(endpoints.exportList)
  async exportList(
    @Input() { query }: InputOf<typeof endpoints.exportList>,
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.service.file(actor, query));
  }

  @Serves(endpoints.listSavedLists)
  listSavedLists(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.listSavedLists>> {
    return this.reader.saved(actor);
  }

  @Serves(endpoints.createSavedList)
  async createSavedList(
    @Input() { body }: InputOf<typeof endpoints.createSavedList>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.createSavedList>> {
    return { id: await this.service.create(actor, body) };
  }

  @Serves(endpoints.updateSavedList)
  async updateSavedList(
    @Input() { params, body }: InputOf<typeof endpoints.updateSavedList>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.updateSavedList>> {
    await this.service.update(actor, params.listId, body);
    return { ok: true };
  }

  @Serves(endpoints.removeSavedList)
  async removeSavedList(
    @Input() { params }: InputOf<typeof endpoints.removeSavedList>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.removeSavedList>> {
    await this.service.remove(actor, params.listId);
    return { ok: true };
  }
}
