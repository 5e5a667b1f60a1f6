/** The room where a slide script becomes a calm, silent video. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './programs.mjs';

const WIDTH = 960;
const HEIGHT = 540;
const FRAMES_PER_SECOND = 15;
/** Seconds that two slides share. */
const FADE = 0.6;

const STYLE = `
  body { width: ${WIDTH}px; height: ${HEIGHT}px; padding: 56px 72px; position: relative; overflow: hidden;
    background: #FAF7F0; color: #1E2421; font-family: 'Be Vietnam Pro'; display: flex;
    flex-direction: column; justify-content: center }
  h1 { color: #23675A; font-size: 50px; line-height: 1.3; font-weight: 700; letter-spacing: -0.01em }
  .leaf { width: 88px; height: 5px; background: #A67C1A; margin: 22px 0 30px; flex: none }
  p { font-size: 33px; line-height: 1.5; font-weight: 500; padding: 5px 0 }
  .first h1 { font-size: 64px }
  .first p { color: #1E2421cc; font-weight: 400 }
  .track { position: absolute; left: 72px; right: 72px; bottom: 40px; height: 6px; display: flex; gap: 6px }
  .track i { flex: 1; border-radius: 3px; background: #CFE0DA }
  .track i.on { background: #23675A }`;

/** @param studio the browser; `source` holds `{ slides: [{ seconds, title, lines }] }`. */
export async function makeVideo(studio, source, target) {
  const { slides } = JSON.parse((await readFile(source, 'utf8')).normalize('NFC'));
  const inputs = [];
  for (const [at, slide] of slides.entries()) {
    const file = join(studio.workshop, `slide-${at}.png`);
    await studio.shoot(
      slidePage(slide, at, slides.length),
      { width: WIDTH, height: HEIGHT, style: STYLE },
      file,
    );
    // A fade takes its time from both slides; the last one has none after it.
    const seconds = slide.seconds + (at < slides.length - 1 ? FADE : 0);
    inputs.push('-loop', '1', '-r', String(FRAMES_PER_SECOND), '-t', String(seconds), '-i', file);
  }
  await run('ffmpeg', [
    '-y',
    ...inputs,
    ...['-filter_complex', fades(slides), '-map', '[out]'],
    ...['-c:v', 'libvpx-vp9', '-pix_fmt', 'yuv420p', '-crf', '30', '-b:v', '0', '-row-mt', '1'],
    ...['-g', String(FRAMES_PER_SECOND * 8), '-metadata', 'title=', '-fflags', '+bitexact'],
    target,
  ]);
}

function slidePage({ title, lines }, at, count) {
  const track = Array.from({ length: count }, (_, n) => `<i class="${n <= at ? 'on' : ''}"></i>`);
  return `<main class="${at === 0 ? 'first' : ''}"><h1>${escape(title)}</h1><div class="leaf"></div>
    ${lines.map((line) => `<p>${escape(line)}</p>`).join('')}</main><div class="track">${track.join('')}</div>`;
}

/** A chain of cross-fades: each begins when its slide has had its seconds. */
function fades(slides) {
  let begin = 0;
  let before = '[0]';
  const chain = [];
  for (let at = 1; at < slides.length; at += 1) {
    begin += slides[at - 1].seconds;
    const name = `[f${at}]`;
    chain.push(`${before}[${at}]xfade=transition=fade:duration=${FADE}:offset=${begin}${name}`);
    before = name;
  }
  chain.push(`${before}format=yuv420p[out]`);
  return chain.join(';');
}

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
