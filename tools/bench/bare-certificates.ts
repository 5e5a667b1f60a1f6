/** The bare loop beside the queue: the same papers drawn one after the other, and nothing else. */
import { readFile } from 'node:fs/promises';
import { renderCertificate } from '@tap-huan/server/certification';

const snapshots = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8'));
// The first papers warm up the fonts and the compiler, as a running worker has done long ago.
for (const snapshot of snapshots.slice(0, 10)) await renderCertificate(snapshot);
const begun = performance.now();
for (const snapshot of snapshots) await renderCertificate(snapshot);
process.stdout.write(JSON.stringify({ seconds: (performance.now() - begun) / 1000 }));
