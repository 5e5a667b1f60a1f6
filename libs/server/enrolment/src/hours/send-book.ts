/** The room where a sheet that was just made is sent; nobody keeps it. */
import { contentDisposition, XLSX } from '@tap-huan/server/platform';
import type { FastifyReply } from 'fastify';
import type { Book } from './hours-book';

/** Sends a workbook as an attachment. */
export function sendBook(reply: FastifyReply, { name, bytes }: Book): FastifyReply {
  return reply
    .header('content-type', XLSX)
    .header('content-disposition', contentDisposition('attachment', name))
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .send(bytes);
}
