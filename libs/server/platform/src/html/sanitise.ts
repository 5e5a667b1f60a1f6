/** The room where HTML that a person wrote loses everything that could act: one allow-list for lessons and questions. */
import sanitize from 'sanitize-html';

type Attributes = Record<string, string>;

/** A stored file, by the address under which the product serves it. */
const MEDIA = /^\/api\/media\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Where a link may go; anything else loses its address. */
const LINK = /^(?:https?:\/\/|mailto:|\/api\/media\/)[^\s\\]+$/i;
const NUMBER = /^[1-9][0-9]{0,3}$/;
const SCOPE = /^(?:row|col|rowgroup|colgroup)$/;
const CALLOUT = /^(?:law|note|warning|example)$/;

/** Attributes that a tag may keep, each with the values that it may have. A tag that is not here has none. */
const ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  a: { href: LINK },
  th: { scope: SCOPE, colspan: NUMBER, rowspan: NUMBER },
  td: { colspan: NUMBER, rowspan: NUMBER },
  img: { src: MEDIA, alt: /^/, width: NUMBER, height: NUMBER },
  video: { src: MEDIA },
  audio: { src: MEDIA },
  aside: { 'data-callout': CALLOUT },
};
/** Attributes that a tag has whatever the author wrote. */
const GIVEN: Readonly<Record<string, Attributes>> = {
  a: { rel: 'noopener' },
  video: { controls: '' },
  audio: { controls: '' },
};
/** Tags that are nothing without their source. */
const NEEDS_SOURCE: ReadonlySet<string> = new Set(['img', 'video', 'audio']);

const TAGS =
  'h2 h3 h4 p ul ol li strong b em i u s sub sup a blockquote table caption thead tbody tr th td figure ' +
  'figcaption img video audio aside hr br code pre span';

/** Tags that go together with what is inside them; of any other unknown tag the text stays. */
const GONE_WITH_CONTENT =
  'script style textarea option select title noscript noembed noframes xmp plaintext template iframe object embed ' +
  'applet svg math';

/** Deeper nesting than a page can need is cut, so that no reader has to walk it. */
const MAX_DEPTH = 40;

function keptAttributes(tagName: string, written: Attributes): Attributes {
  const kept: Attributes = {};
  for (const [name, pattern] of Object.entries(ATTRIBUTES[tagName] ?? {})) {
    const value = written[name]?.trim();
    if (value !== undefined && pattern.test(value)) kept[name] = value;
  }
  return { ...kept, ...GIVEN[tagName] };
}

// The published types lag behind the library by one option.
const OPTIONS: sanitize.IOptions & { allowedEmptyAttributes: string[] } = {
  allowedTags: TAGS.split(' '),
  nonTextTags: GONE_WITH_CONTENT.split(' '),
  // The values are judged in `keptAttributes`; this second list is the library's own gate.
  allowedAttributes: Object.fromEntries(
    Object.entries(ATTRIBUTES).map(([tag, attributes]) => [
      tag,
      [...Object.keys(attributes), ...Object.keys(GIVEN[tag] ?? {})],
    ]),
  ),
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  allowedEmptyAttributes: ['alt'],
  selfClosing: ['img', 'br', 'hr'],
  nestingLimit: MAX_DEPTH,
  transformTags: {
    '*': (tagName, written) => ({ tagName, attribs: keptAttributes(tagName, written) }),
  },
  exclusiveFilter: (frame) => NEEDS_SOURCE.has(frame.tag) && !frame.attribs['src'],
};

/** Readings after which HTML that still changes keeps its text only; no known HTML needs more than three. */
const MOST_READINGS = 8;

/**
 * What of an HTML fragment may be stored and shown: headings, text, lists, tables, figures, callouts, links, and files
 * of this product. Styles, classes, handlers, scripts, frames, drawings and `data:` addresses are dropped. Doing it twice
 * changes nothing. The result is in NFC.
 */
export function sanitiseHtml(html: string): string {
  // NFC first: a mark that joins with "<" or ">" must not make or unmake a tag after the check.
  let read = once(html.normalize('NFC'));
  // Broken nesting (`<p><p<p><p>`) is written down in a way that reads otherwise: read it until it stands.
  for (let readings = 1; readings < MOST_READINGS; readings += 1) {
    const again = once(read);
    if (again === read) return read;
    read = again;
  }
  return sanitize(read, { allowedTags: [], allowedAttributes: {} }).trim();
}

const once = (html: string): string => sanitize(html, OPTIONS).trim();
