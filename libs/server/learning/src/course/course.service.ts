/** The room where courses are made, described, and carried from version to version. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CourseMeta } from '@tap-huan/contract';
import { today, toNfc } from '@tap-huan/rules';
import { QuizAuthoring } from '@tap-huan/server/assessment';
import { type Actor, Failure, found, type Tx, unitsFor, Writer } from '@tap-huan/server/platform';
import { authorScope, inAuthorScope } from '../author-scope';
import { readProblems } from '../outline/outline.reader';
import { type By, within } from '../within';
import { acceptedMeta } from './course-meta';
import { CourseVersionEntity } from './course.entity';
import { lockCourse, lockDraft, type LockedDraft } from './draft-lock';
import { copyAsDraft, type Original } from './version-copy';
import { mayBecome } from './version-state';

export interface NewCourse {
  code: string;
  meta: CourseMeta;
  /** Whose course it is; where absent, the first unit in which the actor writes courses. */
  unitId?: string;
}
export interface CreatedCourse {
  id: string;
  versionId: string;
  bankId: string;
}

@Injectable()
export class CourseService {
  constructor(
    private readonly writer: Writer,
    private readonly quizzes: QuizAuthoring,
  ) {}

  /** Makes a course with an empty first draft and a question bank. @throws Failure course_code_taken */
  create(by: By, course: NewCourse): Promise<CreatedCourse> {
    return within(this.writer, by, async (tx) => {
      const unitId = await unitOf(tx, course.unitId);
      const meta = acceptedMeta(course.meta);
      const code = toNfc(course.code).trim();
      const bankId = await this.quizzes.createBank(tx, { unitId, name: meta.title });
      const id = randomUUID();
      const made = await tx.rows(
        `insert into learning.course (id, code, unit_id, bank_id, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (code) do nothing returning id`,
        [id, code, unitId, bankId, tx.actor.accountId, tx.now],
      );
      if (made.length === 0) throw new Failure('course_code_taken');
      const versionId = randomUUID();
      await tx.manager.insert(CourseVersionEntity, {
        id: versionId,
        courseId: id,
        number: 1,
        state: 'draft',
        ...meta,
        revision: 1,
        updatedAt: tx.now,
      });
      await tx.audit('course.create', { kind: 'course', id }, { code });
      return { id, versionId, bankId };
    });
  }

  /** Saves the description of the draft. @throws Failure not_found, no_draft, stale_revision */
  update(
    by: By,
    courseId: string,
    { meta, revision }: { meta: CourseMeta; revision: number },
  ): Promise<{ revision: number }> {
    return within(this.writer, by, async (tx) => {
      const draft = await lockDraft(tx, courseId);
      if (draft.revision !== revision) throw new Failure('stale_revision');
      const next = draft.revision + 1;
      await tx.manager.update(CourseVersionEntity, draft.id, {
        ...acceptedMeta(meta),
        revision: next,
        updatedAt: tx.now,
      });
      return { revision: next };
    });
  }

  /** Begins the next draft as a copy of the newest published version. @throws Failure not_found, draft_exists */
  beginDraft(by: By, courseId: string): Promise<{ versionId: string }> {
    return within(this.writer, by, async (tx) => {
      await lockCourse(tx, courseId);
      const drafted = await tx.maybe(
        `select 1 from learning.course_version where course_id = $1 and state = 'draft'`,
        [courseId],
      );
      if (drafted) throw new Failure('draft_exists');
      const newest = found(
        await tx.maybe<Original>(
          `select id, number from learning.course_version
            where course_id = $1 and state = 'published' order by number desc limit 1`,
          [courseId],
        ),
      );
      const versionId = await copyAsDraft(tx, newest);
      await tx.audit(
        'course.draft',
        { kind: 'course', id: courseId },
        { number: newest.number + 1 },
      );
      return { versionId };
    });
  }

  /**
   * Publishes the draft with a frozen version of each quiz; from then on it never changes.
   * @throws Failure not_found, no_draft, course_not_publishable with `{ problems, first, where }`
   */
  publish(by: By, courseId: string): Promise<{ number: number; versionId: string }> {
    return within(this.writer, by, async (tx) => {
      const draft = await lockDraft(tx, courseId);
      await this.refuseProblems(tx, draft);
      await this.freezeQuizzes(tx, draft);
      if (!mayBecome(draft.state, 'published')) throw new Failure('version_is_published');
      await tx.manager.update(CourseVersionEntity, draft.id, {
        state: 'published',
        publishedAt: tx.now,
        updatedAt: tx.now,
      });
      await tx.emit('CoursePublished', { courseId, courseVersionId: draft.id });
      await tx.audit(
        'course.publish',
        { kind: 'course', id: courseId },
        { number: draft.number, courseVersionId: draft.id },
      );
      return { number: draft.number, versionId: draft.id };
    });
  }

  /** Closes a course to new learners, or opens it again. @throws Failure not_found */
  close(by: By, courseId: string, closed: boolean): Promise<void> {
    return within(this.writer, by, async (tx) => {
      await lockCourse(tx, courseId);
      const changed = await tx.rows(
        `update learning.course set closed_on = case when $2 then $3::date end
          where id = $1 and (closed_on is null) = $2 returning id`,
        [courseId, closed, today(tx.now)],
      );
      if (changed.length === 0) return;
      await tx.audit(closed ? 'course.close' : 'course.reopen', { kind: 'course', id: courseId });
    });
  }

  private async refuseProblems(tx: Tx, draft: LockedDraft): Promise<void> {
    const problems = await readProblems(tx, this.quizzes, draft.id);
    const [first] = problems;
    if (!first) return;
    throw new Failure('course_not_publishable', {
      problems: problems.length,
      first: first.code,
      where: first.where,
    });
  }

  private async freezeQuizzes(tx: Tx, draft: LockedDraft): Promise<void> {
    const lessons = await tx.rows<{ id: string; quizId: string }>(
      `select l.id, l.quiz_id as "quizId"
         from learning.lesson l join learning.module m on m.id = l.module_id
        where m.course_version_id = $1 and l.kind = 'quiz'
        order by m.ordinal, l.ordinal`,
      [draft.id],
    );
    for (const { id, quizId } of lessons) {
      const { quizVersionId } = await this.quizzes.publishQuiz(tx, quizId);
      await tx.rows(`update learning.lesson set quiz_version_id = $2 where id = $1`, [
        id,
        quizVersionId,
      ]);
    }
  }
}

async function unitOf(tx: Tx, wanted: string | undefined): Promise<string> {
  const unit = await tx.maybe<{ id: string }>(
    `select u.id from organisation.unit u where u.id = $3 and ${inAuthorScope('u.id')}`,
    [...authorScope(tx.actor), wanted ?? firstUnit(tx.actor)],
  );
  return found(unit).id;
}

const firstUnit = (actor: Actor): string | null => unitsFor(actor, 'course.author')[0] ?? null;
