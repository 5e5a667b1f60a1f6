/** The endpoints of exports. */
import { Controller, Res } from '@nestjs/common';
import {
  certificationEndpoints as endpoints,
  type InputOf,
  type OutputOf,
} from '@tap-huan/contract';
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
import { ExportReader } from './export.reader';
import { ExportService } from './export.service';

// Where a file is sent, Nest's own `Res` says that the handler sends the reply itself.
@Controller()
export class ExportController {
  constructor(
    private readonly service: ExportService,
    private readonly reader: ExportReader,
  ) {}

  @Serves(endpoints.requestExport)
  requestExport(
    @Input() { body }: InputOf<typeof endpoints.requestExport>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.requestExport>> {
    return this.service.request(actor, body);
  }

  @Serves(endpoints.listExports)
  listExports(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.listExports>> {
    return this.reader.list(actor);
  }

  @Serves(endpoints.readExport)
  readExport(
    @Input() { params }: InputOf<typeof endpoints.readExport>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readExport>> {
    return this.reader.one(actor, params.exportId);
  }

  @Serves(endpoints.readExportFile)
  async readExportFile(
    @Input() { params }: InputOf<typeof endpoints.readExportFile>,
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.service.download(actor, params.exportId));
  }
}
