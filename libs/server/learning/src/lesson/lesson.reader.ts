/** The room where an author sees a lesson, of the draft or of a published version. */
import { Injectable } from '@nestjs/common';
import type { LessonDraft } from '@tap-huan/contract';
import { type Actor, found, Sql } from '@tap-huan/server/platform';
import { authorScope, inAuthorScope } from '../author-scope';
import { isEditable, type VersionState } from '../course/version-state';
import { attachmentsOf } from '../media/media.reader';

type LessonRow = Omit<LessonDraft, 'attachments' | 'editable'> & { state: VersionState };

@Injectable()
export class LessonReader {
  constructor(private readonly sql: Sql) {}

  /** @throws Failure not_found, also for a lesson out of the actor's scope */
  async read(actor: Actor, lessonId: string): Promise<LessonDraft> {
    const { state, ...lesson } = found(
      await this.sql.maybe<LessonRow>(
        `select l.id, v.course_id as "courseId", l.module_id as "moduleId", l.kind, l.title,
                l.body_html as "bodyHtml", l.minutes, l.legal_basis as "legalBasis",
                l.as_of::text as "asOf", l.quiz_id as "quizId", l.revision, v.state
           from learning.lesson l
           join learning.module m on m.id = l.module_id
           join learning.course_version v on v.id = m.course_version_id
           join learning.course c on c.id = v.course_id
          where l.id = $3 and ${inAuthorScope('c.unit_id')}`,
        [...authorScope(actor), lessonId],
      ),
    );
    return {
      ...lesson,
      attachments: await attachmentsOf(this.sql, lessonId),
      editable: isEditable(state),
    };
  }
}
