/** The room where one quiz is arranged: its form, its saving, and what happens when somebody else has saved too. */
import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { endpoints, type QuizDraft } from '@tap-huan/contract';
import { Api, isFailure, Problems, read } from '@tap-huan/web/api';
import { Toasts } from '@tap-huan/web/ui';
import { renameLesson } from '../course/course.store';
import { injectText } from '../i18n/text';
import { autosave } from '../saving/autosave';
import { DraftSaver } from '../saving/draft-saver';
import { LocalCopies } from '../saving/local-copies';
import { verdictOf } from '../saving/verdict';
import { BankShelf } from './bank-shelf';
import { shortages } from './draws';
import {
  isQuizForm,
  isSameQuiz,
  quizBodyOf,
  type QuizForm,
  quizFormOf,
  quizWrong,
} from './quiz-form';
import { summaryOf } from './quiz-summary';
import {
  issuesBySlot,
  kindsOf,
  obstaclesOf,
  type QuestionFacts,
  type SlotNote,
  slotViews,
} from './slot-views';

/** Provided by the editor of one quiz. */
@Injectable()
export class QuizDesk {
  private readonly api = inject(Api);
  private readonly copies = inject(LocalCopies);
  private readonly shelf = inject(BankShelf);
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
    return form ? quizWrong(form) : new Set<string>();
  });
  private readonly notes = signal<ReadonlyMap<string, SlotNote>>(new Map());
  /** Questions picked since the quiz was opened, by id: the server's notes come with the next save. */
  private readonly picked = signal<ReadonlyMap<string, QuestionFacts>>(new Map());
  private readonly issues = signal<ReadonlyMap<string, string>>(new Map());
  private readonly sections = computed(() => this.form()?.sections ?? []);
  private readonly sources = computed(() => ({
    notes: this.notes(),
    picked: this.picked(),
    banks: this.shelf.banks(),
    drawBank: (bankId: string) => this.shelf.drawBank(bankId),
    shortages: shortages(this.sections(), (bankId) => this.shelf.drawBank(bankId)),
    issues: this.issues(),
  }));
  /** What is said beside each slot, by its id. */
  readonly views = computed(() => slotViews(this.sections(), this.sources()));
  readonly obstacles = computed(() => obstaclesOf(this.sections(), this.views()));
  readonly summary = computed(() => {
    const settings = this.form()?.settings;
    const sources = this.sources();
    return settings && summaryOf(this.sections(), settings, (slot) => kindsOf(slot, sources));
  });
  private titleOfLesson: string | null = null;

  readonly saver = autosave(
    new DraftSaver<QuizForm>({
      send: (form, revision) => this.send(form, revision),
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
      for (const slot of this.sections().flatMap(({ slots }) => slots))
        if (slot.kind === 'random') untracked(() => void this.shelf.open(slot.bankId));
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
    this.saver.change(form, quizWrong(form).size === 0);
  }

  /** Questions that were just picked, so that their rows have words at once. */
  know(questions: ReadonlyMap<string, QuestionFacts>): void {
    this.picked.update((picked) => new Map([...picked, ...questions]));
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
    this.note(theirs.notes);
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

  private async send(form: QuizForm, revision: number): Promise<number> {
    const request = { ...this.params(), body: quizBodyOf(form, revision) };
    try {
      const saved = await this.api.call(endpoints.updateQuiz, request);
      this.note(saved.notes);
      return await this.nameLesson(request.body.title, saved.revision);
    } catch (error) {
      if (isFailure(error, 'validation_failed'))
        this.issues.set(issuesBySlot(error.issues, form.sections));
      throw error;
    }
  }

  private note(notes: readonly SlotNote[]): void {
    this.notes.set(new Map(notes.map((note) => [note.slotId, note])));
    this.issues.set(new Map());
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
    this.note(draft.notes);
    const copy = this.copy().read();
    const held = quizFormOf(draft);
    if (!copy || !isQuizForm(copy.value) || isSameQuiz(copy.value, held)) {
      if (copy) this.copy().forget();
      return this.form.set(held);
    }
    this.form.set(copy.value);
    this.restoredAt.set(copy.at);
    if (copy.revision === draft.revision)
      this.saver.change(copy.value, quizWrong(copy.value).size === 0);
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
