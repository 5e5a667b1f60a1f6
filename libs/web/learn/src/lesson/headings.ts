/** The room of a lesson's table of contents. Pure functions. */

export interface Heading {
  id: string;
  level: 2 | 3;
  text: string;
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Gives every h2 and h3 an id and lists them. The HTML comes from our server, whose sanitiser leaves headings without
 * attributes; a heading that has some all the same is left alone.
 */
export function withHeadings(html: string): { html: string; headings: Heading[] } {
  const headings: Heading[] = [];
  const marked = html.replace(
    /<h([23])>([\s\S]*?)<\/h\1>/g,
    (whole, level: string, inner: string) => {
      const text = plain(inner);
      if (!text) return whole;
      const id = `muc-${headings.length + 1}`;
      headings.push({ id, level: level === '2' ? 2 : 3, text });
      return `<h${level} id="${id}" tabindex="-1">${inner}</h${level}>`;
    },
  );
  return { html: marked, headings };
}
