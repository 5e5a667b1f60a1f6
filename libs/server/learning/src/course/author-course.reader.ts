/** The room where authors see their courses. */
import { Injectable } from '@nestjs/common';
import type { CourseMeta, CourseRow, CourseVersion } from '@tap-huan/contract';
import { QuizAuthoring } from '@tap-huan/server/assessment';
import { type Actor, found, Sql } from '@tap-huan/server/platform';
import { authorScope, inAuthorScope } from '../author-scope';
import { readOutline, readProblems } from '../outline/outline.reader';
import { metaOf } from './course-meta';
import { isEditable, type VersionState } from './version-state';

type ListedCourse = Omit<CourseRow, 'publishedAt' | 'updatedAt'> & {
  publishedAt: Date | null;
  updatedAt: Date;
};
interface ShownVersion extends CourseMeta {
  id: string;
  courseId: string;
  code: string;
  bankId: string;
  number: number;
  state: VersionState;
  publishedAt: Date | null;
  closedOn: string | null;
  revision: number;
}

@Injectable()
export class AuthorCourseReader {
  constructor(
    private readonly sql: Sql,
    private readonly quizzes: QuizAuthoring,
  ) {}

  /** Courses in the actor's scope, by code. */
  async list(actor: Actor): Promise<{ items: CourseRow[] }> {
    const rows = await this.sql.rows<ListedCourse>(
      `select c.id, c.code, shown.title, u.name as "unitName", draft.number as "draftNumber",
              published.number as "publishedNumber", published.published_at as "publishedAt",
              shown.updated_at as "updatedAt", c.closed_on::text as "closedOn",
              (select count(*)::integer from learning.lesson l join learning.module m on m.id = l.module_id
                where m.course_version_id = shown.id) as lessons
         from learning.course c
         join organisation.unit u on u.id = c.unit_id
         left join learning.course_version draft on draft.course_id = c.id and draft.state = 'draft'
         left join lateral (
           select v.id, v.number, v.published_at from learning.course_version v
            where v.course_id = c.id and v.state = 'published' order by v.number desc limit 1
         ) published on true
         join learning.course_version shown on shown.id = coalesce(draft.id, published.id)
        where ${inAuthorScope('c.unit_id')}
        order by c.code collate "vi-x-icu", c.code`,
      authorScope(actor),
    );
    return {
      items: rows.map((row) => ({
        ...row,
        publishedAt: row.publishedAt?.toISOString() ?? null,
        updatedAt: row.updatedAt.toISOString(),
      })),
    };
  }

  /** The draft, else the newest published version. @throws Failure not_found, also out of the actor's scope */
  async read(actor: Actor, courseId: string): Promise<CourseVersion> {
    const version = found(
      await this.sql.maybe<ShownVersion>(
        `select v.id, v.course_id as "courseId", c.code, c.bank_id as "bankId", v.number, v.state,
                v.published_at as "publishedAt", c.closed_on::text as "closedOn", v.revision, v.title, v.summary, v.audience, v.hours,
                v.content_group as "contentGroup", v.delivery_form as "deliveryForm",
                v.legal_basis as "legalBasis", v.as_of::text as "asOf"
           from learning.course c join learning.course_version v on v.course_id = c.id
          where c.id = $3 and ${inAuthorScope('c.unit_id')}
          order by v.state = 'draft' desc, v.number desc limit 1`,
        [...authorScope(actor), courseId],
      ),
    );
    const { id, code, bankId, number, state, revision } = version;
    return {
      id,
      courseId,
      code,
      number,
      state,
      publishedAt: version.publishedAt?.toISOString() ?? null,
      closedOn: version.closedOn,
      revision,
      bankId,
      meta: metaOf(version),
      modules: await readOutline(this.sql, id),
      problems: isEditable(state) ? await readProblems(this.sql, this.quizzes, id) : [],
      versions: await this.versions(courseId),
    };
  }

  private async versions(courseId: string): Promise<CourseVersion['versions']> {
    const rows = await this.sql.rows<Pick<ShownVersion, 'number' | 'state' | 'publishedAt'>>(
      `select number, state, published_at as "publishedAt" from learning.course_version
        where course_id = $1 order by number desc`,
      [courseId],
    );
    return rows.map(({ number, state, publishedAt }) => ({
      number,
      state,
      publishedAt: publishedAt?.toISOString() ?? null,
    }));
  }
}
