/** The endpoints of how officers stand in assignments, and of the exceptions from them. */
import { Controller, Res } from '@nestjs/common';
import { assignmentEndpoints as endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import {
  type Actor,
  contentDisposition,
  CurrentActor,
  Input,
  Serves,
} from '@tap-huan/server/platform';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import { CaseReader } from './case.reader';
import { ExceptionReader } from './exception.reader';
import { ExceptionService } from './exception.service';
import { SheetDownloads } from './sheet-download.service';
import { StandingReader } from './standing.reader';

// Where a file is sent, Nest's own `Res` says that the handler sends the reply itself.
@Controller()
export class CaseController {
  constructor(
    private readonly cases: CaseReader,
    private readonly standings: StandingReader,
    private readonly exceptions: ExceptionReader,
    private readonly service: ExceptionService,
    private readonly downloads: SheetDownloads,
  ) {}

  @Serves(endpoints.listCases)
  listCases(
    @Input() { params, query }: InputOf<typeof endpoints.listCases>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listCases>> {
    return this.cases.list(actor, params.assignmentId, query);
  }

  @Serves(endpoints.exportCases)
  async exportCases(
    @Input() { params, query }: InputOf<typeof endpoints.exportCases>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.downloads.ofCases(actor, params.assignmentId, query));
  }

  @Serves(endpoints.readCase)
  readCase(
    @Input() { params }: InputOf<typeof endpoints.readCase>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readCase>> {
    return this.cases.read(actor, params.caseId);
  }

  @Serves(endpoints.explainStanding)
  explainStanding(
    @Input() { params }: InputOf<typeof endpoints.explainStanding>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.explainStanding>> {
    return this.standings.explain(actor, params);
  }

  @Serves(endpoints.extendCases)
  extend(
    @Input() input: InputOf<typeof endpoints.extendCases>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.extendCases>> {
    return this.service.extend(actor, input);
  }

  @Serves(endpoints.exemptOfficers)
  exempt(
    @Input() input: InputOf<typeof endpoints.exemptOfficers>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.exemptOfficers>> {
    return this.service.exempt(actor, input);
  }

  @Serves(endpoints.endExemption)
  endExemption(
    @Input() input: InputOf<typeof endpoints.endExemption>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.endExemption>> {
    return this.service.end(actor, input);
  }

  @Serves(endpoints.listExceptions)
  listExceptions(
    @Input() { query }: InputOf<typeof endpoints.listExceptions>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listExceptions>> {
    return this.exceptions.list(actor, query);
  }

  @Serves(endpoints.exportExceptions)
  async exportExceptions(
    @Input() { query }: InputOf<typeof endpoints.exportExceptions>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.downloads.ofExceptions(actor, query));
  }
}

/** Sends a made-up file as an attachment that nobody keeps. */
function send(reply: FastifyReply, { name, stream }: { name: string; stream: Readable }): void {
  reply
    .header('content-type', endpoints.exportCases.file ?? 'application/octet-stream')
    .header('content-disposition', contentDisposition('attachment', name))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(stream);
}
