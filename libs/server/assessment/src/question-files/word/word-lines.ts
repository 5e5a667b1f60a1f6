/** The room of what a line of a Word question list is: a question, a key, an explanation, a heading, or more of the same. */
import { lettersOf } from '../letters';
import { type Line, PICTURE } from './marks';

/** How the questions of a list begin: "Câu 1:", "1.", "(1)", or with the code of an outcome. */
export type Family = 'named' | 'dotted' | 'bracketed' | 'tagged';

export interface Opening {
  family: Family;
  number: number | null;
  /** Where the text behind the number begins. */
  from: number;
}

const FAMILIES: [Family, RegExp][] = [
  [
    'named',
    /^\s*(?:câu(?:\s*hỏi)?|bài(?:\s*tập)?|question|q\.?)\s*(?:số\s*)?(\d{1,4})(?!\d)\s*(?:[.:)\]/]|[-–](?=\s)|(?=[\s([]|$))\s*/iu,
  ],
  ['dotted', /^\s*(\d{1,4})\s*[.)]\s*(?!\d)/],
  ['bracketed', /^\s*\(\s*<?(\d{1,4})>?\s*\)\s*/],
  ['tagged', /^\s*(?=\(CLO\s*\d)/i],
];

/** How a line opens a question; null for another line. */
export function openingOf({ text }: Line): Opening | null {
  for (const [family, pattern] of FAMILIES) {
    const match = pattern.exec(text);
    if (match) {
      const number = match[1] === undefined ? null : Number(match[1]);
      return { family, number, from: match[0].length };
    }
  }
  return null;
}

/** A line from a place on, with its marks. */
export const tailOf = (line: Line, from: number): Line => ({
  ...line,
  text: line.text.slice(from),
  marks: line.marks.slice(from),
});

const END = /^[^\p{L}\d]*(?:hết|the\s*end|end)[^\p{L}\d]*$/iu;
const KEY_HEADING =
  /^[^\p{L}\d]*(?:bảng\s*)?(?:đáp\s*án|answer\s*keys?|keys?)(?:\s*(?:và|,|-)\s*(?:lời\s*giải|hướng\s*dẫn.*)|\s*(?:chi\s*tiết|tham\s*khảo|đề.*))?\s*[:.]?[^\p{L}\d]*$/iu;
const HEADING =
  /^\s*(?:[IVX]{1,5}\s*[.)/:-]|(?:phần|chương|chuyên\s*đề|chủ\s*đề|mục|part|section|chapter|unit)\s+(?:[IVX]{1,5}|\d{1,2}|[A-H])\b)/iu;
const CATEGORY = /^\s*(?:chương|chuyên\s*đề|chủ\s*đề|mục|chapter|unit)\s/iu;
const RANGE =
  /(?:câu(?:\s*hỏi)?|questions?)\s*(?:từ\s*)?(?:câu\s*)?[({<[]*\s*(\d{1,4})\s*[)}>\]]*\s*(?:-|–|—|đến|tới|to|and|và)\s*(?:câu\s*)?[({<[]*\s*(\d{1,4})/iu;
const SHARED =
  /đoạn|đọc|dựa|tình\s*huống|thông\s*tin|dữ\s*(?:kiện|liệu)|sau\s*đây|dưới\s*đây|refer|follow|passage|read/iu;

export const isEnd = ({ text }: Line): boolean => END.test(text);
/** "ĐÁP ÁN" alone: a table of keys follows. */
export const opensKeys = ({ text }: Line): boolean => KEY_HEADING.test(text);
/** `[<br>]` parts two questions. */
export const isBreak = ({ text }: Line): boolean => /^\s*\[<br>\]\s*$/i.test(text);
export const isHeading = ({ text }: Line): boolean => HEADING.test(text);
/** A heading that is worth a category: "Chương 2. Tiếp công dân". */
export const isCategory = ({ text }: Line): boolean => HEADING.test(text) && CATEGORY.test(text);

/** "Đọc đoạn văn sau và trả lời câu 3 đến câu 5": what several questions share follows. */
export function sharedRange({ text }: Line): { from: number; to: number } | null {
  const match = RANGE.exec(text);
  if (!match || !SHARED.test(text)) return null;
  const from = Number(match[1]);
  const to = Number(match[2]);
  return to > from && to - from <= 30 ? { from, to } : null;
}

const KEY =
  /^\s*(?:đáp\s*án(?:\s*đúng)?|phương\s*án\s*đúng|đ\/?a|answer|key|ans)(?:\s*(?:là|is))?\s*(?:[:：]\s*(.+?)|([A-H])[.)]?)\s*$/iu;
const EXPLANATION =
  /^\s*(?:lời\s*giải|giải\s*thích|hướng\s*dẫn(?:\s*(?:giải|trả\s*lời))?|explanation|feedback)(?:\s*chi\s*tiết)?\s*[:：.]\s*|^\s*(?:lời\s*giải|giải\s*thích|hướng\s*dẫn\s*giải)\s*$/iu;
const CHOSEN =
  /^\s*(?:chọn|đáp\s*án(?:\s*đúng)?(?:\s*là)?|answer)\s*:?\s*(?:đáp\s*án\s*)?([A-H])(?![\p{L}\d])\s*[.,:;-]?\s*/iu;

/** What stands behind "Đáp án:"; null for another line. */
export function keyOf({ text }: Line): string | null {
  const match = KEY.exec(text);
  return match?.[1] ?? match?.[2] ?? null;
}

/** What follows "Lời giải:"; null for another line. */
export function explanationOf({ text }: Line): string | null {
  const match = EXPLANATION.exec(text);
  return match ? text.slice(match[0].length) : null;
}

/** "Chọn B. Vì …" -> the key and what explains it. */
export function chosenIn(text: string): { key: string | null; rest: string } {
  const match = CHOSEN.exec(text);
  return match
    ? { key: (match[1] ?? '').toUpperCase(), rest: text.slice(match[0].length) }
    : { key: null, rest: text };
}

export interface KeyPair {
  number: number;
  letters: string;
}

const PAIR = /(?:câu\s*)?(\d{1,4})\s*[-–.:)/]?\s*([A-Ha-h](?:\s*[,&]\s*[A-Ha-h])*)(?![\p{L}\d])/giu;

/** "1-A 2.B 3c" -> numbers with their letters; empty where the line is not of such pairs alone. */
export function keyPairs(text: string): KeyPair[] {
  const pairs = [...text.matchAll(PAIR)];
  if (pairs.length === 0 || /[\p{L}\d]/u.test(text.replace(PAIR, ''))) return [];
  return pairs.map((pair) => ({
    number: Number(pair[1]),
    letters: lettersOf(pair[2] ?? '').join(''),
  }));
}

export const hasPicture = (text: string): boolean => text.includes(PICTURE);
export const withoutPictures = (text: string): string => text.replaceAll(PICTURE, '').trim();
