/** The room of the endpoints of media. */
import { Controller, Inject, Res } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import {
  type Actor,
  CONFIG,
  type Config,
  CurrentActor,
  Input,
  receivedFile,
  Request,
  sendFile,
  Serves,
} from '@tap-huan/server/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MediaReader } from './media.reader';
import { MediaService } from './media.service';

@Controller()
export class MediaController {
  constructor(
    private readonly service: MediaService,
    private readonly reader: MediaReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Serves(endpoints.uploadMedia)
  async upload(
    @CurrentActor() actor: Actor,
    @Request() request: FastifyRequest,
  ): Promise<OutputOf<typeof endpoints.uploadMedia>> {
    return this.service.upload(actor, await receivedFile(request, this.config.uploadMaxBytes));
  }

  // Nest's own `Res` says that this handler sends the reply itself.
  @Serves(endpoints.readMedia)
  async read(
    @Input() input: InputOf<typeof endpoints.readMedia>,
    @CurrentActor() actor: Actor,
    @Request() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.reader.file(actor, input.params.mediaId));
  }
}
