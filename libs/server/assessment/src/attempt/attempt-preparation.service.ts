/** The room where attempts are made ahead of a scheduled exam, so that everybody may press Start in the same second. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FrozenPaper } from '@tap-huan/rules';
import { Clock, found, SYSTEM, Tx, Writer } from '@tap-huan/server/platform';
import { type PublishedQuiz, PublishedQuizzes } from '../quiz/published-quizzes.reader';
import { withoutPassword } from './attempt-starter.service';
import { BlankPapers, hasDraws } from './blank-papers';

/** For whom an attempt is prepared; see `AttemptStart`. */
export interface PreparedContext {
  takerId: string;
  contextId: string;
  returnPath: string;
}

export interface PreparationWish {
  quizVersionId: string;
  contexts: readonly PreparedContext[];
}

/** Papers in one statement: as many as are still a few megabytes. */
const BATCH = 100;

/**
 * A prepared attempt is a paper that nobody has seen: it has no steps, counts nowhere and shows nowhere until its taker
 * presses Start. One that is never started is removed after the quiz has closed; nothing is lost with it.
 */
@Injectable()
export class AttemptPreparation {
  constructor(
    private readonly writer: Writer,
    private readonly clock: Clock,
    private readonly published: PublishedQuizzes,
    private readonly blanks: BlankPapers,
  ) {}

  /**
   * Prepares an attempt for each context that has none open or prepared on the quiz. Whether it may be started is asked
   * at Start, and what holds for its taker otherwise is applied then.
   * @returns how many were made
   * @throws Failure `not_found` for an unknown quiz version
   */
  async prepare(tx: Tx, { quizVersionId, contexts }: PreparationWish): Promise<number> {
    const quiz = found((await this.published.all([quizVersionId], tx)).get(quizVersionId));
    await discardOutdated(tx, quiz, contexts);
    let made = 0;
    for (let from = 0; from < contexts.length; from += BATCH) {
      made += await this.batch(tx, quiz, contexts.slice(from, from + BATCH));
    }
    return made;
  }

  /** Removes prepared attempts that can begin no more: their quiz has closed. @returns how many */
  removeClosed(): Promise<number> {
    const now = this.clock.now();
    return this.writer.write(SYSTEM, async (tx) => {
      const removed = await tx.rows(
        `delete from assessment.attempt
         where phase = 'prepared' and not preview and (settings->>'closesAt')::timestamptz < $1 returning id`,
        [now],
      );
      return removed.length;
    });
  }

  private async batch(
    tx: Tx,
    quiz: PublishedQuiz,
    contexts: readonly PreparedContext[],
  ): Promise<number> {
    const seen = hasDraws(quiz.sections)
      ? await this.blanks.seen(
          tx,
          quiz.quizId,
          contexts.map(({ takerId }) => takerId),
        )
      : new Map<string, Set<string>>();
    const papers = await this.blanks.draw(
      tx,
      quiz,
      contexts.map(({ takerId }) => seen.get(takerId) ?? new Set<string>()),
    );
    const made = await tx.rows(INSERT, [
      contexts.map(() => randomUUID()),
      contexts.map(({ takerId }) => takerId),
      contexts.map(({ contextId }) => contextId),
      contexts.map(({ returnPath }) => returnPath),
      papers.map((paper) => JSON.stringify(paper)),
      papers.map(kindsOf),
      contexts.map(() => randomBytes(32).toString('hex')),
      quiz.quizId,
      quiz.id,
      JSON.stringify(withoutPassword(quiz.settings)),
      quiz.title,
    ]);
    return made.length;
  }
}

/** Kinds of the slots as the text of an array: arrays of several lengths do not fit into one parameter. */
const kindsOf = ({ slots }: FrozenPaper): string =>
  `{${slots.map(({ question }) => question.kind).join(',')}}`;

const INSERT = `
  insert into assessment.attempt (id, quiz_id, quiz_version_id, taker_id, context_id, number, preview, phase, paper,
    kinds, settings, title, return_path, file_key)
  select w.id, $8, $9, w.taker_id, w.context_id,
    1 + coalesce((select max(t.number) from assessment.attempt t
                  where t.context_id = w.context_id and t.quiz_id = $8 and not t.preview), 0),
    false, 'prepared', w.paper, w.kinds::text[], $10, $11, w.return_path, decode(w.file_key, 'hex')
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::jsonb[], $6::text[], $7::text[])
    as w (id, taker_id, context_id, return_path, paper, kinds, file_key)
  on conflict do nothing returning id`;

/** Papers that were prepared from another version of the quiz than the one that now holds for the context. */
async function discardOutdated(
  tx: Tx,
  { id, quizId }: PublishedQuiz,
  contexts: readonly PreparedContext[],
): Promise<void> {
  await tx.rows(
    `delete from assessment.attempt
     where context_id = any($1::uuid[]) and quiz_id = $2 and phase = 'prepared' and quiz_version_id <> $3`,
    [contexts.map(({ contextId }) => contextId), quizId, id],
  );
}
