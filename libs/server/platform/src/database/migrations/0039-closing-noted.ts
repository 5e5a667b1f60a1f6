/** Coverage hears of a course that is closed or opened again: what is history is not shown as a thing to do. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClosingNoted0039 implements MigrationInterface {
  name = 'ClosingNoted9000000000039';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create trigger course_noted after update of closed_on on learning.course
        for each statement execute function reporting.note_all()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
