/**
 * The room of zod as the browser carries it. The contract says `import { z } from 'zod'`; in the web app
 * that name leads here (`paths` in tsconfig.json), for two reasons:
 * - zod compiles validators with `new Function`, which our Content-Security-Policy forbids; `jitless` must be
 *   set before the first schema is made, hence in the module that every schema imports;
 * - the whole of zod, with 60 languages of messages, is 83 kB compressed; what the contract uses is 32 kB.
 */
import * as z from './members';

z.config({ jitless: true });

export { z };
