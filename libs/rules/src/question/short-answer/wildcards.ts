/** The room of accepted answers with stars: `*` stands for any letters, also none. */

/** The literal pieces between the stars; `\*` is a literal star, any other backslash is itself. */
export function piecesOf(pattern: string): string[] {
  const pieces = [''];
  for (const part of pattern.split(/(\\\*|\*)/)) {
    if (part === '*') pieces.push('');
    else pieces[pieces.length - 1] += part === '\\*' ? '*' : part;
  }
  return pieces;
}

/** The shortest text that a pattern accepts: its stars stand for nothing. */
export const withoutStars = (pattern: string): string => piecesOf(pattern).join('');

/**
 * Whether a text fits a pattern. The pieces are looked for from left to right, each at the first place where it fits:
 * an earlier place never hides a later one, so nothing is tried twice and no pattern is slow. Where a star stands
 * between spaces, or beside a space at an end, one space is enough: `cấp * xã` accepts "cấp xã".
 * @param text with single spaces, none at the ends, as is the pattern
 */
export function fits(text: string, pattern: string): boolean {
  const pieces = piecesOf(pattern);
  if (pieces.length === 1) return text === pieces[0];
  const padded = ` ${text} `;
  const first = ` ${pieces[0] ?? ''}`;
  const last = `${pieces.at(-1) ?? ''} `;
  if (!padded.startsWith(first)) return false;
  let before = first;
  let end = first.length;
  const from = (piece: string): number =>
    before.endsWith(' ') && piece.startsWith(' ') ? end - 1 : end;
  for (const piece of pieces.slice(1, -1)) {
    // Nothing between two stars: they are one.
    if (piece === '') continue;
    const place = padded.indexOf(piece, from(piece));
    if (place < 0) return false;
    end = place + piece.length;
    before = piece;
  }
  return padded.endsWith(last) && padded.length - last.length >= from(last);
}
