/** The room where questions change: each change is a new version, and none is ever lost. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  InputOf,
  questionBankEndpoints,
  QuestionContent,
  QuestionStatus,
} from '@tap-huan/contract';
import { type Actor, Failure, found, Tx, Writer } from '@tap-huan/server/platform';
import { changeBank, holdCategory } from '../bank/bank-access';
import { refused } from '../refused';
import { authorUnits, bankEditable } from '../scope';
import { acceptedContent, searchTextOf, titleOf } from './question-content';
import { Question, QuestionVersion } from './question.entity';
import { namedInDrafts } from './question-uses';

/** Where a new question goes, where that is not the top of the bank, ready. */
export interface QuestionPlace {
  categoryId?: string | null;
  status?: 'draft' | 'ready';
}

/** Questions that go into one statement. */
const AT_ONCE = 250;

type LockedQuestion = Pick<Question, 'bankId' | 'currentVersion' | 'categoryId' | 'status'>;

@Injectable()
export class QuestionService {
  constructor(private readonly writer: Writer) {}

  /** Adds a question to a bank that the actor may edit. */
  create(
    actor: Actor,
    bankId: string,
    { content, ...place }: InputOf<typeof questionBankEndpoints.createQuestion>['body'],
  ): Promise<{ id: string }> {
    return this.writer.write(actor, async (tx) => {
      await changeBank(tx, actor, bankId);
      const id = await this.add(tx, bankId, content, place);
      await tx.audit('question.create', { kind: 'question', id });
      return { id };
    });
  }

  /**
   * Adds a question as version 1, inside the caller's transaction and without asking for scope.
   * @throws Failure `validation_failed` for a question that cannot work, or a category or stimulus of another bank.
   */
  async add(
    tx: Tx,
    bankId: string,
    given: QuestionContent,
    { categoryId = null, status = 'ready' }: QuestionPlace = {},
  ): Promise<string> {
    const content = acceptedContent(given);
    await holdCategory(tx, bankId, categoryId);
    await refuseForeignStimulus(tx, bankId, content);
    const [id = ''] = await this.addAll(tx, bankId, [{ content, categoryId, status }]);
    return id;
  }

  /**
   * Adds many questions as version 1, in a few statements: what `add` asks for has been asked for.
   * @param questions accepted contents with categories that are held, in the order in which they will stand
   * @returns their ids, in the same order
   */
  async addAll(
    tx: Tx,
    bankId: string,
    questions: readonly (Required<QuestionPlace> & { content: QuestionContent })[],
  ): Promise<string[]> {
    const rows = questions.map((question) => ({ ...question, id: randomUUID() }));
    const createdBy = tx.actor.accountId;
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE);
      await tx.manager.insert(
        Question,
        some.map(({ id, content: { kind }, categoryId, status }) => {
          const place = { categoryId, status, currentVersion: 1 };
          return { id, bankId, kind, ...place, createdBy, updatedAt: tx.now };
        }),
      );
      await tx.manager.insert(
        QuestionVersion,
        some.map(({ id, content }) => versionRow(tx, id, 1, content)),
      );
    }
    return rows.map(({ id }) => id);
  }

  /**
   * Writes the next version where the content differs, and sets category and status where they are given. A retired
   * question is taken back by a status.
   * @throws Failure `stale_revision` where somebody else has written a version since.
   */
  update(
    actor: Actor,
    questionId: string,
    body: InputOf<typeof questionBankEndpoints.updateQuestion>['body'],
  ): Promise<{ version: number }> {
    return this.writer.write(actor, async (tx) => {
      const question = await locked(tx, actor, questionId);
      if (question.currentVersion !== body.baseVersion) throw new Failure('stale_revision');
      const content = acceptedContent(body.content);
      const { categoryId = question.categoryId, status = question.status } = body;
      await holdCategory(tx, question.bankId, body.categoryId);
      await refuseForeignStimulus(tx, question.bankId, content);
      const rewritten = await differs(tx, questionId, question.currentVersion, content);
      const version = question.currentVersion + (rewritten ? 1 : 0);
      const placed = categoryId !== question.categoryId || status !== question.status;
      if (rewritten) await addVersion(tx, questionId, version, content);
      if (!rewritten && !placed) return { version };
      await tx.manager.update(
        Question,
        { id: questionId },
        {
          currentVersion: version,
          kind: content.kind,
          categoryId,
          status,
          ...(status === 'retired' ? {} : { retiredAt: null }),
          updatedAt: tx.now,
        },
      );
      await tx.audit(
        'question.update',
        { kind: 'question', id: questionId },
        { version, ...(placed ? { categoryId, status } : {}) },
      );
      return { version };
    });
  }

  /** Retires a question that no draft names; its versions stay for published quizzes and papers. */
  retire(actor: Actor, questionId: string): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      const { status } = await locked(tx, actor, questionId);
      if (status === 'retired') throw new Failure('not_found');
      const using = await namedInDrafts(tx, [questionId]);
      if (using.size > 0) throw new Failure('question_in_use');
      await tx.manager.update(
        Question,
        { id: questionId },
        { status: 'retired' satisfies QuestionStatus, retiredAt: tx.now, updatedAt: tx.now },
      );
      await tx.audit('question.retire', { kind: 'question', id: questionId });
      return { ok: true };
    });
  }
}

/** The question, held against other writers, where the actor may edit its bank. @throws Failure `not_found` */
async function locked(tx: Tx, actor: Actor, questionId: string): Promise<LockedQuestion> {
  return found(
    await tx.maybe<LockedQuestion>(
      `select q.bank_id as "bankId", q.current_version as "currentVersion", q.category_id as "categoryId", q.status
       from assessment.question q join assessment.bank b on b.id = q.bank_id
       where q.id = $1 and ${bankEditable(2)}
       for update of q`,
      [questionId, authorUnits(actor)],
    ),
  );
}

async function refuseForeignStimulus(
  tx: Tx,
  bankId: string,
  { stimulusId }: QuestionContent,
): Promise<void> {
  if (stimulusId === null) return;
  const own = await tx.maybe(`select 1 from assessment.stimulus where id = $1 and bank_id = $2`, [
    stimulusId,
    bankId,
  ]);
  if (!own) throw refused({ path: 'content.stimulusId', code: 'stimulus_not_in_bank' });
}

/** Whether the content says something else than the version; the order of fields says nothing. */
async function differs(
  tx: Tx,
  questionId: string,
  number: number,
  content: QuestionContent,
): Promise<boolean> {
  const same = await tx.maybe(
    `select 1 from assessment.question_version
     where question_id = $1 and number = $2 and content = $3::jsonb`,
    [questionId, number, JSON.stringify(content)],
  );
  return same === null;
}

async function addVersion(
  tx: Tx,
  questionId: string,
  number: number,
  content: QuestionContent,
): Promise<void> {
  await tx.manager.insert(QuestionVersion, versionRow(tx, questionId, number, content));
}

const versionRow = (tx: Tx, questionId: string, number: number, content: QuestionContent) => ({
  id: randomUUID(),
  questionId,
  number,
  content,
  title: titleOf(content),
  searchText: searchTextOf(content),
  createdBy: tx.actor.accountId,
  createdAt: tx.now,
});
