/** The room where the outline of a draft changes: modules and lessons come, go and move. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { InputOf, learningEndpoints } from '@tap-huan/contract';
import { toNfc } from '@tap-huan/rules';
import { QuizAuthoring } from '@tap-huan/server/assessment';
import { Failure, type Tx, Writer } from '@tap-huan/server/platform';
import { CourseVersionEntity } from '../course/course.entity';
import {
  lockDraft,
  lockDraftOfLesson,
  lockDraftOfModule,
  type LockedDraft,
  touch,
} from '../course/draft-lock';
import { LessonEntity } from '../lesson/lesson.entity';
import { type By, within } from '../within';
import { ModuleEntity } from './module.entity';
import { readOutline } from './outline.reader';

type Arrangement = InputOf<typeof learningEndpoints.arrangeOutline>['body'];
export type NewLesson = InputOf<typeof learningEndpoints.addLesson>['body'];

/** What a lesson takes before its author says otherwise. */
const MINUTES: Record<NewLesson['kind'], number> = { reading: 15, quiz: 30 };

@Injectable()
export class OutlineService {
  constructor(
    private readonly writer: Writer,
    private readonly quizzes: QuizAuthoring,
  ) {}

  /**
   * Sets order and titles of all modules, and which lessons are in which, in which order.
   * @throws Failure validation_failed where something is named twice; stale_revision where the draft is
   *   not what the author saw, also where a module or lesson of it is not named
   */
  arrange(by: By, courseId: string, arrangement: Arrangement): Promise<{ revision: number }> {
    return within(this.writer, by, async (tx) => {
      const draft = await lockDraft(tx, courseId);
      if (draft.revision !== arrangement.revision) throw new Failure('stale_revision');
      await refuseMismatch(tx, draft, arrangement.modules);
      await place(tx, arrangement.modules);
      const revision = draft.revision + 1;
      await tx.manager.update(CourseVersionEntity, draft.id, { revision, updatedAt: tx.now });
      return { revision };
    });
  }

  /** Adds a module at the end of the draft. @throws Failure not_found, no_draft */
  addModule(by: By, courseId: string, title: string): Promise<{ id: string }> {
    return within(this.writer, by, async (tx) => {
      const draft = await lockDraft(tx, courseId);
      const id = randomUUID();
      const [last] = await tx.rows<{ ordinal: number }>(
        `select coalesce(max(ordinal), 0) as ordinal from learning.module where course_version_id = $1`,
        [draft.id],
      );
      await tx.manager.insert(ModuleEntity, {
        id,
        courseVersionId: draft.id,
        title: toNfc(title).trim(),
        ordinal: (last?.ordinal ?? 0) + 1,
      });
      await touch(tx, draft);
      return { id };
    });
  }

  /** Removes a module with its lessons. @throws Failure not_found, version_is_published */
  removeModule(by: By, moduleId: string): Promise<void> {
    return within(this.writer, by, async (tx) => {
      const draft = await lockDraftOfModule(tx, moduleId);
      const removed = await tx.rows<{ quizId: string | null }>(
        `delete from learning.lesson where module_id = $1 returning quiz_id as "quizId"`,
        [moduleId],
      );
      await tx.manager.delete(ModuleEntity, moduleId);
      await this.removeOrphans(tx, removed);
      await tx.audit('module.remove', { kind: 'course', id: draft.courseId }, { moduleId });
      await touch(tx, draft);
    });
  }

  /** Adds a lesson at the end of a module; a quiz lesson with an empty quiz. @throws Failure not_found, version_is_published */
  addLesson(
    by: By,
    moduleId: string,
    lesson: NewLesson,
  ): Promise<{ id: string; quizId: string | null }> {
    return within(this.writer, by, async (tx) => {
      const draft = await lockDraftOfModule(tx, moduleId);
      const title = toNfc(lesson.title).trim();
      const quizId = lesson.kind === 'quiz' ? await this.newQuiz(tx, draft.bankId, title) : null;
      const id = randomUUID();
      const [last] = await tx.rows<{ ordinal: number }>(
        `select coalesce(max(ordinal), 0) as ordinal from learning.lesson where module_id = $1`,
        [moduleId],
      );
      await tx.manager.insert(LessonEntity, {
        id,
        key: randomUUID(),
        moduleId,
        ordinal: (last?.ordinal ?? 0) + 1,
        kind: lesson.kind,
        title,
        bodyHtml: '',
        minutes: MINUTES[lesson.kind],
        legalBasis: [],
        quizId,
        revision: 1,
      });
      await touch(tx, draft);
      return { id, quizId };
    });
  }

  /** Removes a lesson, and its quiz where no version ever showed it. @throws Failure not_found, version_is_published */
  removeLesson(by: By, lessonId: string): Promise<void> {
    return within(this.writer, by, async (tx) => {
      const draft = await lockDraftOfLesson(tx, lessonId);
      const removed = await tx.rows<{ quizId: string | null }>(
        `delete from learning.lesson where id = $1 returning quiz_id as "quizId"`,
        [lessonId],
      );
      await this.removeOrphans(tx, removed);
      await tx.audit('lesson.remove', { kind: 'course', id: draft.courseId }, { lessonId });
      await touch(tx, draft);
    });
  }

  private newQuiz(tx: Tx, bankId: string, given: string): Promise<string> {
    const title = Array.from(given).slice(0, 200).join('');
    return this.quizzes.createQuiz(tx, { bankId, title });
  }

  /** Quizzes that a published version shows stay: attempts hang on them. */
  private async removeOrphans(tx: Tx, removed: { quizId: string | null }[]): Promise<void> {
    for (const { quizId } of removed) {
      if (quizId === null) continue;
      const used = await tx.maybe(`select 1 from learning.lesson where quiz_id = $1`, [quizId]);
      if (!used) await this.quizzes.removeQuiz(tx, quizId);
    }
  }
}

async function refuseMismatch(
  tx: Tx,
  draft: LockedDraft,
  modules: Arrangement['modules'],
): Promise<void> {
  const named = idsOf(modules.map(({ id, lessonIds }) => ({ id, lessons: lessonIds })));
  if (new Set(named).size !== named.length) {
    throw new Failure('validation_failed', undefined, [
      { path: 'modules', code: 'custom', message: 'A module or lesson is named twice.' },
    ]);
  }
  const outline = await readOutline(tx, draft.id);
  const present = new Set(
    idsOf(outline.map(({ id, lessons }) => ({ id, lessons: lessons.map((lesson) => lesson.id) }))),
  );
  // Module and lesson ids are marked apart, so that one cannot stand for the other.
  if (present.size !== named.length || named.some((id) => !present.has(id))) {
    throw new Failure('stale_revision');
  }
}

const idsOf = (modules: { id: string; lessons: string[] }[]): string[] => [
  ...modules.map(({ id }) => `module ${id.toLowerCase()}`),
  ...modules.flatMap(({ lessons }) => lessons.map((id) => `lesson ${id.toLowerCase()}`)),
];

async function place(tx: Tx, modules: Arrangement['modules']): Promise<void> {
  await tx.rows(
    `update learning.module m set title = wanted.title, ordinal = wanted.ordinal
       from jsonb_to_recordset($1) as wanted (id uuid, title text, ordinal integer)
      where m.id = wanted.id`,
    [
      JSON.stringify(
        modules.map(({ id, title }, at) => ({ id, title: toNfc(title), ordinal: at + 1 })),
      ),
    ],
  );
  const lessons = modules.flatMap(({ id: moduleId, lessonIds }) =>
    lessonIds.map((id, at) => ({ id, moduleId, ordinal: at + 1 })),
  );
  await tx.rows(
    `update learning.lesson l set module_id = wanted."moduleId", ordinal = wanted.ordinal
       from jsonb_to_recordset($1) as wanted (id uuid, "moduleId" uuid, ordinal integer)
      where l.id = wanted.id`,
    [JSON.stringify(lessons)],
  );
}
