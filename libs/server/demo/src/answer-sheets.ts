/** The room where invented officers answer real papers, rightly in a given share of the questions. */
import type { AnswerResponse, QuestionContent } from '@tap-huan/contract';
import {
  type FrozenPaper,
  type FrozenSlot,
  type Random,
  rightAnswer,
  shuffle,
  toPaperIds,
} from '@tap-huan/rules';
import type { Academy } from './academy';
import { mistaken } from './mistakes';

/** One line of a sheet. */
export interface SheetLine {
  slot: number;
  questionId: string;
  response: AnswerResponse | null;
  /** Whether it is what the key says. */
  right: boolean;
}

/** Answers that do not follow from skill, by question id, in ids of the content; null leaves it empty. */
export type Decided = ReadonlyMap<string, AnswerResponse | null>;

export class AnswerSheets {
  private readonly contents = new Map<string, QuestionContent>();

  constructor(
    private readonly academy: Academy,
    private readonly random: Random,
  ) {}

  /**
   * Answers to the attempt's paper. Hand-marked questions stay empty.
   * @param skill share of right answers, 0 to 1, or which they are
   */
  async fill(
    attemptId: string,
    skill: number | ((slot: FrozenSlot) => boolean),
    decided: Decided = new Map(),
  ): Promise<SheetLine[]> {
    const { paper } = await this.academy.sql.one<{ paper: FrozenPaper }>(
      `select paper from assessment.attempt where id = $1`,
      [attemptId],
    );
    const open = paper.slots.filter(({ questionId }) => !decided.has(questionId));
    const chosen =
      typeof skill === 'number'
        ? shuffle(open, this.random).slice(0, Math.round(open.length * skill))
        : open.filter(skill);
    const right = new Set(chosen.map(({ slot }) => slot));
    const lines: SheetLine[] = [];
    for (const slot of paper.slots) {
      const given = decided.get(slot.questionId);
      const response =
        given === undefined
          ? await this.bySkill(slot, right.has(slot.slot))
          : given && toPaperIds(slot.question, given);
      const { questionId } = slot;
      lines.push({ slot: slot.slot, questionId, response, right: right.has(slot.slot) });
    }
    return lines;
  }

  private async bySkill(slot: FrozenSlot, knows: boolean): Promise<AnswerResponse | null> {
    const key = rightAnswer(await this.content(slot.questionVersionId), slot.question);
    return knows ? key : mistaken(key, slot.question.paper, this.random);
  }

  /** Versions never change, so each is read once. */
  private async content(versionId: string): Promise<QuestionContent> {
    const known = this.contents.get(versionId);
    if (known) return known;
    const { content } = await this.academy.sql.one<{ content: QuestionContent }>(
      `select content from assessment.question_version where id = $1`,
      [versionId],
    );
    this.contents.set(versionId, content);
    return content;
  }
}
