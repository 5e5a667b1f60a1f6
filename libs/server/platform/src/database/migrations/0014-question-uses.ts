/** Where a question stands is found by index: in drafts of quizzes, and in their published versions. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const USES = `
  -- Questions that sections speak of, each once: named by a draft, fixed or in a pool of a published version.
  create function assessment.questions_of(sections jsonb) returns uuid[]
  language sql immutable parallel safe cost 5000 as $$
    select coalesce(array_agg(distinct (found #>> '{}')::uuid), '{}')
    from (
      select jsonb_path_query(sections, '$[*].slots[*].questionId')
      union all select jsonb_path_query(sections, '$[*].slots[*].question.questionId')
      union all select jsonb_path_query(sections, '$[*].slots[*].pool[*].questionId')
    ) as named (found)
  $$;
  -- Seldom written and asked at once: nothing waits in a pending list.
  create index quiz_questions on assessment.quiz
    using gin (assessment.questions_of(sections)) with (fastupdate = off);
  create index quiz_version_questions on assessment.quiz_version
    using gin (assessment.questions_of(sections)) with (fastupdate = off);
`;

export class QuestionUses0014 implements MigrationInterface {
  // TypeORM sorts by the last thirteen digits.
  name = 'QuestionUses9000000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(USES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
