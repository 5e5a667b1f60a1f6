/** The room of what markers said of an attempt, for its officer's result. */
import type { AttemptResult, RubricCriterion } from '@tap-huan/contract';
import type { Sql } from '@tap-huan/server/platform';

type Levels = Readonly<Record<string, string>>;

/** Of one slot. */
export interface HandMark {
  comment: string;
  rubric: NonNullable<AttemptResult['slots']>[number]['rubric'];
}

interface Row {
  slot: number;
  rubric: RubricCriterion[] | null;
  /** Of the given marks, in their order. */
  marks: { levels: Levels; comment: string }[];
  /** Newest last. */
  decisions: { comment: string }[];
}

const MARKS = `
  select t.slot, v.content->'rubric' as rubric, (
    select coalesce(json_agg(json_build_object('levels', m.levels, 'comment', m.comment) order by m.round), '[]')
    from assessment.mark m where m.task_id = t.id and m.round is not null
  ) as marks, (
    select coalesce(json_agg(json_build_object('comment', d.comment) order by d.id), '[]')
    from assessment.mark_decision d where d.task_id = t.id
  ) as decisions
  from assessment.marking_task t join assessment.question_version v on v.id = t.question_version_id
  where t.attempt_id = $1 and t.state = 'done'`;

/** By slot, of answers whose mark stands; drafts and marks that are not agreed on are not among them. */
export async function handMarksOf(
  source: Pick<Sql, 'rows'>,
  attemptId: string,
): Promise<Map<number, HandMark>> {
  const rows = await source.rows<Row>(MARKS, [attemptId]);
  return new Map(rows.map((row) => [row.slot, { comment: commentOf(row), rubric: levelsOf(row) }]));
}

/** What was said last in place of the markers; else what they said, one after the other. */
function commentOf({ marks, decisions }: Row): string {
  const decided = decisions.findLast(({ comment }) => comment !== '');
  if (decided) return decided.comment;
  return [...new Set(marks.map(({ comment }) => comment.trim()))].filter(Boolean).join('\n\n');
}

/** The levels from which the mark came: where two markers chose different ones, none is told; after a decision, none at all. */
function levelsOf({ rubric, marks, decisions }: Row): HandMark['rubric'] {
  if (decisions.length > 0 || marks.length === 0) return [];
  return (rubric ?? []).map((criterion) => {
    const chosen = new Set(marks.map(({ levels }) => levels[criterion.id] ?? null));
    const [only = null] = chosen;
    return { criterion, levelId: chosen.size === 1 ? only : null };
  });
}
