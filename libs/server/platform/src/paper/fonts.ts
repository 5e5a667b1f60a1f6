/** The room of typefaces: read and parsed once for the process, and asked before anything is drawn. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

const FILES = {
  regular: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  boldItalic: '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
  label: '@expo-google-fonts/be-vietnam-pro/500Medium/BeVietnamPro_500Medium.ttf',
} as const;

/** Tinos has the measures of Times New Roman (Decree 30/2020/NĐ-CP); Be Vietnam Pro serves small labels. */
export type Face = keyof typeof FILES;

const require = createRequire(import.meta.url);
const loaded = new Map<Face, fontkit.Font>();

/** The parsed font; one object for all documents, which is four times faster than a buffer for each. */
export function fontOf(face: Face): fontkit.Font {
  let font = loaded.get(face);
  if (!font) {
    const opened = fontkit.create(readFileSync(require.resolve(FILES[face])));
    if (!('glyphForCodePoint' in opened)) throw new Error(`${FILES[face]} is not a single font.`);
    font = opened;
    rememberLetters(font);
    loaded.set(face, font);
  }
  return font;
}

const ALPHABET = (() => {
  const lower = [...'abcdefghijklmnopqrstuvwxyzđ'];
  const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
  for (const vowel of 'aăâeêioôơuưy') for (const tone of tones) lower.push(vowel + tone);
  const letters = lower.map((letter) => letter.normalize('NFC'));
  return [...letters, ...letters.map((letter) => letter.toUpperCase())].join('');
})();

/** Ligatures: their meaning is the letters that they are made of. */
const isPresentationForm = (codePoint: number): boolean =>
  codePoint >= 0xfb00 && codePoint <= 0xfb4f;

/**
 * fontkit keeps one object per glyph and takes its letters from whoever asks first. A glyph that is met first as a part of
 * another ("O" inside "Ò") would have none for the rest of the process, and the name on later papers would lose that
 * letter when copied or read aloud. So every glyph is asked for by its letter first; where two letters share a glyph
 * (Đ and the Icelandic Ð), the Vietnamese one comes first.
 */
function rememberLetters(font: fontkit.Font): void {
  for (const letter of ALPHABET) font.glyphForCodePoint(letter.codePointAt(0) ?? 0);
  for (const codePoint of [...font.characterSet].sort((a, b) => a - b)) {
    if (!isPresentationForm(codePoint)) font.glyphForCodePoint(codePoint);
  }
}

/** A letter that a typeface cannot print. A paper with a hole in a name must never be stored. */
export class MissingGlyphError extends Error {
  constructor(
    readonly face: Face,
    readonly letters: readonly string[],
  ) {
    const named = letters.map(
      (letter) =>
        `U+${letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')} “${letter}”`,
    );
    super(`The typeface ${fontOf(face).postscriptName} has no glyph for ${named.join(', ')}.`);
    this.name = 'MissingGlyphError';
  }
}

/** Text in NFC, each letter of which the face can print. @throws MissingGlyphError */
export function printable(text: string, face: Face): string {
  const normal = text.normalize('NFC');
  const font = fontOf(face);
  const missing = [...new Set(normal)].filter(
    (letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
  );
  if (missing.length > 0) throw new MissingGlyphError(face, missing);
  return normal;
}
