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
  private queue: Promise<unknown> = Promise.resolve();

  /** Order and titles; shown at once, sent in turn. */
  arrange(modules: Modules): void {
    const course = this.course();
    if (!course) return;
    this.resource.set({ ...course, modules });
    this.enqueue(async () => {
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

  /** Runs a change after those before it; then reads the course anew. False where it failed (told). */
  private change(work: () => Promise<unknown>): Promise<boolean> {
    return this.enqueue(work);
  }

  private enqueue(work: () => Promise<unknown>): Promise<boolean> {
    const run = this.queue.then(async () => {
      this.busy.set(true);
      try {
        await work();
        return true;
      } catch (error) {
        this.tell(error);
        return false;
      } finally {
        this.busy.set(false);
      }
    });
    this.queue = run.then(() => this.settled(run));
    return run.finally(() => undefined);
  }

  /** Reads the course anew once nothing else is waiting. */
  private settled(run: Promise<boolean>): void {
    const last = this.queue;
    void run.then(() => last === this.queue && this.resource.reload());
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
    body: { ...quiz, title: Array.from(title).slice(0, 200).join('') },
  });
}
