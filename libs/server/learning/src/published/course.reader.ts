/** The room where the domains above read what is published; it never changes, so it is kept once read. */
import { Injectable } from '@nestjs/common';
import type { CourseMeta, OutputOf, learningEndpoints } from '@tap-huan/contract';
import { found, Sql } from '@tap-huan/server/platform';
import { metaOf } from '../course/course-meta';
import { type AttachmentView, attachmentsOf } from '../media/media.reader';
import { type OutlineLesson, type OutlineModule, readOutline } from '../outline/outline.reader';
import { Kept } from './kept';

/** The newest published version of a course. */
export interface PublishedVersion {
  courseVersionId: string;
  courseId: string;
  code: string;
  versionNumber: number;
  title: string;
}
export interface PublishedOutline {
  courseVersionId: string;
  courseId: string;
  code: string;
  versionNumber: number;
  meta: CourseMeta;
  modules: OutlineModule[];
}
export interface PublishedLesson extends OutlineLesson {
  courseVersionId: string;
  moduleId: string;
  bodyHtml: string;
  legalBasis: string[];
  asOf: string | null;
  attachments: AttachmentView[];
}

type OutlineRow = CourseMeta & Pick<PublishedOutline, 'courseId' | 'code' | 'versionNumber'>;

/** Outlines kept in the process; one is a few kilobytes. */
const OUTLINES = 500;

@Injectable()
export class CourseReader {
  private readonly outlines = new Kept<PublishedOutline>(OUTLINES);

  constructor(private readonly sql: Sql) {}

  /** The newest published version; null where nothing is published. */
  publishedVersion(courseId: string): Promise<PublishedVersion | null> {
    return this.newest(courseId);
  }

  /** The newest published version of a course that takes new learners; null where there is none. */
  offeredVersion(courseId: string): Promise<PublishedVersion | null> {
    return this.newest(courseId, 'and c.closed_on is null');
  }

  /** The outline of a published version, not to be changed by the caller. @throws Failure not_found */
  outline(courseVersionId: string): Promise<PublishedOutline> {
    return this.outlines.get(courseVersionId, () => this.readOutline(courseVersionId));
  }

  /** A lesson of a published version. Who may read it is the caller's to see. @throws Failure not_found */
  async lesson(lessonId: string): Promise<PublishedLesson> {
    const lesson = found(
      await this.sql.maybe<Omit<PublishedLesson, 'attachments'>>(
        `select l.id, l.key, l.module_id as "moduleId", v.id as "courseVersionId", l.title, l.kind, l.minutes,
                l.quiz_id as "quizId", l.quiz_version_id as "quizVersionId", l.body_html as "bodyHtml",
                l.legal_basis as "legalBasis", l.as_of::text as "asOf"
           from learning.lesson l
           join learning.module m on m.id = l.module_id
           join learning.course_version v on v.id = m.course_version_id
          where l.id = $1 and v.state = 'published'`,
        [lessonId],
      ),
    );
    return { ...lesson, attachments: await attachmentsOf(this.sql, lessonId) };
  }

  /**
   * The newest published version of every open course, by code: what officers may be enrolled in. With the closed ones,
   * which come last, it is what somebody may have completed.
   */
  async catalogue(withClosed = false): Promise<OutputOf<typeof learningEndpoints.listCatalogue>> {
    return {
      items: await this.sql.rows(
        `select c.id, c.code, v.title, v.summary, v.hours, v.number as "versionNumber",
                c.closed_on::text as "closedOn"
           from learning.course c
           join lateral (
             select title, summary, hours, number from learning.course_version
              where course_id = c.id and state = 'published' order by number desc limit 1
           ) v on true
          where $1 or c.closed_on is null
          order by (c.closed_on is not null), c.code collate "vi-x-icu", c.code`,
        [withClosed],
      ),
    };
  }

  private newest(courseId: string, condition = ''): Promise<PublishedVersion | null> {
    return this.sql.maybe<PublishedVersion>(
      `select v.id as "courseVersionId", c.id as "courseId", c.code, v.number as "versionNumber", v.title
         from learning.course c join learning.course_version v on v.course_id = c.id
        where c.id = $1 and v.state = 'published' ${condition} order by v.number desc limit 1`,
      [courseId],
    );
  }

  private async readOutline(courseVersionId: string): Promise<PublishedOutline> {
    const row = found(
      await this.sql.maybe<OutlineRow>(
        `select v.course_id as "courseId", c.code, v.number as "versionNumber", v.title, v.summary,
                v.audience, v.hours, v.content_group as "contentGroup", v.delivery_form as "deliveryForm",
                v.legal_basis as "legalBasis", v.as_of::text as "asOf"
           from learning.course_version v join learning.course c on c.id = v.course_id
          where v.id = $1 and v.state = 'published'`,
        [courseVersionId],
      ),
    );
    const { courseId, code, versionNumber } = row;
    const modules = await readOutline(this.sql, courseVersionId);
    return { courseVersionId, courseId, code, versionNumber, meta: metaOf(row), modules };
  }
}
