/** The room where what the editor holds becomes the HTML that is stored: nothing but what the server keeps. */

const ONLY_PARAGRAPH = ':is(li, td, th) > p:first-child:not(:has(+ p))';

/** Replaces an element by its children. */
function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Rows of nothing but headings become the head of the table; each heading says what it is a heading of. */
function tidyTable(table: HTMLTableElement): void {
  const rows = [...table.rows];
  const isHead = (row: HTMLTableRowElement) =>
    [...row.cells].every((cell) => cell.tagName === 'TH');
  const heads = rows.findIndex((row) => !isHead(row));
  const count = heads < 0 ? 0 : heads;
  for (const [at, row] of rows.entries()) {
    for (const cell of row.cells) {
      for (const name of [...cell.getAttributeNames()]) {
        const span = name === 'colspan' || name === 'rowspan';
        if (!span || cell.getAttribute(name) === '1') cell.removeAttribute(name);
      }
      if (cell.tagName === 'TH')
        cell.setAttribute('scope', at < Math.max(count, 1) ? 'col' : 'row');
    }
  }
  table.querySelector('caption')?.removeAttribute('contenteditable');
  if (count === 0) return;
  const head = table.ownerDocument.createElement('thead');
  head.append(...rows.slice(0, count));
  table.tBodies[0]?.before(head);
}

/** The editor's HTML, tidied. Empty text is an empty string. */
export function storedHtml(html: string): string {
  const template = document.createElement('template');
  template.innerHTML = html;
  const root = template.content;
  for (const paragraph of root.querySelectorAll(ONLY_PARAGRAPH)) unwrap(paragraph);
  for (const figure of root.querySelectorAll('figure')) {
    const caption = figure.querySelector('figcaption');
    const medium = figure.querySelector('img, video, audio');
    medium?.removeAttribute('preload');
    if (caption?.textContent?.trim() || medium?.tagName === 'IMG') {
      if (!caption?.textContent?.trim()) caption?.remove();
    } else if (medium) figure.replaceWith(medium);
  }
  for (const table of root.querySelectorAll('table')) tidyTable(table);
  for (const link of root.querySelectorAll('a')) {
    link.removeAttribute('target');
    link.removeAttribute('class');
    link.setAttribute('rel', 'noopener');
  }
  for (const list of root.querySelectorAll('ol, ul, li'))
    for (const name of [...list.getAttributeNames()]) list.removeAttribute(name);
  while (isEmptyParagraph(root.lastElementChild)) root.lastElementChild?.remove();
  return template.innerHTML.normalize('NFC');
}

const isEmptyParagraph = (element: Element | null): boolean =>
  element?.tagName === 'P' && element.childNodes.length === 0;
