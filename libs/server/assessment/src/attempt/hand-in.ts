/** The room where a multipart request gives up its one file, as a stream that ends at the question's limit. */
import type { AttemptFile } from '@tap-huan/contract';
import { type Actor, Failure, receivedPart } from '@tap-huan/server/platform';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { AnswerFiles } from './answer-files.service';

/**
 * Hands the field `file` in for a question.
 * @throws Failure file_too_large with `{ megabytes }`; validation_failed where no file came
 */
export async function handIn(
  files: AnswerFiles,
  actor: Actor,
  { attemptId, slot }: { attemptId: string; slot: number },
  request: FastifyRequest,
): Promise<AttemptFile> {
  const asked = await files.question(actor, attemptId, slot);
  const limit = files.limitOf(asked);
  const part = await receivedPart(request, limit);
  const { file } = part;
  const stream = Readable.from(
    (async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of file as AsyncIterable<Buffer>) yield chunk;
      if (file.truncated) {
        throw new Failure('file_too_large', { megabytes: Math.floor(limit / 1024 / 1024) });
      }
    })(),
    { objectMode: false },
  );
  return files.keep(actor, attemptId, slot, asked, { name: part.filename ?? '', stream });
}
