/** The room of questions that are there already: the same to a reader, even where case, marks or a detail differ. */
import type { QuestionContent } from '@tap-huan/contract';
import { fold, plainText } from '@tap-huan/rules';
import { searchTextOf } from '../question/question-content';

/** Share of the shorter one's words that both must have: "Phát biểu nào đúng?" is asked with many sets of options. */
const ALIKE = 0.6;

type Words = ReadonlySet<string>;

/** Questions of one kind with the same stem, and mostly the same to choose from. */
export class KnownQuestions {
  private readonly byStem = new Map<string, Words[]>();

  /** @param kept contents that are there already */
  constructor(kept: Iterable<QuestionContent> = []) {
    for (const content of kept) this.hasThenAdd(content);
  }

  has(content: QuestionContent): boolean {
    const { stem, words } = tracesOf(content);
    return (this.byStem.get(stem) ?? []).some((others) => areAlike(words, others));
  }

  /** Whether it was there before; now it is. */
  hasThenAdd(content: QuestionContent): boolean {
    const { stem, words } = tracesOf(content);
    const others = this.byStem.get(stem);
    if (others?.some((other) => areAlike(words, other))) return true;
    if (others) others.push(words);
    else this.byStem.set(stem, [words]);
    return false;
  }
}

function tracesOf(content: QuestionContent): { stem: string; words: Words } {
  const stem = fold(plainText(content.stem));
  const text = searchTextOf({ ...content, legalBasis: [] });
  return {
    stem: `${content.kind} ${stem}`,
    words: new Set(
      text
        .slice(stem.length)
        .split(' ')
        .filter((word) => word !== ''),
    ),
  };
}

function areAlike(one: Words, other: Words): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  if (few.size === 0) return many.size === 0;
  let common = 0;
  for (const word of few) if (many.has(word)) common += 1;
  return common / few.size >= ALIKE;
}
