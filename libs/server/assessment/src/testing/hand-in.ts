/** The room of files for tests: small ones of each kind, and the multipart request that carries them. */
import type { Person } from '@tap-huan/server/platform/testing';
import type { World } from './world';

const BOUNDARY = 'tap-huan-boundary';

export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Uploads a file for a question as a page does. */
export async function upload(
  world: World,
  person: Person,
  { attemptId, slot }: { attemptId: string; slot: number },
  { name, bytes, field = 'file' }: { name: string; bytes: Buffer; field?: string },
) {
  const app = await world.test.http();
  return app.inject({
    method: 'POST',
    url: `/api/attempts/${attemptId}/slots/${slot}/files`,
    headers: {
      cookie: `tap_huan_session=${person.accountId}`,
      'x-requested-with': 'tap-huan',
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
    payload: Buffer.concat([
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]),
  });
}
