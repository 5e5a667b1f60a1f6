/** The endpoints by which HR sees and keeps the ledger. */
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
  sendFile,
  Serves,
} from '@tap-huan/server/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EntriesReader } from './entries.reader';
import { EvidenceService } from './evidence.service';
import { LedgerService } from './ledger.service';
import { ProposalsService } from './proposals.service';
import { YearReader } from './year.reader';

// Where a file is sent, Nest's own `Res` says that the handler sends the reply itself.
@Controller()
export class HoursController {
  constructor(
    private readonly years: YearReader,
    private readonly entries: EntriesReader,
    private readonly proposals: ProposalsService,
    private readonly ledger: LedgerService,
    private readonly evidence: EvidenceService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Serves(endpoints.readOfficerHours)
  readOfficerHours(
    @Input() input: InputOf<typeof endpoints.readOfficerHours>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readOfficerHours>> {
    return this.years.ofOfficer(actor, input);
  }

  @Serves(endpoints.listHoursEntries)
  listHoursEntries(
    @Input() { query }: InputOf<typeof endpoints.listHoursEntries>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listHoursEntries>> {
    return this.entries.list(actor, query);
  }

  @Serves(endpoints.decideHours)
  decideHours(
    @Input() { body }: InputOf<typeof endpoints.decideHours>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.decideHours>> {
    return this.proposals.decide(actor, body);
  }

  @Serves(endpoints.recordHours)
  recordHours(
    @Input() { body }: InputOf<typeof endpoints.recordHours>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.recordHours>> {
    return this.ledger.record(actor, body);
  }

  @Serves(endpoints.correctHours)
  correctHours(
    @Input() input: InputOf<typeof endpoints.correctHours>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.correctHours>> {
    return this.ledger.correct(actor, input);
  }

  @Serves(endpoints.voidHours)
  voidHours(
    @Input() input: InputOf<typeof endpoints.voidHours>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.voidHours>> {
    return this.ledger.void(actor, input);
  }

  @Serves(endpoints.uploadHoursEvidence)
  async uploadHoursEvidence(
    @CurrentActor() actor: Actor,
    @Request() request: FastifyRequest,
  ): Promise<OutputOf<typeof endpoints.uploadHoursEvidence>> {
    const file = await receivedFile(request, this.config.uploadMaxBytes);
    return this.evidence.upload(actor, file);
  }

  @Serves(endpoints.readHoursEvidence)
  async readHoursEvidence(
    @Input() { params }: InputOf<typeof endpoints.readHoursEvidence>,
    @CurrentActor() actor: Actor,
    @Request() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.evidence.inScope(actor, params.mediaId));
  }
}
