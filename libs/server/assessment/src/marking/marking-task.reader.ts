/** The room where a marker sees one answer: the question, how to mark it, and the own mark so far. */
import { Injectable } from '@nestjs/common';
import type { AnswerResponse, MarkingTask } from '@tap-huan/contract';
import { type FrozenPaper, shownQuestion, standingResponse, stimulusIds } from '@tap-huan/rules';
import { accountOf, type Actor, found, Sql } from '@tap-huan/server/platform';
import { Sittings, type StoredSitting } from '../attempt/sittings.reader';
import { PublishedQuizzes } from '../quiz/published-quizzes.reader';
import {
  neighboursOf,
  oneTask,
  type TaskPlace,
  type TaskQuery,
  type TaskRecord,
  taskRow,
} from './marking-rows';
import { neutralName } from './neutral-name';

type Given = MarkingTask['marks'][number];
type Draft = MarkingTask['draft'];

const NO_DRAFT: Draft = { awarded: null, levels: {}, comment: '', revision: 0, savedAt: null };

/** Marks of markers in their order, then what was decided in their place. */
const GIVEN = `
  select c.full_name as "markerName", given.awarded, given.levels, given.comment, given.at, given.kind, given.reason
  from (
    select m.marker_id as by, m.awarded, m.levels, m.comment, m.final_at as at, 'mark' as kind, '' as reason,
      m.round::bigint as place
    from assessment.mark m where m.task_id = $1 and m.final_at is not null
    union all
    select d.by_account, d.awarded, '{}'::jsonb, d.comment, d.at, d.kind, d.reason, 2 + d.id
    from assessment.mark_decision d where d.task_id = $1
  ) given join identity.account c on c.id = given.by
  order by given.place`;

@Injectable()
export class MarkingTasks {
  constructor(
    private readonly sql: Sql,
    private readonly sittings: Sittings,
    private readonly published: PublishedQuizzes,
  ) {}

  /** @throws Failure `not_found`, also for what is out of scope */
  async of(actor: Actor, taskId: string, query: TaskQuery): Promise<MarkingTask> {
    const task = found(await oneTask(this.sql, actor, taskId));
    const { practice, tries, anonymous, questionVersionId, ...row } = task;
    const [sitting, contents, draft, marks, neighbours] = await Promise.all([
      this.sittings.of(row.attemptId, practice),
      this.published.contents([questionVersionId]),
      this.draft(actor, taskId),
      this.marks(task),
      neighboursOf(this.sql, actor, row, query),
    ]);
    const content = found(contents.get(questionVersionId));
    const frozen = found(sitting.paper.slots[row.slot - 1]);
    const response = responseTo(sitting, row.slot, practice ? tries : 0);
    const guide = 'rubric' in content ? content : null;
    return {
      ...taskRow(row),
      quizId: row.quizId,
      quizTitle: row.quizTitle,
      attemptId: row.attemptId,
      slot: row.slot,
      question: shownQuestion(frozen.question),
      stimulus: await this.stimulus(sitting.paper, frozen.stimulusVersionId),
      response: anonymous ? withoutNames(response, row.paperNumber) : response,
      rubric: guide?.rubric ?? [],
      markingGuide: guide?.markingGuide ?? '',
      modelAnswer: guide?.modelAnswer ?? '',
      draft,
      marks,
      ...neighbours,
    };
  }

  private async draft(actor: Actor, taskId: string): Promise<Draft> {
    const own = await this.sql.maybe<Omit<Draft, 'savedAt'> & { savedAt: Date }>(
      `select awarded, levels, comment, revision, saved_at as "savedAt" from assessment.mark
       where task_id = $1 and marker_id = $2`,
      [taskId, accountOf(actor)],
    );
    return own ? { ...own, savedAt: own.savedAt.toISOString() } : NO_DRAFT;
  }

  /** A second marker sees the first mark once the own one is given. */
  private async marks({ id, state, own }: TaskRecord & TaskPlace): Promise<Given[]> {
    if (own !== 'final' && state !== 'to_agree' && state !== 'done') return [];
    const given = await this.sql.rows<Omit<Given, 'at'> & { at: Date }>(GIVEN, [id]);
    return given.map((mark) => ({ ...mark, at: mark.at.toISOString() }));
  }

  private async stimulus(
    { slots }: FrozenPaper,
    versionId: string | null,
  ): Promise<MarkingTask['stimulus']> {
    if (versionId === null) return null;
    const content = (await this.published.stimuli([versionId])).get(versionId);
    return content ? { id: stimulusIds(slots).get(versionId) ?? '', ...content } : null;
  }
}

/** The response that counts; in practice, of several tries, the one that stands. */
function responseTo(
  { responses, checks }: StoredSitting,
  slot: number,
  tries: number,
): AnswerResponse | null {
  const checked = checks.get(slot) ?? [];
  const given = checked.flatMap((check) => (check.kind === 'check' ? [check.response] : []));
  return standingResponse(responses.get(slot) ?? null, given, tries, () => false);
}

/** Files are named by the paper's number: their own names may tell whose they are. */
function withoutNames(response: AnswerResponse | null, number: number): AnswerResponse | null {
  if (response?.kind !== 'file_upload') return response;
  return {
    ...response,
    files: response.files.map((file, place) => ({
      ...file,
      name: neutralName(file.name, number, place + 1),
    })),
  };
}
