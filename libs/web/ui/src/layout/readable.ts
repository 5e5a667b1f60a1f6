/** The room where sanitised HTML is made ready for reading. Pure. */

/**
 * Wraps tables, so that a wide one scrolls by itself and keeps its meaning for screen readers, and marks
 * call-outs as notes, so that a page is not full of landmarks. For HTML that the server has sanitised.
 */
export function readable(html: string): string {
  return html
    .replace(/<table[\s>]/gi, (tag) => `<div class="th-scroll">${tag}`)
    .replace(/<\/table>/gi, '</table></div>')
    .replace(/<aside\s+data-callout/gi, '<aside role="note" data-callout');
}
