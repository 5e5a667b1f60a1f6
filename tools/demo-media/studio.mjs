/** The room of the headless browser, where vector drawings and slides become pictures. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { run } from './programs.mjs';

const fonts = resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts/be-vietnam-pro');
const WEIGHTS = { 400: 'Regular', 500: 'Medium', 600: 'SemiBold', 700: 'Bold' };
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens a browser that knows the product's typeface; close it when done. */
export async function openStudio() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: FLAGS,
  });
  const workshop = await mkdtemp(join(tmpdir(), 'demo-media-'));
  const faces = await fontFaces();

  /** A picture of `body` in CSS pixels, as a PNG file. */
  async function shoot(body, { width, height, style = '' }, target) {
    const page = await browser.newPage({ viewport: { width, height } });
    try {
      await page.setContent(
        `<!doctype html><html lang="vi"><meta charset="utf-8">
         <style>${faces} * { margin: 0; box-sizing: border-box } svg { display: block } ${style}</style>
         <body>${body}</body></html>`,
      );
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: target });
    } finally {
      await page.close();
    }
  }

  return {
    /** A directory for what is between source and product; removed at the end. */
    workshop,
    shoot,
    /** SVG -> PNG of 1200 x 675 with a palette of 256 colours. */
    async picture(source, target) {
      const raw = join(workshop, 'picture.png');
      const svg = (await readFile(source, 'utf8')).normalize('NFC');
      await shoot(svg, { width: 1200, height: 675 }, raw);
      const palette = 'split[a][b];[a]palettegen=stats_mode=full[p];[b][p]paletteuse=dither=none';
      await run('ffmpeg', ['-y', '-i', raw, '-vf', palette, '-compression_level', '9', target]);
    },
    async close() {
      await browser.close();
      await rm(workshop, { recursive: true, force: true });
    },
  };
}

async function fontFaces() {
  const faces = Object.entries(WEIGHTS).map(async ([weight, name]) => {
    const file = join(fonts, `${weight}${name}`, `BeVietnamPro_${weight}${name}.ttf`);
    const bytes = await readFile(file, 'base64');
    return `@font-face { font-family: 'Be Vietnam Pro'; font-weight: ${weight};
      src: url(data:font/ttf;base64,${bytes}) }`;
  });
  return (await Promise.all(faces)).join('\n');
}
