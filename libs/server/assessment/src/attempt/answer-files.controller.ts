/** The room of the endpoints of files that are handed in as an answer. */
import { Controller, Res } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import {
  type Actor,
  CurrentActor,
  Input,
  Request,
  sendFile,
  Serves,
} from '@tap-huan/server/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AnswerFiles } from './answer-files.service';
import { handIn } from './hand-in';

@Controller()
export class AnswerFilesController {
  constructor(private readonly files: AnswerFiles) {}

  @Serves(endpoints.uploadAnswerFile)
  upload(
    @Input() input: InputOf<typeof endpoints.uploadAnswerFile>,
    @CurrentActor() actor: Actor,
    @Request() request: FastifyRequest,
  ): Promise<OutputOf<typeof endpoints.uploadAnswerFile>> {
    return handIn(this.files, actor, input.params, request);
  }

  // Nest's own `Res` says that this handler sends the reply itself.
  @Serves(endpoints.downloadAttemptFile)
  async download(
    @Input() input: InputOf<typeof endpoints.downloadAttemptFile>,
    @CurrentActor() actor: Actor,
    @Request() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { attemptId, fileId } = input.params;
    sendFile(request, reply, await this.files.file(actor, attemptId, fileId));
  }
}
