/**
 * Makes the demo academy's pictures, videos, recordings and checklists from their sources:
 *
 *     node tools/demo-media/make.mjs [part of a name …]
 *
 * | source                      | product                                        | may weigh |
 * |-----------------------------|------------------------------------------------|-----------|
 * | NAME.svg                    | NAME.png, 1200 x 675                           | 120 kB    |
 * | NAME.video.json             | NAME.webm, VP9, 960 x 540, silent              | 900 kB    |
 * | NAME.audio.txt              | NAME.mp3, Vietnamese speech, mono, 48 kbit/s   | 500 kB    |
 * | phieu-*.json                | phieu-*.pdf, one A4 page                       | 120 kB    |
 *
 * Run by hand by maintainers when a source has changed; the products are committed, so that nobody else
 * needs the programs: `apt-get install chromium ffmpeg espeak-ng`. Look at every product afterwards.
 */
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { makeChecklist } from './checklist.mjs';
import { openStudio } from './studio.mjs';
import { makeRecording } from './recording.mjs';
import { makeVideo } from './video.mjs';

const root = resolve(import.meta.dirname, '../..');
const content = join(root, 'libs/server/demo/content');
const wanted = process.argv.slice(2);

/** [ending of the source, ending of the product, bytes it may weigh, maker] */
const KINDS = [
  ['.svg', '.png', 120_000, (studio, source, target) => studio.picture(source, target)],
  ['.video.json', '.webm', 900_000, makeVideo],
  ['.audio.txt', '.mp3', 500_000, (_, source, target) => makeRecording(source, target)],
  ['.json', '.pdf', 120_000, (_, source, target) => makeChecklist(source, target)],
];

const studio = await openStudio();
let tooHeavy = 0;
try {
  for (const source of await sources()) {
    const [from, to, limit, make] = KINDS.find(([ending]) => source.endsWith(ending));
    const target = source.slice(0, -from.length) + to;
    await make(studio, source, target);
    const { size } = await stat(target);
    if (size > limit) tooHeavy += 1;
    console.log(
      `${relative(content, target).padEnd(52)} ${String(Math.round(size / 1000)).padStart(4)} kB${size > limit ? '  TOO HEAVY' : ''}`,
    );
  }
} finally {
  await studio.close();
}
process.exitCode = tooHeavy > 0 ? 1 : 0;

async function sources() {
  const found = [];
  for (const course of await readdir(content)) {
    // What officers hand in, beside what the course shows.
    for (const part of ['media', 'handed-in']) {
      const folder = join(content, course, part);
      for (const name of await readdir(folder).catch(() => [])) {
        const isSource = KINDS.some(([ending]) => name.endsWith(ending));
        const isWanted = wanted.length === 0 || wanted.some((one) => basename(name).includes(one));
        if (isSource && isWanted) found.push(join(folder, name));
      }
    }
  }
  return found.sort();
}
