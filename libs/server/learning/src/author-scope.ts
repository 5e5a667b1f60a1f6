/** The room where questions change: each change is a new version, and none is ever lost. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { QuestionContent } from '@tap-huan/contract';
import { type Actor, Failure, found, Tx, Writer } from '@tap-huan/server/platform';
import { authorUnits, bankInScope } from '../scope';
import { acceptedContent, searchTextOf, titleOf } from './question-content';
import { Question, QuestionVersion } from './question.entity';

@Injectable()
export class QuestionService {
  constructor(private readonly writer: Writer) {}

  /** Adds a question to a bank in the actor's scope. */
  create(actor: Actor, bankId: string, content: QuestionContent): Promise<{ id: string }> {
    return this.writer.write(actor, async (tx) => {
      found(
        await tx.maybe(`select 1 from assessment.bank b where b.id = $1 and ${bankInScope(2)}`, [
          bankId,
          authorUnits(actor),
        ]),
      );
      const id = await this.add(tx, bankId, content);
      await tx.audit('question.create', { kind: 'question', id });
      return { id };
    });
  }

  /** Adds a question as version 1, inside the caller's transaction and without asking for scope. */
  async add(tx: Tx, bankId: string, given: QuestionContent): Promise<string> {
    const content = acceptedContent(given);
    const id = randomUUID();
    await tx.manager.insert(Question, {
      id,
      bankId,
      kind: content.kind,
      currentVersion: 1,
      createdBy: tx.actor.accountId,
      updatedAt: tx.now,
    });
    await this.addVersion(tx, id, 1, content);
    return id;
  }

  /** Writes the next version. @throws Failure `stale_revision` where somebody else has written one since. */
  update(
    actor: Actor,
    questionId: string,
    { content: given, baseVersion }: { content: QuestionContent; baseVersion: number },
  ): Promise<{ version: number }> {
    return this.writer.write(actor, async (tx) => {
      const question = await this.locked(tx, actor, questionId);
      if (question.currentVersion !== baseVersion) throw new Failure('stale_revision');
      const content = acceptedContent(given);
      const version = baseVersion + 1;
      await this.addVersion(tx, questionId, version, content);
      await tx.manager.update(
        Question,
        { id: questionId },
        { currentVersion: version, kind: content.kind, updatedAt: tx.now },
      );
      await tx.audit('question.update', { kind: 'question', id: questionId }, { version });
      return { version };
    });
  }

  /** Retires a question that no draft uses; its versions stay for published quizzes and papers. */
  retire(actor: Actor, questionId: string): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      const question = await this.locked(tx, actor, questionId);
      const using = await tx.maybe(
        `select 1 from assessment.quiz
         where bank_id = $1 and slots @> jsonb_build_array(jsonb_build_object('questionId', $2::text))`,
        [question.bankId, questionId],
      );
      if (using) throw new Failure('question_in_use');
      await tx.manager.update(
        Question,
        { id: questionId },
        { retiredAt: tx.now, updatedAt: tx.now },
      );
      await tx.audit('question.retire', { kind: 'question', id: questionId });
      return { ok: true };
    });
  }

  /** The question, locked against other writers, where it is in scope and not retired. */
  private async locked(
    tx: Tx,
    actor: Actor,
    questionId: string,
  ): Promise<{ bankId: string; currentVersion: number }> {
    return found(
      await tx.maybe<{ bankId: string; currentVersion: number }>(
        `select q.bank_id as "bankId", q.current_version as "currentVersion"
         from assessment.question q join assessment.bank b on b.id = q.bank_id
         where q.id = $1 and q.retired_at is null and ${bankInScope(2)}
         for update of q`,
        [questionId, authorUnits(actor)],
      ),
    );
  }

  private async addVersion(
    tx: Tx,
    questionId: string,
    number: number,
    content: QuestionContent,
  ): Promise<void> {
    await tx.manager.insert(QuestionVersion, {
      id: randomUUID(),
      questionId,
      number,
      content,
      title: titleOf(content),
      searchText: searchTextOf(content),
      createdBy: tx.actor.accountId,
      createdAt: tx.now,
    });
  }
}
