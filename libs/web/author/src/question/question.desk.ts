/** The room where one question is written: its form, its saving, its retirement. */
import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { endpoints, QUESTION_KINDS, type QuestionKind } from '@tap-huan/contract';
import { Api, kept, read, UnsavedWork } from '@tap-huan/web/api';
import type { StartText } from '../rich-text/rich-text.component';
import { LocalCopies } from '../saving/local-copies';
import { VersionedDraft } from '../saving/versioned-draft';
import { isSame } from './forms/form-parts';
import {
  type AnswerForm,
  contentOf,
  emptyForm,
  formOf,
  formProblems,
  isUntouched,
  keptForm,
  type QuestionForm,
} from './question-form';

/** What is being written: a question that is there, or a new one of a kind in a bank (a course names its own). */
export interface QuestionSubject {
  courseId: string | null;
  bankId: string | null;
  questionId: string | null;
  kind: QuestionKind;
  /** Where a new question is put. */
  categoryId: string | null;
}

export const kindOf = (text: string | undefined): QuestionKind =>
  QUESTION_KINDS.find((kind) => kind === text) ?? 'single';

/** Texts that are written with the rich text editor. */
export type LongText = 'stem' | 'feedback' | 'markingGuide' | 'modelAnswer';

/** Provided by the editor of one question. */
@Injectable()
export class QuestionDesk {
  private readonly api = inject(Api);
  private readonly copies = inject(LocalCopies);
  readonly subject = signal<QuestionSubject | null>(null);
  readonly course = read(endpoints.readCourse, () => {
    const { courseId = null, bankId = null } = this.subject() ?? {};
    return courseId !== null && bankId === null ? { params: { courseId } } : undefined;
  });
  readonly resource = read(endpoints.readQuestion, () => {
    const questionId = this.subject()?.questionId;
    return questionId ? { params: { questionId } } : undefined;
  });
  /** As the server knows it; undefined for a new one. */
  readonly row = kept(this.resource);
  readonly bankId = computed(() => {
    const ofCourse = this.course.hasValue() ? this.course.value().bankId : null;
    return this.row()?.bankId ?? this.subject()?.bankId ?? ofCourse;
  });
  private readonly inBank = computed(() => {
    const bankId = this.bankId();
    return bankId === null ? undefined : { params: { bankId } };
  });
  readonly bank = read(endpoints.readBank, () => this.inBank());
  readonly stimuli = read(endpoints.listStimuli, () => this.inBank());
  private readonly copy = computed(() => {
    const { questionId, courseId, bankId, kind } = this.subject() ?? {};
    return this.copies.of<unknown>('question', questionId ?? `${bankId ?? courseId}.${kind}`);
  });

  /** What the rich text editors begin with. */
  readonly start = signal<Record<LongText, StartText>>(startOf(emptyForm('single')));
  readonly draft = new VersionedDraft<QuestionForm>({
    copy: () => this.copy(),
    revive: (value, held) => keptForm(value, held.kind),
    isUntouched,
    shown: (form) => this.start.set(startOf(form)),
  });
  readonly form = this.draft.value;
  readonly content = computed(() => {
    const form = this.form();
    return form && contentOf(form);
  });
  readonly found = computed(() => {
    const form = this.form();
    return form ? formProblems(form) : [];
  });
  /** The text is as it was: saving puts the question elsewhere and makes no new version. */
  readonly onlyMoved = computed(() => {
    const [form, held] = [this.form(), this.draft.held()];
    return !!form && !!held && this.row() !== undefined && isSame(contentOf(form), contentOf(held));
  });
  readonly readOnly = computed(() => {
    const row = this.row();
    const right = row?.right ?? (this.bank.hasValue() ? this.bank.value().right : 'edit');
    return right === 'use' || row?.status === 'retired';
  });

  constructor() {
    inject(UnsavedWork).watch(this.draft.dirty);
    effect(() => {
      const subject = this.subject();
      if (subject && subject.questionId === null)
        untracked(() => this.draft.open(emptyForm(subject.kind, subject.categoryId), 0));
    });
    effect(() => {
      if (!this.resource.hasValue()) return;
      const { content, version, categoryId, status } = this.resource.value();
      const place = { categoryId, status: status === 'draft' ? status : 'ready' } as const;
      untracked(() => this.draft.open(formOf(content, place), version));
    });
  }

  change(part: Partial<QuestionForm>): void {
    this.draft.change(part);
  }

  /** Changes the part that belongs to the kind. */
  answer(part: Partial<AnswerForm>): void {
    const form = this.form();
    if (form) this.draft.change({ answer: { ...form.answer, ...part } } as Partial<QuestionForm>);
  }

  /** Saves; resolves with the id of a new question, else with the one that it has; null where it failed. */
  async save(): Promise<string | null> {
    const subject = this.subject();
    if (!subject) return null;
    let id = subject.questionId;
    const done = await this.draft.save(async (form) => {
      if (id !== null) return this.update(id, form);
      id = await this.create(subject, form);
      return 1;
    });
    return done ? id : null;
  }

  /** The form on screen becomes the version after the newest one, whoever wrote that. */
  async saveOver(): Promise<void> {
    const questionId = this.subject()?.questionId;
    if (!questionId) return;
    try {
      const newest = await this.api.call(endpoints.readQuestion, { params: { questionId } });
      this.draft.follow(newest.version);
    } catch (error) {
      return this.draft.failure.set(error);
    }
    await this.save();
  }

  /** Shows the newest version; what was on screen goes. */
  takeNewest(): void {
    this.copy().forget();
    this.draft.failure.set(null);
    this.resource.reload();
  }

  async retire(): Promise<void> {
    const questionId = this.subject()?.questionId ?? '';
    await this.api.call(endpoints.retireQuestion, { params: { questionId } });
    this.draft.discard();
    this.resource.reload();
  }

  /** Puts a retired question back into use. */
  async restore(): Promise<void> {
    const questionId = this.subject()?.questionId ?? '';
    await this.api.call(endpoints.editQuestions, {
      params: { bankId: this.bankId() ?? '' },
      body: { questionIds: [questionId], status: 'ready' },
    });
    this.resource.reload();
  }

  private async create(subject: QuestionSubject, form: QuestionForm): Promise<string> {
    let bankId = this.bankId();
    if (bankId === null) {
      const params = { courseId: subject.courseId ?? '' };
      bankId = (await this.api.call(endpoints.readCourse, { params })).bankId;
    }
    const { id } = await this.api.call(endpoints.createQuestion, {
      params: { bankId },
      body: { content: contentOf(form), categoryId: form.categoryId, status: form.status },
    });
    return id;
  }

  private async update(questionId: string, form: QuestionForm): Promise<number> {
    const { version } = await this.api.call(endpoints.updateQuestion, {
      params: { questionId },
      body: {
        content: contentOf(form),
        baseVersion: this.draft.version(),
        categoryId: form.categoryId,
        status: form.status,
      },
    });
    return version;
  }
}

function startOf(form: QuestionForm): Record<LongText, StartText> {
  const { stem, feedback, answer } = form;
  const { markingGuide = '', modelAnswer = '' } = answer as Partial<Record<LongText, string>>;
  return {
    stem: { html: stem },
    feedback: { html: feedback },
    markingGuide: { html: markingGuide },
    modelAnswer: { html: modelAnswer },
  };
}
