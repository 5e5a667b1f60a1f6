/** The room of what may stand in the XML of a workbook. */

/** Excel holds so many letters in one cell. */
export const LONGEST_TEXT = 32_767;

/** Text inside an element or an attribute. */
export const escaped = (text: string): string =>
  /[&<>"]/.test(text)
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
    : text;

/** What XML 1.0 has no sign for: most control characters, and two that Unicode gives no meaning. */

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * The text of a cell in NFC: what XML cannot say is left out, and `_x0041_`, which Excel would read as a letter
 * (ST_Xstring, ECMA-376 part 1, 22.9.2.19), stays as it is written.
 */
export function cellText(value: string): string {
  const cut = value.length > LONGEST_TEXT ? value.slice(0, LONGEST_TEXT) : value;
  const clean = cut
    .replace(/[\ud800-\udbff]$/, '')
    .toWellFormed()
    .normalize('NFC')
    .replace(FORBIDDEN, '')
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return escaped(clean);
}
