/** The room of the endpoints of question files. */
import { Readable } from 'node:stream';
import { Controller, Res } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import {
  type Actor,
  CurrentActor,
  Input,
  receivedFile,
  Request,
  sendFile,
  Serves,
} from '@tap-huan/server/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { questionTemplate } from './excel/template';
import { FILE_TYPES, QuestionExport } from './question-export.service';
import { QuestionFiles } from './question-files.service';

/** Bytes of a question file. */
const LARGEST = 20 * 1024 * 1024;

@Controller()
export class QuestionFilesController {
  constructor(
    private readonly files: QuestionFiles,
    private readonly exporting: QuestionExport,
  ) {}

  @Serves(endpoints.readQuestionFile)
  async read(
    @Input() input: InputOf<typeof endpoints.readQuestionFile>,
    @CurrentActor() actor: Actor,
    @Request() request: FastifyRequest,
  ): Promise<OutputOf<typeof endpoints.readQuestionFile>> {
    await this.files.allow(actor, input.params.bankId);
    return this.files.read(actor, input, await receivedFile(request, LARGEST));
  }

  // Nest's own `Res` says that these handlers send the reply themselves.
  @Serves(endpoints.exportQuestions)
  async export(
    @Input() input: InputOf<typeof endpoints.exportQuestions>,
    @CurrentActor() actor: Actor,
    @Request() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(request, reply, await this.exporting.file(actor, input));
  }

  @Serves(endpoints.questionTemplate)
  async template(@Request() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await questionTemplate();
    send(request, reply, { name: 'mau-cau-hoi.xlsx', mimeType: FILE_TYPES.xlsx, bytes });
  }
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { name, mimeType, bytes }: { name: string; mimeType: string; bytes: Buffer },
): void {
  sendFile(request, reply, {
    ...{ name, mimeType, size: bytes.length },
    open: ({ start = 0, end = bytes.length - 1 } = { start: 0, end: bytes.length - 1 }) =>
      Readable.from([bytes.subarray(start, end + 1)]),
    disposition: 'attachment',
    cache: 'none',
  });
}
