/** The room where one quiz is arranged: its form, its saving, and what happens when somebody else has saved too. */
import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { endpoints, type QuizDraft } from '@tap-huan/contract';
import { Api, Problems, read } from '@tap-huan/web/api';
import { Toasts } from '@tap-huan/web/ui';
import { renameLesson } from '../course/course.store';
import { injectText } from '../i18n/text';
import { autosave } from '../saving/autosave';
import { DraftSaver } from '../saving/draft-saver';
import { LocalCopies } from '../saving/local-copies';
import { verdictOf } from '../saving/verdict';
import { isSameQuiz, quizBodyOf, type QuizForm, quizFormOf, quizWrong } from './quiz-form';

/** Provided by the editor of one quiz. */
@Injectable()
export class QuizDesk {
  private readonly api = inject(Api);
  private readonly copies = inject(LocalCopies);
  private readonly problems = inject(Problems);
  private readonly toasts = inject(Toasts);
  private readonly t = injectText();

  readonly quizId = signal<string | null>(null);
  readonly courseId = signal<string | null>(null);
  readonly resource = read(endpoints.readQuiz, () => {
    const quizId = this.quizId();
    return quizId === null ? undefined : { params: { quizId } };
  });
  readonly course = read(endpoints.readCourse, () => {
    const courseId = this.courseId();
    return courseId === null ? undefined : { params: { courseId } };
  });
  readonly bank = read(endpoints.listQuestions, () =>
    this.resource.hasValue()
      ? { params: { bankId: this.resource.value().bankId }, query: {} }
      : undefined,
  );
  /** The questions of the bank by id. */
  readonly questions = computed(
    () =>
      new Map((this.bank.hasValue() ? this.bank.value().items : []).map((row) => [row.id, row])),
  );
  /** The lesson that the quiz belongs to, in the version on screen. */
  readonly lesson = computed(() => {
    const modules = this.course.hasValue() ? this.course.value().modules : [];
    const lessons = modules.flatMap((module) => module.lessons);
    return lessons.find(({ quizId }) => quizId === this.quizId());
  });
  /** A quiz is changed with the draft of its course. */
  readonly editable = computed(
    () => this.course.hasValue() && this.course.value().state === 'draft' && !!this.lesson(),
  );
  private readonly params = computed(() => ({ params: { quizId: this.quizId() ?? '' } }));
  private readonly copy = computed(() => this.copies.of<QuizForm>('quiz', this.quizId() ?? ''));

  /** As on screen; null while the quiz is on its way. */
  readonly form = signal<QuizForm | null>(null);
  readonly restoredAt = signal<string | null>(null);
  readonly wrong = computed(() => {
    const form = this.form();
    return form ? quizWrong(form) : [];
  });
  private titleOfLesson: string | null = null;

  readonly saver = autosave(
    new DraftSaver<QuizForm>({
      send: async (form, revision) => {
        const request = { ...this.params(), body: quizBodyOf(form, revision) };
        const saved = await this.api.call(endpoints.updateQuiz, request);
        return this.nameLesson(request.body.title, saved.revision);
      },
      verdictOf,
      heldAs: async (form) => {
        const held = await this.fetch();
        return isSameQuiz(quizFormOf(held), form) ? held.revision : null;
      },
      copy: {
        keep: (form, revision) => this.copy().keep(form, revision),
        forget: () => this.copy().forget(),
      },
      pause: 1_000,
      retry: 8_000,
    }),
  );
  readonly refusal = computed(() => {
    const failure = this.saver.failure();
    return failure === null || this.saver.conflict() ? null : this.problems.message(failure);
  });

  constructor() {
    effect(() => {
      if (!this.resource.hasValue()) return;
      const draft = this.resource.value();
      untracked(() => this.open(draft));
    });
    effect(() => {
      const title = this.lesson()?.title;
      if (title !== undefined) this.titleOfLesson ??= title;
    });
  }

  change(part: Partial<QuizForm>): void {
    const before = this.form();
    if (!before) return;
    const form = { ...before, ...part };
    this.form.set(form);
    this.saver.change(form, quizWrong(form).length === 0);
  }

  async keepMine(): Promise<void> {
    const theirs = await this.tried();
    if (theirs) await this.saver.overwrite(theirs.revision);
  }

  async takeTheirs(): Promise<void> {
    const mine = this.form();
    const theirs = await this.tried();
    if (!theirs) return;
    this.saver.adopt(theirs.revision);
    this.form.set(quizFormOf(theirs));
    if (mine) this.toasts.undoable(this.t('conflict.tookTheirs'), () => this.change(mine));
  }

  /** Starts an attempt that counts nowhere; what is on screen is saved first. Null where it cannot be (told). */
  async preview(returnPath: string): Promise<string | null> {
    const current = !this.editable() || (await this.saver.flush());
    if (!current) {
      this.toasts.fail(this.t('quiz.saveFirst'));
      return null;
    }
    try {
      const request = { ...this.params(), body: { returnPath } };
      return (await this.api.call(endpoints.previewQuiz, request)).attemptId;
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
      return null;
    }
  }

  /** The lesson carries the title of its quiz. */
  private async nameLesson(title: string, revision: number): Promise<number> {
    const lesson = this.lesson();
    if (!lesson || this.titleOfLesson === null || this.titleOfLesson === title) return revision;
    await renameLesson(this.api, { id: lesson.id, quizId: null }, title);
    this.titleOfLesson = title;
    return revision;
  }

  private open(draft: QuizDraft): void {
    this.saver.begin(draft.revision);
    const copy = this.copy().read();
    const held = quizFormOf(draft);
    if (!copy || isSameQuiz(copy.value, held)) {
      if (copy) this.copy().forget();
      return this.form.set(held);
    }
    this.form.set(copy.value);
    this.restoredAt.set(copy.at);
    if (copy.revision === draft.revision)
      this.saver.change(copy.value, quizWrong(copy.value).length === 0);
    else this.saver.meet(copy.value);
  }

  private fetch(): Promise<QuizDraft> {
    return this.api.call(endpoints.readQuiz, this.params());
  }

  private async tried(): Promise<QuizDraft | null> {
    try {
      return await this.fetch();
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
      return null;
    }
  }
}
