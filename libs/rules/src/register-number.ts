/** The room of the register number: the number under which a certificate stands in the book of certificates. */

/** Parts of a register number. */
export interface RegisterNumber {
  /** 1, 2, 3 … without gaps, per issuer and year. */
  seq: number;
  year: number;
  /** Letters of the paper and its issuer, e.g. "GCN-TH". */
  symbol: string;
}

const SYMBOL = 'GCN-TH';
const PATTERN = /^(\d{4,})\/(\d{4})\/(\p{Lu}+(?:-\p{Lu}+)*)$/u;

/**
 * Số vào sổ: (12, 2026) -> "0012/2026/GCN-TH". At least four digits, more from 10 000 on.
 * @throws RangeError where seq or year is not a whole number in range: a wrong number must never be printed.
 */
export function registerNumber(seq: number, year: number, symbol: string = SYMBOL): string {
  if (!Number.isSafeInteger(seq) || seq < 1) throw new RangeError(`register sequence ${seq}`);
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError(`year ${year}`);
  return `${String(seq).padStart(4, '0')}/${year}/${symbol}`;
}

/** Parts of a register number as written by `registerNumber`; null for anything else. */
export function parseRegisterNumber(text: string): RegisterNumber | null {
  const [, seq, year, symbol] = PATTERN.exec(text.trim()) ?? [];
  if (seq === undefined || year === undefined || symbol === undefined) return null;
  const parsed = { seq: Number(seq), year: Number(year), symbol };
  const canonical = Number.isSafeInteger(parsed.seq) && parsed.seq > 0 && parsed.year >= 1000;
  return canonical && registerNumber(parsed.seq, parsed.year, symbol) === text.trim()
    ? parsed
    : null;
}
