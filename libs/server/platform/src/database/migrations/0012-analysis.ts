/** Item and quiz statistics as computed, and which results have changed since. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which results have changed is asked of the transactions and not of a clock: one that began early may commit late. An
 * analysis keeps the snapshot that it was computed from; a result whose transaction that snapshot does not see is new. No
 * submission waits for the row of its quiz, and no news is needed.
 */
const CHANGES = `
  alter table assessment.result add column changed xid8 not null default pg_current_xact_id();
  create index result_changed on assessment.result (quiz_id, changed) where quiz_version_id is not null;

  create function assessment.mark_result_changed() returns trigger language plpgsql as $$
    begin
      new.changed := pg_current_xact_id();
      return new;
    end $$;
  create trigger result_changed before update on assessment.result
    for each row execute function assessment.mark_result_changed();
`;

const COMPUTED = `
  create table assessment.quiz_analysis (
    quiz_id uuid not null references assessment.quiz (id),
    -- the filter, written in one way; empty for all results
    view text not null,
    filter jsonb not null,
    -- null: asked for, not computed yet
    body jsonb,
    -- of the body, for the list of quizzes
    summary jsonb,
    -- of the body; another one is computed anew
    format integer not null,
    attempts integer,
    -- the pg_snapshot that it was computed from
    snapshot text,
    computed_at timestamptz,
    -- what it took
    seconds real,
    asked_at timestamptz,
    primary key (quiz_id, view),
    check ((body is null) = (computed_at is null)),
    check ((body is null) = (snapshot is null))
  );
  create index quiz_analysis_asked on assessment.quiz_analysis (asked_at) where view <> '';
`;

export class Analysis0012 implements MigrationInterface {
  // TypeORM sorts by the last thirteen digits.
  name = 'Analysis9000000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
    await runner.query(COMPUTED);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
