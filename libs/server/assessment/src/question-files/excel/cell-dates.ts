/** The room of days in a workbook: numbers that only their style tells from other numbers. */
import { attributeOf, walkXml } from '../package/xml-walk';

/** Formats that Excel has without writing them down. */
const isBuiltInDate = (format: number): boolean =>
  (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36);

const isDateCode = (code: string): boolean =>
  /[dy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

/** Which styles of cells show a day. */
export function dateStyles(xml: string | null): (style: number) => boolean {
  const own = new Set<number>();
  const formats: number[] = [];
  let isInCells = false;
  const bare = (name: string) => name.slice(name.indexOf(':') + 1);
  if (xml !== null) {
    walkXml(xml, {
      open: (name, attributes) => {
        if (bare(name) === 'numFmt') {
          const code = attributeOf(attributes, 'formatCode') ?? '';
          if (isDateCode(code)) own.add(Number(attributeOf(attributes, 'numFmtId')));
        } else if (bare(name) === 'cellXfs') isInCells = true;
        else if (bare(name) === 'xf' && isInCells) {
          formats.push(Number(attributeOf(attributes, 'numFmtId') ?? 0));
        }
      },
      close: (name) => {
        if (bare(name) === 'cellXfs') isInCells = false;
      },
    });
  }
  return (style) => {
    const format = formats[style] ?? 0;
    return own.has(format) || isBuiltInDate(format);
  };
}

const two = (number: number): string => String(number).padStart(2, '0');

/** dd/MM/yyyy; empty where it is none. */
export const dayText = (date: Date): string =>
  Number.isNaN(date.getTime())
    ? ''
    : `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
