/** The room where a multipart request gives up its one file. */
// Its types add `file()` to the request.
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Failure } from '../failure';

/** A file as it came: its name is what the sender says. */
export interface GivenFile {
  name: string;
  bytes: Buffer;
}

/** Name of the field that holds the file. */
const FIELD = 'file';

/**
 * Reads the field `file` into memory, up to the limit.
 * @param limit bytes
 * @throws Failure file_too_large with `{ megabytes }`; validation_failed where no file came
 */
export async function receivedFile(request: FastifyRequest, limit: number): Promise<GivenFile> {
  try {
    const part = await receivedPart(request, limit);
    return { name: part.filename ?? '', bytes: await part.toBuffer() };
  } catch (error) {
    if (isTooLarge(error)) throw new Failure('file_too_large', { megabytes: limit / 1024 / 1024 });
    throw error;
  }
}

/**
 * The field `file` as a stream; whoever reads it asks `part.file.truncated` whether it ended at the limit.
 * @param limit bytes
 * @throws Failure validation_failed where no file came
 */
export async function receivedPart(request: FastifyRequest, limit: number): Promise<MultipartFile> {
  if (!request.isMultipart()) throw missing();
  const part = await request.file({ limits: { fileSize: limit, files: 1 } });
  if (!part || part.fieldname !== FIELD) throw missing();
  return part;
}

const missing = (): Failure =>
  new Failure('validation_failed', undefined, [
    { path: FIELD, code: 'invalid_type', message: 'A file is expected in the field "file".' },
  ]);

const isTooLarge = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === 'FST_REQ_FILE_TOO_LARGE';
