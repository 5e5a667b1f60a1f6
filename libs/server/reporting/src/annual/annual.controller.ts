/** The endpoints of the annual report. */
import { Controller, Res } from '@nestjs/common';
import {
  annualReportEndpoints as endpoints,
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
import { AnnualReader } from './annual.reader';
import { AnnualService } from './annual.service';

// Where a file is sent, Nest's own `Res` says that the handler sends the reply itself.
@Controller()
export class AnnualController {
  constructor(
    private readonly reader: AnnualReader,
    private readonly service: AnnualService,
  ) {}

  @Serves(endpoints.readAnnualReport)
  readAnnualReport(
    @Input() { query }: InputOf<typeof endpoints.readAnnualReport>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readAnnualReport>> {
    return this.reader.report(actor, query.unitId, query.year);
  }

  @Serves(endpoints.saveAnnualHead)
  async saveAnnualHead(
    @Input() { query, body }: InputOf<typeof endpoints.saveAnnualHead>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.saveAnnualHead>> {
    return { ok: true, revision: await this.service.saveHead(actor, query, body) };
  }

  @Serves(endpoints.readAnnualSheet)
  async readAnnualSheet(
    @Input() { query }: InputOf<typeof endpoints.readAnnualSheet>,
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.service.sheet(actor, query));
  }

  @Serves(endpoints.readAnnualDocument)
  async readAnnualDocument(
    @Input() { query }: InputOf<typeof endpoints.readAnnualDocument>,
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.service.word(actor, query));
  }

  @Serves(endpoints.readAnnualPdf)
  async readAnnualPdf(
    @Input() { query }: InputOf<typeof endpoints.readAnnualPdf>,
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.service.pdf(actor, query));
  }
}
