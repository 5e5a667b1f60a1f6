/** The room where a marker's mark is kept as it is typed, and given. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  ErrorCode,
  InputOf,
  markingEndpoints,
  OutputOf,
  RubricCriterion,
} from '@tap-huan/contract';
import { meanMark, rubricMark } from '@tap-huan/rules';
import { accountOf, type Actor, Failure, type Tx, Writer } from '@tap-huan/server/platform';
import { PublishedQuizzes } from '../quiz/published-quizzes.reader';
import { finishTask, lockTask, seeTask, type Task, withMark } from './locked-task';
import { ResultChanges } from './result-change.service';
import type { StoredResult } from './stored-result';

type Save = typeof markingEndpoints.saveMark;
type Typed = InputOf<Save>['body'];
type Saved = OutputOf<Save>;

/** What happened to a mark that was to be given; a refusal that comes after the draft was kept. */
type Outcome = Saved | { refused: ErrorCode };

@Injectable()
export class MarkingService {
  constructor(
    private readonly writer: Writer,
    private readonly published: PublishedQuizzes,
    private readonly changes: ResultChanges,
  ) {}

  /**
   * Keeps what the actor has typed so far, and gives the mark where it is final. What was typed is kept also where the
   * mark is not wanted any more, because somebody else was faster.
   *
   * With a rubric the mark is what the levels are worth: each criterion has one, and a mark that is typed beside them
   * says the same. Whoever wants another mark agrees or changes it, with a reason.
   * @throws Failure `not_found`, `stale_revision`, `already_marked`, `mark_incomplete`
   */
  async save(actor: Actor, taskId: string, typed: Typed): Promise<Saved> {
    const outcome = await this.writer.write(actor, (tx) =>
      typed.final ? this.give(tx, actor, taskId, typed) : this.keep(tx, actor, taskId, typed),
    );
    if ('refused' in outcome) throw new Failure(outcome.refused);
    return outcome;
  }

  private async keep(tx: Tx, actor: Actor, taskId: string, typed: Typed): Promise<Saved> {
    const { state } = await seeTask(tx, actor, taskId);
    const revision = await saveDraft(tx, taskId, accountOf(actor), typed);
    return { revision, savedAt: tx.now.toISOString(), state, attemptMarked: false };
  }

  private async give(tx: Tx, actor: Actor, taskId: string, typed: Typed): Promise<Outcome> {
    const { task, result } = await lockTask(tx, actor, taskId);
    const awarded = markOf(await this.rubricOf(task), typed, task.points);
    if (awarded === null) throw new Failure('mark_incomplete');
    const marker = accountOf(actor);
    const revision = await saveDraft(tx, taskId, marker, { ...typed, awarded });
    // A first marker's draft is final by now, so that saving it has been refused already.
    if (task.state !== 'waiting' && task.state !== 'second') return { refused: 'already_marked' };
    await tx.rows(
      `update assessment.mark set round = $3, final_at = $4 where task_id = $1 and marker_id = $2`,
      [taskId, marker, task.state === 'waiting' ? 1 : 2, tx.now],
    );
    const { state, attemptMarked } = await this.settle(tx, task, result, awarded);
    await tx.audit('marking.mark', { kind: 'marking_task', id: taskId }, { awarded, state });
    return { revision, savedAt: tx.now.toISOString(), state, attemptMarked };
  }

  /** What becomes of the task with one more mark. */
  private async settle(
    tx: Tx,
    task: Task,
    result: StoredResult,
    awarded: number,
  ): Promise<Pick<Saved, 'state' | 'attemptMarked'>> {
    if (task.state === 'waiting' && task.secondWanted) return moveTo(tx, task, 'second');
    const mark = task.state === 'second' ? await together(tx, task, awarded) : awarded;
    if (mark === null) return moveTo(tx, task, 'to_agree');
    await finishTask(tx, task, mark);
    const marked = await this.changes.write(tx, [withMark(result, task, mark)], {
      kind: 'slot_marked',
      reason: '',
      detail: { by: task.state === 'second' ? 'two_markers' : 'marker' },
    });
    return { state: 'done', attemptMarked: marked.length > 0 };
  }

  /** Of the version on the paper; empty where the question has none. */
  private async rubricOf({ questionVersionId }: Task): Promise<RubricCriterion[]> {
    const content = (await this.published.contents([questionVersionId])).get(questionVersionId);
    return content && 'rubric' in content ? content.rubric : [];
  }
}

/** The mark that was typed, where it is whole; else null. */
function markOf(
  rubric: readonly RubricCriterion[],
  { awarded, levels }: Typed,
  points: number,
): number | null {
  if (rubric.length === 0) return awarded !== null && awarded <= points ? awarded : null;
  const worth = rubricMark(rubric, levels, points);
  return awarded === null || awarded === worth ? worth : null;
}

/** The mark of both markers; null where they have to agree on one. */
async function together(tx: Tx, task: Task, second: number): Promise<number | null> {
  const first = await tx.maybe<{ awarded: number }>(
    `select awarded from assessment.mark where task_id = $1 and round = 1`,
    [task.id],
  );
  if (!first) throw new Error(`Task ${task.id} waits for a second mark without a first one.`);
  return meanMark(first.awarded, second, task.points, task.differencePercent);
}

async function moveTo(tx: Tx, { id }: Task, state: 'second' | 'to_agree') {
  await tx.rows(`update assessment.marking_task set state = $2 where id = $1`, [id, state]);
  return { state, attemptMarked: false };
}

/**
 * Keeps a draft. @returns its new revision
 * @throws Failure `already_marked` where the own mark is given; `stale_revision` where another page has saved meanwhile
 */
async function saveDraft(
  tx: Tx,
  taskId: string,
  marker: string,
  { awarded, levels, comment, revision }: Omit<Typed, 'final'>,
): Promise<number> {
  const saved = await tx.maybe<{ revision: number }>(
    `insert into assessment.mark as m (id, task_id, marker_id, awarded, levels, comment, revision, saved_at)
     select $1, $2, $3, $4::int, $5::jsonb, $6, 1, $7::timestamptz
     on conflict (task_id, marker_id) do update
       set awarded = excluded.awarded, levels = excluded.levels, comment = excluded.comment,
         revision = m.revision + 1, saved_at = excluded.saved_at
       where m.revision = $8 and m.final_at is null
     returning revision`,
    [
      randomUUID(),
      taskId,
      marker,
      awarded,
      JSON.stringify(levels),
      comment.normalize('NFC'),
      tx.now,
      revision,
    ],
  );
  if (saved) return saved.revision;
  const own = await tx.maybe<{ given: boolean }>(
    `select final_at is not null as given from assessment.mark where task_id = $1 and marker_id = $2`,
    [taskId, marker],
  );
  throw new Failure(own?.given ? 'already_marked' : 'stale_revision');
}
