/** The room of the endpoints of staff lists. */
import { Readable } from 'node:stream';
import { Controller, Res } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import {
  type Actor,
  type ActorRequest,
  CurrentActor,
  Input,
  receivedFile,
  Request,
  sendFile,
  XLSX,
  Serves,
} from '@tap-huan/server/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ActivationCodes } from './activation-codes.service';
import { OfficerImportReader } from './officer-import.reader';
import { OfficerImports } from './officer-import.service';
import { OfficerTemplates } from './officer-template.service';
import { WrongLines } from './wrong-lines.service';

// Where a file is sent, Nest's own `Res` says that the handler sends the reply itself.
/** Bytes of a staff list. */
const LARGEST = 20 * 1024 * 1024;

@Controller()
export class OfficerImportController {
  constructor(
    private readonly service: OfficerImports,
    private readonly reader: OfficerImportReader,
    private readonly templates: OfficerTemplates,
    private readonly wrong: WrongLines,
    private readonly codes: ActivationCodes,
  ) {}

  @Serves(endpoints.officerTemplate)
  async template(
    @Input() { query }: InputOf<typeof endpoints.officerTemplate>,
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const bytes = await this.templates.book(actor, query.unitId, query.filled === 'true');
    const name = query.filled === 'true' ? 'danh-sach-can-bo.xlsx' : 'mau-danh-sach-can-bo.xlsx';
    send(request, reply, name, bytes);
  }

  @Serves(endpoints.uploadOfficerList)
  async upload(
    @Input() { query }: InputOf<typeof endpoints.uploadOfficerList>,
    @CurrentActor() actor: Actor,
    @Request() request: FastifyRequest,
  ): Promise<OutputOf<typeof endpoints.uploadOfficerList>> {
    await this.service.allow(actor, query.unitId);
    return {
      id: await this.service.upload(actor, query.unitId, await receivedFile(request, LARGEST)),
    };
  }

  @Serves(endpoints.listOfficerImports)
  list(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.listOfficerImports>> {
    return this.reader.list(actor);
  }

  @Serves(endpoints.readOfficerImport)
  read(
    @Input() { params }: InputOf<typeof endpoints.readOfficerImport>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readOfficerImport>> {
    return this.reader.one(actor, params.importId);
  }

  @Serves(endpoints.checkOfficerImport)
  async check(
    @Input() { params, body }: InputOf<typeof endpoints.checkOfficerImport>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.checkOfficerImport>> {
    await this.service.check(actor, params.importId, body);
    return { ok: true };
  }

  @Serves(endpoints.listImportLines)
  lines(
    @Input() { params, query }: InputOf<typeof endpoints.listImportLines>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listImportLines>> {
    return this.reader.lines(actor, params.importId, query);
  }

  @Serves(endpoints.wrongImportLines)
  async wrongLines(
    @Input() { params }: InputOf<typeof endpoints.wrongImportLines>,
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, bytes } = await this.wrong.file(actor, params.importId);
    send(request, reply, name, bytes);
  }

  @Serves(endpoints.applyOfficerImport)
  async apply(
    @Input() { params, body }: InputOf<typeof endpoints.applyOfficerImport>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.applyOfficerImport>> {
    await this.service.apply(actor, params.importId, body);
    return { ok: true };
  }

  @Serves(endpoints.drawActivationCodes)
  draw(
    @Input() { params, body }: InputOf<typeof endpoints.drawActivationCodes>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.drawActivationCodes>> {
    return this.codes.draw(actor, params.importId, body.again);
  }

  @Serves(endpoints.cancelOfficerImport)
  async cancel(
    @Input() { params }: InputOf<typeof endpoints.cancelOfficerImport>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.cancelOfficerImport>> {
    await this.service.cancel(actor, params.importId);
    return { ok: true };
  }
}

function send(request: FastifyRequest, reply: FastifyReply, name: string, bytes: Buffer): void {
  sendFile(request, reply, {
    ...{ name, mimeType: XLSX, size: bytes.length, disposition: 'attachment', cache: 'none' },
    open: ({ start = 0, end = bytes.length - 1 } = { start: 0, end: bytes.length - 1 }) =>
      Readable.from([bytes.subarray(start, end + 1)]),
  });
}
