/** The room of one course in its author's hands: what is on screen, and every change to its outline. */
import { computed, inject, Injectable, signal } from '@angular/core';
import { type CourseVersion, endpoints } from '@tap-huan/contract';
import { Api, isFailure, kept, Problems, read } from '@tap-huan/web/api';
import { Toasts } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { arrangement, type Lesson, type Modules } from '../outline/outline-moves';

/** Provided by the page of a course, for its tabs. */
@Injectable()
export class CourseStore {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(Problems);
  private readonly t = injectText();
  readonly courseId = signal<string | null>(null);
  readonly resource = read(endpoints.readCourse, () => {
    const courseId = this.courseId();
    return courseId === null ? undefined : { params: { courseId } };
  });
  readonly course = kept(this.resource);
  readonly editable = computed(() => this.course()?.state === 'draft');
  /** While a change is on its way. */
  readonly busy = signal(false);
  private queue: Promise<boolean> = Promise.resolve(true);
  private waiting = 0;

  /** Order and titles; shown at once, sent in turn. */
  arrange(modules: Modules): void {
    const course = this.course();
    if (!course) return;
    this.resource.set({ ...course, modules });
    void this.change(async () => {
      const { revision } = await this.api.call(endpoints.arrangeOutline, {
        params: { courseId: course.courseId },
        body: { modules: arrangement(modules), revision: this.course()?.revision ?? 0 },
      });
      const now = this.course();
      if (now) this.resource.set({ ...now, revision });
    });
  }

  addModule(title: string): Promise<boolean> {
    const courseId = this.courseId() ?? '';
    return this.change(() =>
      this.api.call(endpoints.addModule, { params: { courseId }, body: { title } }),
    );
  }

  removeModule(moduleId: string): Promise<boolean> {
    return this.change(() => this.api.call(endpoints.removeModule, { params: { moduleId } }));
  }

  addLesson(moduleId: string, title: string, kind: Lesson['kind']): Promise<boolean> {
    return this.change(() =>
      this.api.call(endpoints.addLesson, { params: { moduleId }, body: { title, kind } }),
    );
  }

  removeLesson(lessonId: string): Promise<boolean> {
    return this.change(() => this.api.call(endpoints.removeLesson, { params: { lessonId } }));
  }

  /** Gives a lesson another title; a quiz carries the same one. */
  renameLesson(lesson: Pick<Lesson, 'id' | 'quizId'>, title: string): Promise<boolean> {
    return this.change(() => renameLesson(this.api, lesson, title));
  }

  /** Begins the next draft; true where there is one now. */
  async beginDraft(): Promise<boolean> {
    const courseId = this.courseId() ?? '';
    const begun = await this.change(() =>
      this.api.call(endpoints.beginDraft, { params: { courseId } }),
    );
    if (begun) this.toasts.tell(this.t('course.draftBegun'));
    return begun;
  }

  reload(): void {
    this.resource.reload();
  }

  /** Takes a newer description into what is on screen. */
  took(part: Partial<CourseVersion>): void {
    const course = this.course();
    if (course) this.resource.set({ ...course, ...part });
  }

  /** Runs a change after those before it, then reads the course anew; false where it failed (told). */
  private change(work: () => Promise<unknown>): Promise<boolean> {
    this.waiting += 1;
    this.busy.set(true);
    this.queue = this.queue.then(() => this.attempt(work));
    return this.queue;
  }

  private async attempt(work: () => Promise<unknown>): Promise<boolean> {
    let done = true;
    try {
      await work();
    } catch (error) {
      this.tell(error);
      done = false;
    }
    this.waiting -= 1;
    if (this.waiting > 0) return done;
    await this.refresh();
    this.busy.set(this.waiting > 0);
    return done;
  }

  private async refresh(): Promise<void> {
    const courseId = this.courseId() ?? '';
    try {
      const course = await this.api.call(endpoints.readCourse, { params: { courseId } });
      // What was changed meanwhile is on screen already and comes after.
      if (this.waiting === 0) this.resource.set(course);
    } catch {
      // The last known course stays on screen; the next change says what is wrong.
    }
  }

  private tell(error: unknown): void {
    const newer = isFailure(error, 'stale_revision') || isFailure(error, 'draft_exists');
    const gone = isFailure(error, 'no_draft') || isFailure(error, 'version_is_published');
    if (newer || gone) this.toasts.fail(this.t(gone ? 'course.isPublished' : 'course.stale'));
    else this.toasts.fail(this.problems.message(error));
  }
}

/** Gives a lesson, and its quiz where it has one, another title. */
export async function renameLesson(
  api: Api,
  lesson: Pick<Lesson, 'id' | 'quizId'>,
  title: string,
): Promise<void> {
  const { id: lessonId, quizId } = lesson;
  const draft = await api.call(endpoints.readLesson, { params: { lessonId } });
  await api.call(endpoints.updateLesson, {
    params: { lessonId },
    body: {
      title,
      bodyHtml: draft.bodyHtml,
      minutes: draft.minutes,
      legalBasis: draft.legalBasis,
      asOf: draft.asOf,
      attachments: draft.attachments.map((file) => ({ mediaId: file.mediaId, title: file.title })),
      revision: draft.revision,
    },
  });
  if (quizId === null) return;
  const quiz = await api.call(endpoints.readQuiz, { params: { quizId } });
  if (quiz.title === title) return;
  await api.call(endpoints.updateQuiz, {
    params: { quizId },
    body: {
      title: Array.from(title).slice(0, 200).join(''),
      settings: quiz.settings,
      sections: quiz.sections,
      revision: quiz.revision,
    },
  });
}
