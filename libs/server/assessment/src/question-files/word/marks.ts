/** The room of how letters in a Word document were written, as far as it says which option is the key. */

export const UNDERLINED = 1;
export const BOLD = 2;
/** Red, or with a marker pen. */
export const COLOURED = 4;

/** A line of text. */
export interface Line {
  text: string;
  /** One number a letter of `text`: UNDERLINED | BOLD | COLOURED. */
  marks: number[];
  /** Where it stands in a table, counted from 1. */
  cell?: { table: number; row: number; column: number };
}

/** Stands in a line where there was a picture or a formula. */
export const PICTURE = '\uFFFC';

const OFF: ReadonlySet<string> = new Set(['0', 'false', 'off']);

/** The marks of a run by its properties. */
export function markOf(properties: ReadonlyMap<string, string>): number {
  const underline = properties.get('w:u');
  const bold = properties.get('w:b');
  const marker = properties.get('w:highlight');
  const isColoured =
    isRed(properties.get('w:color')) ||
    (marker !== undefined && !['none', 'white'].includes(marker)) ||
    isMarker(properties.get('w:shd'));
  return (
    (underline !== undefined && underline !== 'none' ? UNDERLINED : 0) |
    (bold !== undefined && !OFF.has(bold) ? BOLD : 0) |
    (isColoured ? COLOURED : 0)
  );
}

const channels = (color: string | undefined): [number, number, number] | null => {
  const match = /^([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? '');
  return match && (match.slice(1).map((part) => parseInt(part, 16)) as [number, number, number]);
};

/** A colour in which red is strong and the others are weak. */
function isRed(color: string | undefined): boolean {
  const [red = 0, green = 0, blue = 0] = channels(color) ?? [];
  return red >= 160 && green <= 90 && blue <= 90;
}

/** A background that is neither white nor grey. */
function isMarker(color: string | undefined): boolean {
  const parts = channels(color);
  return parts !== null && Math.max(...parts) - Math.min(...parts) >= 60;
}

const RAISED: Readonly<Record<string, string>> = {
  ...{ '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸' },
  ...{ '9': '⁹', '+': '⁺', '-': '⁻', '−': '⁻', '(': '⁽', ')': '⁾', n: 'ⁿ' },
};
const LOWERED: Readonly<Record<string, string>> = {
  ...{ '0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈' },
  ...{ '9': '₉', '+': '₊', '-': '₋', '−': '₋', '(': '₍', ')': '₎' },
};

/** "2" raised is "²": m2 and m² are not the same. What has no raised letter stays as it is. */
export function shifted(text: string, alignment: string | undefined): string {
  const letters = alignment === 'superscript' ? RAISED : alignment === 'subscript' ? LOWERED : null;
  if (!letters) return text;
  const moved = Array.from(text, (letter) => letters[letter]);
  return moved.includes(undefined) ? text : moved.join('');
}
