/** The room of what the HTTP process reads ahead, so that the first who asks does not wait for it. */
import type { INestApplicationContext } from '@nestjs/common';
import { CoverageStore } from '@tap-huan/server/reporting';

/** Begins and returns; where it fails, whoever asks first will read it and be told. */
export function warmUp(app: INestApplicationContext): void {
  app
    .get(CoverageStore, { strict: false })
    .fresh()
    .catch(() => undefined);
}
