/** Courses that take nobody new: their versions, marks and certificates stay as they are. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClosedCourses0032 implements MigrationInterface {
  name = 'ClosedCourses9000000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table learning.course add column closed_on date`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead.');
  }
}
