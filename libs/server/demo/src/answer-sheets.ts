/** The room where invented officers answer real papers, rightly in a given share of the questions. */
import type { AnswerResponse, QuestionContent } from '@tap-huan/contract';
import { type FrozenSlot, type Random, rightAnswer, shuffle } from '@tap-huan/rules';
import type { Academy } from './academy';

export class AnswerSheets {
  private constructor(
    private readonly academy: Academy,
    private readonly contents: ReadonlyMap<string, QuestionContent>,
    private readonly random: Random,
  ) {}

  static async load(academy: Academy, random: Random): Promise<AnswerSheets> {
    const rows = await academy.sql.rows<{ id: string; content: QuestionContent }>(
      `select id, content from assessment.question_version`,
    );
    return new AnswerSheets(academy, new Map(rows.map(({ id, content }) => [id, content])), random);
  }

  /** Answers to the attempt's paper; `skill` is the share of right ones, 0 to 1. */
  async fill(
    attemptId: string,
    skill: number,
  ): Promise<{ slot: number; response: AnswerResponse | null }[]> {
    const { paper } = await this.academy.sql.one<{ paper: FrozenSlot[] }>(
      `select paper from assessment.attempt where id = $1`,
      [attemptId],
    );
    const known = Math.round(paper.length * skill);
    const right = new Set(
      shuffle(
        paper.map(({ slot }) => slot),
        this.random,
      ).slice(0, known),
    );
    return paper.map((slot) => {
      const content = this.contents.get(slot.questionVersionId);
      if (!content) throw new Error('A paper asks a question that nobody wrote.');
      const key = rightAnswer(content, slot.question);
      return {
        slot: slot.slot,
        response: right.has(slot.slot) ? key : mistaken(key, slot, this.random),
      };
    });
  }
}

/** A plausible wrong answer to the question whose right answer is given. */
function mistaken(
  key: AnswerResponse,
  { question }: FrozenSlot,
  random: Random,
): AnswerResponse | null {
  const { paper } = question;
  if (key.kind === 'single' && paper.kind === 'single') {
    const others = paper.options.filter(({ id }) => id !== key.choice);
    return { kind: 'single', choice: shuffle(others, random)[0]?.id ?? null };
  }
  if (key.kind === 'true_false') return { kind: 'true_false', choice: !key.choice };
  if (key.kind === 'multiple') return { kind: 'multiple', choices: key.choices.slice(0, 1) };
  if (key.kind === 'matching') {
    const answers = Object.values(key.matches);
    const turned = [...answers.slice(1), ...answers.slice(0, 1)];
    return {
      kind: 'matching',
      matches: Object.fromEntries(Object.keys(key.matches).map((id, i) => [id, turned[i] ?? ''])),
    };
  }
  if (key.kind === 'ordering') return { kind: 'ordering', order: [...key.order].reverse() };
  return null;
}
