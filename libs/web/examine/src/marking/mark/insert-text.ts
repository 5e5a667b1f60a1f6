/** The room of putting a kept comment into what is typed already. Pure. */

/** Puts a text where the cursor stands; what is there already keeps its own line. @returns the text, and the cursor behind it */
export function insertAt(
  typed: string,
  from: number,
  to: number,
  text: string,
): { text: string; cursor: number } {
  const before = typed.slice(0, from);
  const after = typed.slice(to);
  const begin = before === '' || before.endsWith('\n') ? before : `${before.trimEnd()}\n`;
  const end = after === '' || after.startsWith('\n') ? after : `\n${after.trimStart()}`;
  return { text: `${begin}${text}${end}`, cursor: begin.length + text.length };
}
