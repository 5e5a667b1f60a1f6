/** The endpoints of analysis. */
import { Controller, Res } from '@nestjs/common';
import { analysisEndpoints as endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import {
  type Actor,
  contentDisposition,
  CurrentActor,
  Input,
  Serves,
} from '@tap-huan/server/platform';
import type { FastifyReply } from 'fastify';
import { AnalysisExport } from './analysis-export.service';
import { AnalysisReader } from './analysis.reader';

// Where a file is sent, Nest's own `Res` says that the handler sends the reply itself.
@Controller()
export class AnalysisController {
  constructor(
    private readonly reader: AnalysisReader,
    private readonly exports: AnalysisExport,
  ) {}

  @Serves(endpoints.listAnalyses)
  list(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.listAnalyses>> {
    return this.reader.list(actor);
  }

  @Serves(endpoints.readAnalysis)
  quiz(
    @Input() { params, query }: InputOf<typeof endpoints.readAnalysis>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readAnalysis>> {
    return this.reader.quiz(actor, params.quizId, query);
  }

  @Serves(endpoints.readQuestionAnalysis)
  question(
    @Input() { params, query }: InputOf<typeof endpoints.readQuestionAnalysis>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readQuestionAnalysis>> {
    return this.reader.question(actor, params, query);
  }

  @Serves(endpoints.exportAnalysis)
  async workbook(
    @Input() { params, query }: InputOf<typeof endpoints.exportAnalysis>,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, stream } = await this.exports.workbook(actor, params.quizId, query);
    reply
      .header('content-type', endpoints.exportAnalysis.file)
      .header('content-disposition', contentDisposition('attachment', name))
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .send(stream);
  }
}
