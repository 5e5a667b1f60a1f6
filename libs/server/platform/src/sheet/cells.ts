/** The room of cells: words are typed as text, figures as numbers, days as days, so that Excel guesses nothing. */

/** How a cell looks; what is left out is as the sheet has it. Looks that are used often are constants: they are found by identity. */
export interface Look {
  align?: 'left' | 'center' | 'right';
  vertical?: 'top' | 'center';
  wrap?: boolean;
  /** Steps to the right. */
  indent?: number;
  /** A number format of Excel in its English spelling; each Excel shows it in its own language. */
  format?: string;
  bold?: boolean;
  italic?: boolean;
  /** Points. */
  size?: number;
  /** Of the letters, `#RRGGBB`. */
  color?: string;
  fill?: string;
  frame?: boolean;
}

/** Text is text, whatever it begins with: it is never read as a formula. Days are numbers with a format of days. */
export interface SheetCell {
  value?: string | number;
  look?: Look;
}

const EMPTY: SheetCell = {};
const WORDS: Look = { wrap: true };
const CODE: Look = { format: '@' };
const DAY: Look = { format: 'dd/mm/yyyy', align: 'center' };
const MOMENT: Look = { format: 'dd/mm/yyyy hh:mm', align: 'center' };
const FIGURES = new Map<string, Look>();

const DAY_MS = 86_400_000;
/** Days from 30/12/1899, where Excel counts from, to 1/1/1970. */
const EPOCH = 25_569;
/** Excel believes in a 29/2/1900; earlier days stay words. */
const FIRST_DAY = 61;
/** The clock of Việt Nam: what Excel counts has no time zone. */
const VIETNAM = 7 * 3_600_000;

/** Words, wrapped where they are long; an empty cell where there are none. */
export const words = (value: string | null | undefined): SheetCell =>
  value ? { value, look: WORDS } : EMPTY;

/** A code that looks like a number (00123) and stays text, also when somebody edits the cell. */
export const codeCell = (value: string | null | undefined): SheetCell =>
  value ? { value, look: CODE } : EMPTY;

/** Empty where there is no number: 0 would be one. */
export function figure(value: number | null | undefined, format = '#,##0'): SheetCell {
  if (value === null || value === undefined) return EMPTY;
  let look = FIGURES.get(format);
  if (!look) FIGURES.set(format, (look = { format, align: 'right' }));
  return { value, look };
}

/** Hundredths as they are spoken of: 850 is 8,5 and 800 is 8, without a comma that nothing follows. */
export const hundredth = (value: number | null): SheetCell =>
  value === null
    ? EMPTY
    : figure(value / 100, value % 100 === 0 ? '#,##0' : value % 10 === 0 ? '#,##0.0' : '#,##0.00');

/** A day (YYYY-MM-DD) as a real day. */
export function dayCell(day: string | null): SheetCell {
  if (day === null) return EMPTY;
  const serial = Date.parse(`${day}T00:00:00Z`) / DAY_MS + EPOCH;
  return serial >= FIRST_DAY ? { value: serial, look: DAY } : words(day);
}

/** An instant as the clock in Việt Nam showed it. */
export const momentCell = (at: Date): SheetCell => ({
  value: (at.getTime() + VIETNAM) / DAY_MS + EPOCH,
  look: MOMENT,
});

/** A day of birth; older records know only a year. */
export const birthCell = (birthDate: string): SheetCell =>
  birthDate === ''
    ? EMPTY
    : birthDate.includes('-')
      ? dayCell(birthDate)
      : styled(figure(Number(birthDate), '0'), { align: 'center' });

const STYLED = new WeakMap<Look, Map<string, Look>>();
const PLAIN: Look = {};

/** The same cell with another look on top of its own. */
export function styled({ value, look = PLAIN }: SheetCell, more: Look): SheetCell {
  let known = STYLED.get(look);
  if (!known) STYLED.set(look, (known = new Map<string, Look>()));
  const key = JSON.stringify(more);
  let both = known.get(key);
  if (!both) known.set(key, (both = { ...look, ...more }));
  return value === undefined ? { look: both } : { value, look: both };
}
