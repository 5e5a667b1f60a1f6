/** The room where a file of unknown length is sent as it is made. */
import type { Readable } from 'node:stream';
import { contentDisposition } from '@tap-huan/server/platform';
import type { FastifyReply } from 'fastify';

/** Sends a made-up file as an attachment that nobody keeps. */
export function sendStream(
  reply: FastifyReply,
  mimeType: string | undefined,
  file: { name: string; stream: Readable },
): FastifyReply {
  return reply
    .header('content-type', mimeType ?? 'application/octet-stream')
    .header('content-disposition', contentDisposition('attachment', file.name))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(file.stream);
}
