/** The endpoints of certificates: one's own, HR's list, the papers and the book. */
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
import { CertificateReader } from './certificate.reader';
import { DownloadService } from './download.service';
import { sendStream } from './send-stream';

// Where a file is sent, Nest's own `Res` says that the handler sends the reply itself.
@Controller()
export class CertificateController {
  constructor(
    private readonly reader: CertificateReader,
    private readonly downloads: DownloadService,
  ) {}

  @Serves(endpoints.listMyCertificates)
  listMyCertificates(
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listMyCertificates>> {
    return this.reader.mine(actor);
  }

  @Serves(endpoints.readMyCertificatePdf)
  async readMyCertificatePdf(
    @Input() { params }: InputOf<typeof endpoints.readMyCertificatePdf>,
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.downloads.own(actor, params.certificateId));
  }

  @Serves(endpoints.listCertificates)
  listCertificates(
    @Input() { query }: InputOf<typeof endpoints.listCertificates>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listCertificates>> {
    return this.reader.list(actor, query);
  }

  @Serves(endpoints.readRegister)
  async readRegister(
    @Input() { query }: InputOf<typeof endpoints.readRegister>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendStream(reply, endpoints.readRegister.file, await this.downloads.book(actor, query));
  }

  @Serves(endpoints.readCertificatePdf)
  async readCertificatePdf(
    @Input() { params }: InputOf<typeof endpoints.readCertificatePdf>,
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.downloads.ofScope(actor, params.certificateId));
  }
}
