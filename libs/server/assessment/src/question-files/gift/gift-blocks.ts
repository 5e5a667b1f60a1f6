/** The room where a GIFT file falls apart into questions, so that a broken one takes no other with it. */
import { type GIFTQuestion, parse } from 'gift-pegjs';

export interface GiftBlock {
  /** Without comments. */
  text: string;
  /** In which it begins, from 1. */
  line: number;
  tags: string[];
}

/** Letters of a block that are parsed at most: no question is longer. */
const LONGEST = 300_000;
/** Lines behind which an empty line ends a block even inside of braces. */
const MOST_LINES = 400;

const TAG = /\[tag:((?:[^\]\\]|\\.){1,200})\]/g;
const tagsIn = (comment: string): string[] =>
  [...comment.matchAll(TAG)].map(([, tag = '']) => tag.replace(/\\(.)/g, '$1').trim());

/** How many braces a line opens and does not close; escaped ones do not count. */
function opened(line: string): number {
  const braces = line.replace(/\\./g, '').match(/[{}]/g) ?? [];
  return braces.reduce((sum, brace) => sum + (brace === '{' ? 1 : -1), 0);
}

/** Lines one by one: a file of empty lines has very many. */
function* linesOf(text: string): Generator<string> {
  let from = 0;
  while (from <= text.length) {
    const end = text.indexOf('\n', from);
    yield text.slice(from, end < 0 ? text.length : end);
    if (end < 0) return;
    from = end + 1;
  }
}

/**
 * Blocks between empty lines; an empty line inside of braces parts nothing.
 * @param before lines that stand before the text
 */
export function* blocksOf(text: string, before = 0): Generator<GiftBlock> {
  let lines: string[] = [];
  let tags: string[] = [];
  let first = 1;
  let number = before;
  let depth = 0;
  const ended = (): GiftBlock[] => {
    const block = { text: lines.join('\n'), line: first, tags };
    lines = [];
    tags = [];
    depth = 0;
    return block.text.trim() === '' ? [] : [block];
  };
  for (const line of linesOf(text)) {
    number += 1;
    const trimmed = line.trim();
    if (trimmed.startsWith('//')) {
      tags.push(...tagsIn(trimmed));
      continue;
    }
    if (trimmed === '' && (depth <= 0 || lines.length === 0 || lines.length > MOST_LINES)) {
      yield* ended();
      continue;
    }
    // A category stands on a line of its own.
    const isCategory = depth <= 0 && /^\$CATEGORY:/i.test(trimmed);
    if (isCategory) yield* ended();
    if (lines.length === 0) first = number;
    lines.push(line);
    depth += opened(line);
    if (isCategory) yield* ended();
  }
  yield* ended();
}

/** The lines of a block before its first empty one, and those behind it; null where it has none. */
export function partedAtGap({ text, line, tags }: GiftBlock): [GiftBlock, GiftBlock] | null {
  const gap = /\n[ \t]*\n/.exec(text);
  if (!gap) return null;
  const head = text.slice(0, gap.index);
  const lines = head.split('\n').length + 1;
  const rest = text.slice(gap.index + gap[0].length);
  return [
    { text: head, line, tags },
    { text: rest, line: line + lines, tags: [] },
  ];
}

/** The items of a block; null where it is no GIFT, also not with the signs escaped that authors forget to escape. */
export function itemsOf(text: string): GIFTQuestion[] | null {
  if (text.length > LONGEST) return null;
  const whole = text.replace(/\n(?:[ \t]*\n)+/g, '\n');
  return attempt(whole) ?? attempt(repaired(whole));
}

function attempt(text: string): GIFTQuestion[] | null {
  try {
    return parse(`${text}\n\n`);
  } catch {
    return null;
  }
}

const escapeSigns = (text: string, signs: RegExp): string =>
  text.replace(/\\[~=#{}:n\\]|[~=#:]/g, (sign) => (signs.test(sign) ? `\\${sign}` : sign));

/**
 * Moodle takes "Chọn câu đúng: {…}" and "1 + 1 = ? {…}" although colon and equals sign should be escaped; the grammar
 * does not. They are escaped where they can mean nothing else.
 */
function repaired(text: string): string {
  const bare = text.replace(/\\./g, '  ');
  const from = bare.indexOf('{');
  const to = bare.lastIndexOf('}');
  if (from < 0 || to < from) return text;
  const [, title = '', stem = ''] =
    /^(\s*::(?:[^:]|:(?!:))*::)?([\s\S]*)$/.exec(text.slice(0, from)) ?? [];
  const answers = text.slice(from + 1, to);
  const isNumeric = answers.trimStart().startsWith('#');
  return [
    title,
    escapeSigns(stem, /^[~=#:]$/),
    '{',
    isNumeric ? answers : escapeSigns(answers, /^:$/),
    '}',
    escapeSigns(text.slice(to + 1), /^[~=#:]$/),
  ].join('');
}
