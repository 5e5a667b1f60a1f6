/** The room of officers by name, made by SQL alone: for tests of who is meant by a rule. */
import { randomUUID } from 'node:crypto';
import type { Sql } from '@tap-huan/server/platform';

/** What a position says besides its unit. */
export interface Post {
  jobPosition: string;
  rank?: string;
  leadership?: string;
  appointedOn?: string;
  staffCategory?: 'cong_chuc' | 'vien_chuc' | 'khac';
  /** The day from which the officer is no more there. */
  until?: string;
}

/** A course with one published version. */
export interface PlainCourse {
  id: string;
  versionId: string;
}

export class People {
  private readonly ids = new Map<string, string>();
  private serial = 0;

  constructor(private readonly sql: Sql) {}

  id(name: string): string {
    const id = this.ids.get(name);
    if (!id) throw new Error(`Nobody is called ${name}.`);
    return id;
  }

  nameOf(id: string): string {
    return [...this.ids].find(([, each]) => each === id)?.[0] ?? id;
  }

  async unit(kind: string, parentId: string | null): Promise<string> {
    const id = randomUUID();
    this.serial += 1;
    const above = parentId
      ? await this.sql.one<{ path: string }>(
          `select path::text as path from organisation.unit where id = $1`,
          [parentId],
        )
      : null;
    const path = [...(above ? [above.path] : []), id.replaceAll('-', '')].join('.');
    await this.sql.rows(
      `insert into organisation.unit (id, code, name, kind, parent_id, path, valid_from)
       values ($1, $2, $2, $3, $4, $5, '2025-01-01')`,
      [id, `Q${this.serial}`, kind, parentId, path],
    );
    return id;
  }

  async officer(name: string, unitId: string, post: Post): Promise<string> {
    const id = randomUUID();
    this.ids.set(name, id);
    this.serial += 1;
    await this.sql.rows(
      `insert into organisation.officer (id, staff_code, full_name, sort_key, search_text, birth_date)
       values ($1, $2, $3, $3, $3, '1990')`,
      [id, `M${this.serial}`, name],
    );
    await this.sql.rows(
      `insert into organisation.position (id, officer_id, unit_id, job_position, valid_from, valid_to,
              rank, leadership, appointed_on, staff_category)
       values ($1, $2, $3, $4, '2025-01-01', $5, $6, $7, $8, $9)`,
      [
        ...[randomUUID(), id, unitId, post.jobPosition, post.until ?? null, post.rank ?? null],
        ...[post.leadership ?? null, post.appointedOn ?? null, post.staffCategory ?? 'cong_chuc'],
      ],
    );
    return id;
  }

  /** Ends the present position and begins the same one in another unit. */
  async move(name: string, unitId: string, on: string): Promise<void> {
    const { jobPosition } = await this.sql.one<{ jobPosition: string }>(
      `update organisation.position set valid_to = $2
        where officer_id = $1 and valid_to is null returning job_position as "jobPosition"`,
      [this.id(name), on],
    );
    await this.sql.rows(
      `insert into organisation.position (id, officer_id, unit_id, job_position, valid_from)
       values ($1, $2, $3, $4, $5)`,
      [randomUUID(), this.id(name), unitId, jobPosition, on],
    );
  }

  /** Ends a unit on 1 July 2026 and names what came of it, the main one first. */
  async split(unitId: string, heirs: string[]): Promise<void> {
    await this.sql.rows(`update organisation.unit set valid_to = '2026-07-01' where id = $1`, [
      unitId,
    ]);
    for (const [index, heir] of heirs.entries()) {
      await this.sql.rows(
        `insert into organisation.unit_lineage (id, from_unit_id, to_unit_id, kind, effective_on,
                legal_basis, is_main)
         values ($1, $2, $3, 'split', '2026-07-01', 'NQ 1', $4)`,
        [randomUUID(), unitId, heir, index === 0],
      );
    }
  }

  async course(unitId: string): Promise<PlainCourse> {
    const [id, versionId, bankId] = [randomUUID(), randomUUID(), randomUUID()];
    this.serial += 1;
    await this.sql.rows(
      `insert into assessment.bank (id, unit_id, name) values ($1, $2, 'Ngân hàng')`,
      [bankId, unitId],
    );
    await this.sql.rows(
      `insert into learning.course (id, code, unit_id, bank_id, created_at) values ($1, $2, $3, $4, now())`,
      [id, `KH${this.serial}`, unitId, bankId],
    );
    await this.sql.rows(
      `insert into learning.course_version (id, course_id, number, state, title, summary, audience,
              hours, content_group, delivery_form, legal_basis, revision, updated_at, published_at)
       values ($1, $2, 1, 'published', 'Khóa', '', '', 8, 'job_position', 'online', '[]', 1, now(), now())`,
      [versionId, id],
    );
    return { id, versionId };
  }

  async completed(name: string, course: PlainCourse, at: string): Promise<void> {
    await this.sql.rows(
      `insert into enrolment.enrolment (id, officer_id, course_id, course_version_id, state,
              enrolled_at, completed_at, total_lessons)
       values ($1, $2, $3, $4, 'completed', $5, $5, 0)`,
      [randomUUID(), this.id(name), course.id, course.versionId, at],
    );
  }
}
