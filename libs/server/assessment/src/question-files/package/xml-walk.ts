/**
 * The room where the XML inside Office files is walked through. They are written by machines and can be tens of
 * megabytes: one pass without a tree takes a twentieth of what a general parser takes, which blocks whoever saves answers.
 */

/** What is met on the way, in order. */
export interface XmlVisitor {
  open?(name: string, attributes: string): void;
  close?(name: string): void;
  /** As it stands, entities and all; see {@link decodedXml}. */
  text?(text: string): void;
}

const TOKEN = /<(\/?)([A-Za-z_][\w:.-]*)([^<>]*)>|([^<]+)/g;

/** Walks through a document; false where it declares a document type, which no Office file does and attackers like. */
export function walkXml(xml: string, visitor: XmlVisitor): boolean {
  if (/<!DOCTYPE/i.test(xml)) return false;
  for (const [, slash, name, attributes = '', text] of xml.matchAll(TOKEN)) {
    if (name === undefined) visitor.text?.(text ?? '');
    else if (slash) visitor.close?.(name);
    else {
      visitor.open?.(name, attributes);
      if (attributes.endsWith('/')) visitor.close?.(name);
    }
  }
  return true;
}

const finders = new Map<string, RegExp>();

/** An attribute of an element that was met; undefined where it has none of the name. */
export function attributeOf(attributes: string, name: string): string | undefined {
  let finder = finders.get(name);
  if (!finder) {
    finder = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    finders.set(name, finder);
  }
  const match = finder.exec(attributes);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : decodedXml(value);
}

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

/** Text with its entities decoded: the five of XML, and numbers. */
export const decodedXml = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
        (whole, hex, decimal, name) => {
          if (name) return NAMED[String(name).toLowerCase()] ?? whole;
          const code = hex ? parseInt(String(hex), 16) : Number(decimal);
          return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
        },
      )
    : text;
