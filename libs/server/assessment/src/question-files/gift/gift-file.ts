/** The room where GIFT is read, the text format that Moodle and others write. */
import { setImmediate } from 'node:timers/promises';
import { plainText } from '@tap-huan/rules';
import type { GIFTQuestion } from 'gift-pegjs';
import { decodedText } from '../decoded-text';
import { MOST_READ, problem, type RawFile, type RawQuestion, unreadable } from '../raw-question';
import { answerOf, type GiftItem } from './gift-answers';
import { blocksOf, type GiftBlock, itemsOf, partedAtGap } from './gift-blocks';
import { htmlOf } from './gift-text';

/** So many are read before others may have the processor. */
const AT_ONCE = 100;

/** Reads a GIFT file; a block that does not parse is told of, and the rest is read. */
export async function readGift(bytes: Buffer): Promise<RawFile> {
  const questions: RawQuestion[] = [];
  let category: string[] = [];
  let rested = 0;
  for (const { block, items } of foundIn(blocksOf(decodedText(bytes)))) {
    if (items === null) questions.push(nothing(block, category, 'unreadable'));
    for (const item of items ?? []) {
      if (item.type === 'Category') category = categoryOf(item.title);
      else questions.push(rawOf(item, block, category));
    }
    if (questions.length >= MOST_READ) break;
    if (questions.length >= rested + AT_ONCE) {
      rested = questions.length;
      await setImmediate();
    }
  }
  return questions.length === 0 ? unreadable() : { questions, problems: [] };
}

/** The items of each block. One that does not parse may have lost a brace: it ends at its first gap, and others follow. */
function* foundIn(
  blocks: Iterable<GiftBlock>,
): Generator<{ block: GiftBlock; items: GIFTQuestion[] | null }> {
  for (const block of blocks) {
    const items = itemsOf(block.text);
    const parts = items === null ? partedAtGap(block) : null;
    if (parts === null) yield { block, items };
    else {
      const [head, rest] = parts;
      yield { block: head, items: itemsOf(head.text) };
      yield* foundIn(blocksOf(rest.text, rest.line - 1));
    }
  }
}

const placeOf = ({ line }: GiftBlock): string => `dòng ${line}`;

const nothing = (
  block: GiftBlock,
  category: string[],
  code: 'unreadable' | 'kind_not_supported',
): RawQuestion => ({
  place: placeOf(block),
  title: block.text,
  kind: null,
  category,
  content: null,
  problems: [problem(code, block.text)],
});

/** `$course$/top/Luật/Chương 1` -> Luật, Chương 1; a slash inside a name is written twice. */
const categoryOf = (title: string): string[] =>
  title
    .split(/(?<!\/)\/(?!\/)/)
    .map((name) => name.replaceAll('//', '/').trim())
    .filter((name) => name !== '' && name !== 'top' && !/^\$\w+\$$/.test(name));

function rawOf(
  item: Exclude<GIFTQuestion, { type: 'Category' }>,
  block: GiftBlock,
  category: string[],
): RawQuestion {
  // Text without answers: an instruction, which is no question.
  if (item.type === 'Description') return nothing(block, category, 'kind_not_supported');
  // A gap in the sentence becomes a line, as on paper.
  const stem = htmlOf(item.stem).replace(/_{3,}/g, '_____');
  const { content, problems } = answerOf(item);
  return {
    place: placeOf(block),
    title: plainText(stem),
    category,
    problems,
    ...(content === null
      ? { kind: null, content }
      : {
          kind: content['kind'] as RawQuestion['kind'],
          content: { stem, feedback: feedbackOf(item), tags: block.tags, ...content },
        }),
  };
}

const feedbackOf = ({ globalFeedback }: GiftItem): string =>
  globalFeedback ? htmlOf(globalFeedback) : '';
