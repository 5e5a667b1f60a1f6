/** The room where stored bytes become a download. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';

export interface FileToSend {
  name: string;
  mimeType: string;
  /** Bytes in all. */
  size: number;
  open: (range?: { start: number; end: number }) => Readable;
  disposition: 'inline' | 'attachment';
  cache: 'none' | 'immutable';
}

/** `attachment; filename="…"; filename*=UTF-8''…` (RFC 6266) for any Vietnamese name. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** Sends a file, or the one range that was asked for (RFC 9110 section 14). */
export function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: FileToSend,
): FastifyReply {
  reply
    .header('content-type', file.mimeType)
    .header('content-disposition', contentDisposition(file.disposition, file.name))
    .header('accept-ranges', 'bytes')
    .header('x-content-type-options', 'nosniff')
    .header(
      'cache-control',
      file.cache === 'immutable' ? 'private, max-age=31536000, immutable' : 'no-store',
    );
  const range = rangeOf(request.headers.range, file.size);
  if (range === 'unsatisfiable') {
    return reply.status(416).header('content-range', `bytes */${file.size}`).send();
  }
  if (range) {
    return reply
      .status(206)
      .header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
      .header('content-length', range.end - range.start + 1)
      .send(file.open(range));
  }
  return reply.header('content-length', file.size).send(file.open());
}

function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (!match[1] && !match[2])) return null;
  const start = match[1] ? Number(match[1]) : Math.max(0, size - Number(match[2]));
  const end = match[1] && match[2] ? Math.min(Number(match[2]), size - 1) : size - 1;
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}
