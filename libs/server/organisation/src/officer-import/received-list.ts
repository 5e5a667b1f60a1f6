/** The room where a multipart request gives up its one staff list. */
import { Failure } from '@tap-huan/server/platform';
// Its types add `file()` to the request.
import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

export interface GivenList {
  name: string;
  bytes: Buffer;
}

/** Name of the field that holds the file. */
const FIELD = 'file';
const MEGABYTES = 20;

/**
 * Reads the field `file` into memory.
 * @throws Failure file_too_large with `{ megabytes }`; validation_failed where no file came
 */
export async function receivedList(request: FastifyRequest): Promise<GivenList> {
  if (!request.isMultipart()) throw missing();
  try {
    const limits = { fileSize: MEGABYTES * 1024 * 1024, files: 1 };
    const part = await request.file({ limits });
    if (!part || part.fieldname !== FIELD) throw missing();
    return { name: part.filename ?? '', bytes: await part.toBuffer() };
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === 'FST_REQ_FILE_TOO_LARGE') {
      throw new Failure('file_too_large', { megabytes: MEGABYTES });
    }
    throw error;
  }
}

const missing = (): Failure =>
  new Failure('validation_failed', undefined, [
    { path: FIELD, code: 'invalid_type', message: 'A file is expected in the field "file".' },
  ]);
