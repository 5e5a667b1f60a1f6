/** The room where a file of questions is looked through, and its good ones are taken over into a bank. */
import { Injectable } from '@nestjs/common';
import {
  type FoundQuestion,
  HELD_BACK,
  type InputOf,
  type questionFileEndpoints,
  type QuestionContent,
  type QuestionFileFormat,
  type QuestionFilePreview,
} from '@tap-huan/contract';
import { type Actor, found, type GivenFile, Sql, type Tx, Writer } from '@tap-huan/server/platform';
import { changeBank, holdCategory } from '../bank/bank-access';
import { QuestionService } from '../question/question.service';
import { authorUnits, bankEditable } from '../scope';
import { CategoryPaths } from './category-paths';
import { readAnyFile } from './file-format';
import { KnownQuestions } from './known-questions';
import { askedFor } from './only';
import { judged, problem } from './raw-question';

type Input = Omit<InputOf<typeof questionFileEndpoints.readQuestionFile>, 'body'>;
type Source = Pick<Sql, 'rows'>;

const HELD: ReadonlySet<string> = new Set(HELD_BACK);

@Injectable()
export class QuestionFiles {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly questions: QuestionService,
  ) {}

  /** Asked before the file is received. @throws Failure `not_found` */
  allow(actor: Actor, bankId: string): Promise<void> {
    return changeBank(this.sql, actor, bankId);
  }

  /**
   * The questions of a file, each judged by itself; with `apply`, those that are right are in the bank afterwards, all
   * or none of them.
   * @throws Failure `not_found`, `file_kind_not_allowed`
   */
  async read(
    actor: Actor,
    { params, query }: Input,
    file: GivenFile,
  ): Promise<QuestionFilePreview> {
    const { bankId } = params;
    const { format, ...raw } = await readAnyFile(file);
    const { questions, problems } = await judged(raw);
    if (query.apply === 'false') {
      const told = await withKnown(this.sql, bankId, questions);
      return { format, questions: told, problems, imported: 0 };
    }
    return this.writer.write(actor, async (tx) => {
      await lockTree(tx, actor, bankId);
      const told = await withKnown(tx, bankId, questions);
      const imported = await this.take(tx, { params, query }, format, told);
      return { format, questions: told, problems, imported };
    });
  }

  private async take(
    tx: Tx,
    { params: { bankId }, query }: Input,
    format: QuestionFileFormat,
    questions: readonly FoundQuestion[],
  ): Promise<number> {
    const { categoryId = null, status } = query;
    await holdCategory(tx, bankId, categoryId);
    const wanted = askedFor(query.only);
    const chosen = questions.flatMap(({ number, category, content, problems }) => {
      const isHeld = problems.some(({ code }) => HELD.has(code));
      const isWanted = wanted ? wanted(number) : !isHeld;
      return content !== null && isWanted ? [{ category, content }] : [];
    });
    if (chosen.length === 0) return 0;
    const categories = await CategoryPaths.of(tx, bankId);
    const placed = chosen.map(({ category, content }) => ({
      content,
      status,
      categoryId: categories.at(category, categoryId),
    }));
    await categories.save(tx);
    await this.questions.addAll(tx, bankId, placed);
    const detail = { format, questions: placed.length, left: questions.length - placed.length };
    await tx.audit(
      'question.import',
      { kind: 'bank', id: bankId },
      { ...detail, categoryId, status },
    );
    return placed.length;
  }
}

/** One import, or change of the tree, at a time: sent twice, a file finds its questions in the bank. */
async function lockTree(tx: Tx, actor: Actor, bankId: string): Promise<void> {
  found(
    await tx.maybe(
      `select 1 from assessment.bank b where b.id = $1 and ${bankEditable(2)} for no key update of b`,
      [bankId, authorUnits(actor)],
    ),
  );
}

/** The questions with a word on those that the bank has already. */
async function withKnown(
  source: Source,
  bankId: string,
  questions: readonly FoundQuestion[],
): Promise<FoundQuestion[]> {
  const kept = await source.rows<{ content: QuestionContent }>(
    `select v.content from assessment.question q
       join assessment.question_version v on v.question_id = q.id and v.number = q.current_version
     where q.bank_id = $1 and q.status <> 'retired'`,
    [bankId],
  );
  const known = new KnownQuestions(kept.map(({ content }) => content));
  return questions.map((question) =>
    question.content && known.has(question.content)
      ? {
          ...question,
          problems: [...question.problems, problem('already_in_bank', question.title)],
        }
      : question,
  );
}
