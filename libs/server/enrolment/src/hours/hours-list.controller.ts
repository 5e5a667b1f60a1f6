/** The endpoints of the year by unit and by name, and of imported lists. */
import { Controller, Inject, Res } from '@nestjs/common';
import { hoursEndpoints as endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import {
  type Actor,
  CONFIG,
  type Config,
  CurrentActor,
  Input,
  receivedFile,
  Request,
  Serves,
} from '@tap-huan/server/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HoursImportService } from './import/hours-import.service';
import { HoursListReader } from './hours-list.reader';
import { sendBook } from './send-book';

// Where a file is sent, Nest's own `Res` says that the handler sends the reply itself.
@Controller()
export class HoursListController {
  constructor(
    private readonly reader: HoursListReader,
    private readonly imports: HoursImportService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Serves(endpoints.readHoursByUnit)
  readHoursByUnit(
    @Input() { query }: InputOf<typeof endpoints.readHoursByUnit>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readHoursByUnit>> {
    return this.reader.byUnit(actor, query);
  }

  @Serves(endpoints.listHours)
  listHours(
    @Input() { query }: InputOf<typeof endpoints.listHours>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listHours>> {
    return this.reader.list(actor, query);
  }

  @Serves(endpoints.exportHours)
  async exportHours(
    @Input() { query }: InputOf<typeof endpoints.exportHours>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendBook(reply, await this.reader.book(actor, query));
  }

  @Serves(endpoints.readHoursTemplate)
  async readHoursTemplate(@Res() reply: FastifyReply): Promise<void> {
    sendBook(reply, await this.imports.template());
  }

  @Serves(endpoints.checkHoursImport)
  async checkHoursImport(
    @CurrentActor() actor: Actor,
    @Request() request: FastifyRequest,
  ): Promise<OutputOf<typeof endpoints.checkHoursImport>> {
    const file = await receivedFile(request, this.config.uploadMaxBytes);
    return this.imports.check(actor, file);
  }

  @Serves(endpoints.readHoursImportErrors)
  async readHoursImportErrors(
    @Input() { params }: InputOf<typeof endpoints.readHoursImportErrors>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendBook(reply, await this.imports.wrongLines(actor, params.importId));
  }

  @Serves(endpoints.applyHoursImport)
  applyHoursImport(
    @Input() { params }: InputOf<typeof endpoints.applyHoursImport>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.applyHoursImport>> {
    return this.imports.apply(actor, params.importId);
  }
}
