/** The room where one question is written: its form, its saving, its retirement. */
import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import {
  endpoints,
  QUESTION_KINDS,
  type QuestionContent,
  type QuestionKind,
} from '@tap-huan/contract';
import { Api, read, UnsavedWork } from '@tap-huan/web/api';
import type { StartText } from '../rich-text/rich-text.component';
import { LocalCopies } from '../saving/local-copies';
import {
  contentOf,
  emptyForm,
  formOf,
  formProblems,
  isUntouched,
  type QuestionForm,
} from './question-form';

/** What is being written: a question of the bank, or a new one of a kind in a course. */
export interface QuestionSubject {
  courseId: string;
  questionId: string | null;
  kind: QuestionKind;
}

export const kindOf = (text: string | undefined): QuestionKind =>
  QUESTION_KINDS.find((kind) => kind === text) ?? 'single';

/** Provided by the editor of one question. */
@Injectable()
export class QuestionDesk {
  private readonly api = inject(Api);
  private readonly copies = inject(LocalCopies);
  readonly subject = signal<QuestionSubject | null>(null);
  readonly course = read(endpoints.readCourse, () => {
    const subject = this.subject();
    return subject ? { params: { courseId: subject.courseId } } : undefined;
  });
  readonly resource = read(endpoints.readQuestion, () => {
    const questionId = this.subject()?.questionId;
    return questionId ? { params: { questionId } } : undefined;
  });
  private readonly copy = computed(() => {
    const subject = this.subject();
    const id = subject?.questionId ?? `${subject?.courseId}.${subject?.kind}`;
    return this.copies.of<QuestionForm>('question', id);
  });

  /** As on screen; null while the question is on its way. */
  readonly form = signal<QuestionForm | null>(null);
  readonly stem = signal<StartText>({ html: '' });
  readonly feedback = signal<StartText>({ html: '' });
  /** The newest version that the form is written on; 0 for a new question. */
  readonly version = signal(0);
  /** When the text was typed that came back from this machine. */
  readonly restoredAt = signal<string | null>(null);
  readonly saving = signal(false);
  readonly savedAt = signal<string | null>(null);
  readonly failure = signal<unknown>(null);
  private readonly held = signal<QuestionForm | null>(null);
  readonly dirty = computed(() => JSON.stringify(this.form()) !== JSON.stringify(this.held()));
  readonly content = computed(() => {
    const form = this.form();
    return form && contentOf(form);
  });
  readonly found = computed(() => {
    const form = this.form();
    return form ? formProblems(form) : [];
  });

  constructor() {
    inject(UnsavedWork).watch(this.dirty);
    effect(() => {
      const subject = this.subject();
      if (subject && subject.questionId === null)
        untracked(() => this.open(emptyForm(subject.kind), 0));
    });
    effect(() => {
      if (!this.resource.hasValue()) return;
      const { content, version } = this.resource.value();
      untracked(() => this.open(formOf(content), version));
    });
  }

  change(part: Partial<QuestionForm>): void {
    const before = this.form();
    if (!before) return;
    const form = { ...before, ...part };
    this.form.set(form);
    if (this.dirty() && !isUntouched(form)) this.copy().keep(form, this.version());
    else this.copy().forget();
  }

  /** Gives up what was typed and not saved. */
  discard(): void {
    const held = this.held();
    this.copy().forget();
    this.restoredAt.set(null);
    if (held) this.show(held);
  }

  /** Saves; resolves with the id of a new question, else with the one that it has; null where it failed. */
  async save(): Promise<string | null> {
    const subject = this.subject();
    const form = this.form();
    const content = this.content();
    if (!subject || !form || !content || this.saving()) return null;
    this.saving.set(true);
    this.failure.set(null);
    try {
      const id = await this.send(subject, content);
      this.held.set(form);
      this.savedAt.set(new Date().toISOString());
      this.restoredAt.set(null);
      // What was typed while it was on its way stays unsaved.
      if (!this.dirty()) this.copy().forget();
      return id;
    } catch (error) {
      this.failure.set(error);
      return null;
    } finally {
      this.saving.set(false);
    }
  }

  /** The form on screen becomes the version after the newest one, whoever wrote that. */
  async saveOver(): Promise<void> {
    const questionId = this.subject()?.questionId;
    if (!questionId) return;
    try {
      const newest = await this.api.call(endpoints.readQuestion, { params: { questionId } });
      this.version.set(newest.version);
    } catch (error) {
      return this.failure.set(error);
    }
    await this.save();
  }

  /** Shows the newest version; what was on screen goes. */
  takeNewest(): void {
    this.copy().forget();
    this.failure.set(null);
    this.resource.reload();
  }

  retire(): Promise<unknown> {
    const questionId = this.subject()?.questionId ?? '';
    return this.api
      .call(endpoints.retireQuestion, { params: { questionId } })
      .then(() => this.discard());
  }

  private async send(subject: QuestionSubject, content: QuestionContent): Promise<string> {
    if (subject.questionId === null) {
      const params = { courseId: subject.courseId };
      const course = this.course.hasValue()
        ? this.course.value()
        : await this.api.call(endpoints.readCourse, { params });
      const bankId = course.bankId;
      const { id } = await this.api.call(endpoints.createQuestion, {
        params: { bankId },
        body: { content },
      });
      return id;
    }
    const { version } = await this.api.call(endpoints.updateQuestion, {
      params: { questionId: subject.questionId },
      body: { content, baseVersion: this.version() },
    });
    this.version.set(version);
    return subject.questionId;
  }

  private open(held: QuestionForm, version: number): void {
    this.held.set(held);
    this.version.set(version);
    const copy = this.copy().read();
    if (!copy || copy.value.kind !== held.kind) return this.show(held);
    this.version.set(copy.revision);
    this.restoredAt.set(copy.at);
    this.show(copy.value);
  }

  private show(form: QuestionForm): void {
    this.form.set(form);
    this.stem.set({ html: form.stem });
    this.feedback.set({ html: form.feedback });
  }
}
