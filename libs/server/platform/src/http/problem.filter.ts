/** The room where every failure becomes problem+json (RFC 9457), and nothing else leaks. */
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common';
import { ERRORS, type ErrorCode, type Problem } from '@tap-huan/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '../failure';

const BY_STATUS: Partial<Record<number, ErrorCode>> = {
  400: 'validation_failed',
  404: 'not_found',
  413: 'file_too_large',
  415: 'file_kind_not_allowed',
  422: 'validation_failed',
  429: 'too_many_requests',
};

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const failure = this.failureOf(error, request);
    const problem: Problem = {
      type: `/errors/${failure.code}`,
      title: failure.code.replaceAll('_', ' '),
      status: failure.status,
      code: failure.code,
      ...(failure.params ? { params: failure.params } : {}),
      ...(failure.issues ? { issues: failure.issues } : {}),
    };
    if (reply.sent) return;
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(problem));
  }

  private failureOf(error: unknown, request: FastifyRequest): Failure {
    if (error instanceof Failure) return error;
    const status =
      error instanceof HttpException
        ? error.getStatus()
        : ((error as { statusCode?: unknown } | null)?.statusCode ?? 500);
    const code = typeof status === 'number' ? BY_STATUS[status] : undefined;
    if (code) return new Failure(code);
    // The path without its query: queries may hold names.
    const path = request.url.split('?')[0];
    this.logger.error(
      `${request.method} ${path}`,
      error instanceof Error ? error.stack : String(error),
    );
    return new Failure('internal' satisfies keyof typeof ERRORS);
  }
}
