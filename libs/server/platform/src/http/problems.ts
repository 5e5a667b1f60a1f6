/** The room where every failure becomes problem+json (RFC 9457), and nothing else leaks. */
import { HttpException, Injectable, Logger } from '@nestjs/common';
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

@Injectable()
export class Problems {
  private readonly logger = new Logger('Problem');
  private outageToldAt = Number.NEGATIVE_INFINITY;

  /** Answers a request that failed. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
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
    if (isOutage(error)) return this.outage(error);
    // The path without its query: queries may hold names.
    const path = request.url.split('?')[0];
    this.logger.error(
      `${request.method} ${path}`,
      error instanceof Error ? error.stack : String(error),
    );
    return new Failure('internal' satisfies keyof typeof ERRORS);
  }

  /** Said once a second at most: while the database is away, every request fails, and pages come again and again. */
  private outage(error: Error): Failure {
    const now = performance.now();
    if (now - this.outageToldAt > 1_000) {
      this.outageToldAt = now;
      this.logger.error(`The database does not answer: ${error.message}`);
    }
    return new Failure('internal');
  }
}

/** Connections that are refused or cut, and a server that starts, stops or has no room (SQLSTATE 08, 53, 57P). */
const OUTAGE = /^(?:08\w{3}|53\w{3}|57P\w{2}|ECONNREFUSED|ECONNRESET|EPIPE)$/;

function isOutage(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (
    (typeof code === 'string' && OUTAGE.test(code)) ||
    error.message.includes('Connection terminated unexpectedly')
  );
}
