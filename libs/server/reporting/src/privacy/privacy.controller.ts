/** The endpoints of personal data: who looked, one's own copy, corrections. */
import { Controller, Res } from '@nestjs/common';
import { type InputOf, type OutputOf, privacyEndpoints as endpoints } from '@tap-huan/contract';
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
import { CorrectionReader } from './correction.reader';
import { CorrectionService } from './correction.service';
import { DisclosureReader } from './disclosure.reader';
import { OwnDataService } from './own-data.service';

@Controller()
export class PrivacyController {
  constructor(
    private readonly disclosures: DisclosureReader,
    private readonly ownData: OwnDataService,
    private readonly corrections: CorrectionReader,
    private readonly correcting: CorrectionService,
  ) {}

  @Serves(endpoints.listMyDisclosures)
  listMyDisclosures(
    @Input() { query }: InputOf<typeof endpoints.listMyDisclosures>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listMyDisclosures>> {
    return this.disclosures.own(actor, query);
  }

  // Where a file is sent, Nest's own `Res` says that the handler sends the reply itself.
  @Serves(endpoints.readMyData)
  async readMyData(
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.ownData.zip(actor));
  }

  @Serves(endpoints.listMyCorrections)
  listMyCorrections(
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listMyCorrections>> {
    return this.corrections.own(actor);
  }

  @Serves(endpoints.askCorrection)
  askCorrection(
    @Input() { body }: InputOf<typeof endpoints.askCorrection>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.askCorrection>> {
    return this.correcting.ask(actor, body);
  }

  @Serves(endpoints.listCorrections)
  listCorrections(
    @Input() { query }: InputOf<typeof endpoints.listCorrections>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listCorrections>> {
    return this.corrections.queue(actor, query);
  }

  @Serves(endpoints.acknowledgeCorrection)
  async acknowledgeCorrection(
    @Input() { params }: InputOf<typeof endpoints.acknowledgeCorrection>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.acknowledgeCorrection>> {
    await this.correcting.acknowledge(actor, params.correctionId);
    return { ok: true };
  }

  @Serves(endpoints.answerCorrection)
  async answerCorrection(
    @Input() { params, body }: InputOf<typeof endpoints.answerCorrection>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.answerCorrection>> {
    await this.correcting.answer(actor, params.correctionId, body);
    return { ok: true };
  }
}
