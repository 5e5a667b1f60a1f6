/** The room of where questions stand in quizzes: drafts name them, and published versions hold them frozen. */
import type { Sql } from '@tap-huan/server/platform';

/** The newest published version of each quiz. */
const NEWEST = `(
  select distinct on (quiz_id) quiz_id, sections from assessment.quiz_version order by quiz_id, number desc) newest`;

/** A common table `used (question_id, quizzes)`: how many quizzes name it in the draft or the newest published version. */
export const USED = `used as (
  select question_id, count(distinct quiz_id) as quizzes
  from (
    select quiz.id as quiz_id, slot."questionId" as question_id
    from assessment.quiz
      cross join jsonb_array_elements(quiz.sections) as section
      cross join jsonb_to_recordset(section->'slots') as slot ("questionId" uuid)
    where slot."questionId" is not null
    union all
    select newest.quiz_id, (slot.question->>'questionId')::uuid
    from ${NEWEST}
      cross join jsonb_array_elements(newest.sections) as section
      cross join jsonb_to_recordset(section->'slots') as slot (question jsonb)
    where slot.question is not null
  ) named
  group by question_id
)`;

/** The same table for the one question of parameter `$n`, found by index. */
export const usedOne = (n: number): string => `used as (
  select $${n}::uuid as question_id, count(*) as quizzes
  from (
    select id from assessment.quiz where assessment.questions_of(sections) @> array[$${n}::uuid]
    union
    select z.quiz_id from assessment.quiz_version z
    where assessment.questions_of(z.sections) @> array[$${n}::uuid]
      and jsonb_path_exists(z.sections, '$[*].slots[*].question ? (@.questionId == $id)',
        jsonb_build_object('id', $${n}::uuid))
      and not exists (select 1 from assessment.quiz_version later
                      where later.quiz_id = z.quiz_id and later.number > z.number)
  ) named
)`;

/** Which of the questions a draft names: those cannot be retired. */
export async function namedInDrafts(
  source: Pick<Sql, 'rows'>,
  questionIds: readonly string[],
): Promise<Set<string>> {
  const rows = await source.rows<{ id: string }>(
    `select distinct named.id
     from assessment.quiz z cross join unnest(assessment.questions_of(z.sections)) as named (id)
     where assessment.questions_of(z.sections) && $1::uuid[] and named.id = any($1::uuid[])`,
    [questionIds],
  );
  return new Set(rows.map(({ id }) => id));
}
