/** The endpoints of an officer's own hours. */
import { Controller, Inject, Res } from '@nestjs/common';
import { type InputOf, myHoursEndpoints as endpoints, type OutputOf } from '@tap-huan/contract';
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
import { EvidenceService } from './evidence.service';
import { ProposalsService } from './proposals.service';
import { YearReader } from './year.reader';

@Controller()
export class MyHoursController {
  constructor(
    private readonly years: YearReader,
    private readonly proposals: ProposalsService,
    private readonly evidence: EvidenceService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Serves(endpoints.readMyHours)
  readMyHours(
    @Input() { query }: InputOf<typeof endpoints.readMyHours>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readMyHours>> {
    return this.years.own(actor, query.year);
  }

  @Serves(endpoints.uploadMyEvidence)
  async uploadMyEvidence(
    @CurrentActor() actor: Actor,
    @Request() request: FastifyRequest,
  ): Promise<OutputOf<typeof endpoints.uploadMyEvidence>> {
    return this.evidence.upload(actor, await receivedFile(request, this.config.uploadMaxBytes));
  }

  // Nest's own `Res` says that this handler sends the reply itself.
  @Serves(endpoints.readMyEvidence)
  async readMyEvidence(
    @Input() { params }: InputOf<typeof endpoints.readMyEvidence>,
    @CurrentActor() actor: Actor,
    @Request() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.evidence.own(actor, params.mediaId));
  }

  @Serves(endpoints.proposeHours)
  proposeHours(
    @Input() { body }: InputOf<typeof endpoints.proposeHours>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.proposeHours>> {
    return this.proposals.propose(actor, body);
  }

  @Serves(endpoints.withdrawHours)
  withdrawHours(
    @Input() { params }: InputOf<typeof endpoints.withdrawHours>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.withdrawHours>> {
    return this.proposals.withdraw(actor, params.entryId);
  }
}
