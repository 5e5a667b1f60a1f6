/** The room of the comment bank: remarks that markers keep with a question and use again. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MarkingComment } from '@tap-huan/contract';
import { accountOf, type Actor, found, Sql, Writer } from '@tap-huan/server/platform';
import { seeQuestion } from './marking-scope';

@Injectable()
export class MarkingComments {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
  ) {}

  /** The most used first. @throws Failure `not_found` */
  async list(actor: Actor, questionId: string): Promise<{ items: MarkingComment[] }> {
    await seeQuestion(this.sql, actor, questionId);
    const items = await this.sql.rows<MarkingComment>(
      `select id, text, used from assessment.marking_comment where question_id = $1
       order by used desc, created_at, id`,
      [questionId],
    );
    return { items };
  }

  /** Adds a comment; the same words once more are one use more. @throws Failure `not_found` */
  add(actor: Actor, questionId: string, text: string): Promise<MarkingComment> {
    return this.writer.write(actor, async (tx) => {
      await seeQuestion(tx, actor, questionId);
      return found(
        await tx.maybe<MarkingComment>(
          `insert into assessment.marking_comment as c (id, question_id, text, used, created_by, created_at)
           values ($1, $2, $3, 1, $4, $5)
           on conflict (question_id, md5(text)) do update set used = c.used + 1
           returning id, text, used`,
          [randomUUID(), questionId, text, accountOf(actor), tx.now],
        ),
      );
    });
  }

  /** Marks that used it keep their text. @throws Failure `not_found` */
  remove(actor: Actor, commentId: string): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      const { questionId } = found(
        await tx.maybe<{ questionId: string }>(
          `select question_id as "questionId" from assessment.marking_comment where id = $1`,
          [commentId],
        ),
      );
      await seeQuestion(tx, actor, questionId);
      await tx.rows(`delete from assessment.marking_comment where id = $1`, [commentId]);
      return { ok: true };
    });
  }
}
