/** The room where one lesson is written: its text, its saving, and what happens when somebody else has saved too. */
import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { endpoints, type LessonDraft } from '@tap-huan/contract';
import { Api, isFailure, Problems, read } from '@tap-huan/web/api';
import { Dialogs, Toasts } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import type { StartText } from '../rich-text/rich-text.component';
import { autosave } from '../saving/autosave';
import { DraftSaver } from '../saving/draft-saver';
import { LocalCopies } from '../saving/local-copies';
import { verdictOf } from '../saving/verdict';
import { CompareComponent, type Compared } from './compare.component';
import { bodyOf, isSameText, type LessonText, textOf, wrongFields } from './lesson-text';

/** A request that outlives the page may carry 64 kB. */
const KEEPALIVE = 50_000;

/** Provided by the editor of one lesson. */
@Injectable()
export class LessonDesk {
  private readonly api = inject(Api);
  private readonly copies = inject(LocalCopies);
  private readonly dialogs = inject(Dialogs);
  private readonly problems = inject(Problems);
  private readonly toasts = inject(Toasts);
  private readonly t = injectText();

  readonly lessonId = signal<string | null>(null);
  readonly resource = read(endpoints.readLesson, () => {
    const lessonId = this.lessonId();
    return lessonId === null ? undefined : { params: { lessonId } };
  });
  private readonly params = computed(() => ({ params: { lessonId: this.lessonId() ?? '' } }));
  private readonly copy = computed(() =>
    this.copies.of<LessonText>('lesson', this.lessonId() ?? ''),
  );
  /** As on screen; null while the lesson is on its way. */
  readonly text = signal<LessonText | null>(null);
  /** What the rich text editor begins with. */
  readonly start = signal<StartText>({ html: '' });
  /** When the text was typed that came back from this machine. */
  readonly restoredAt = signal<string | null>(null);
  readonly wrong = computed(() => {
    const text = this.text();
    return text ? wrongFields(text) : [];
  });

  readonly saver = autosave(
    new DraftSaver<LessonText>({
      send: async (text, revision) => {
        const body = bodyOf(text, revision);
        const last = document.visibilityState === 'hidden' && text.bodyHtml.length < KEEPALIVE / 3;
        const request = { ...this.params(), body };
        const saved = await this.api.call(endpoints.updateLesson, request, { keepalive: last });
        return saved.revision;
      },
      verdictOf,
      heldAs: async (text) => {
        const held = await this.fetch();
        return isSameText(textOf(held), text) ? held.revision : null;
      },
      copy: {
        keep: (text, revision) => this.copy().keep(text, revision),
        forget: () => this.copy().forget(),
      },
      pause: 1_500,
      retry: 8_000,
    }),
  );

  /** Why the last save was refused, in words. */
  readonly refusal = computed(() => {
    const failure = this.saver.failure();
    if (failure === null || this.saver.conflict()) return null;
    if (isFailure(failure, 'version_is_published')) return this.t('lesson.published');
    return this.problems.message(failure);
  });

  constructor() {
    effect(() => {
      if (!this.resource.hasValue()) return;
      const draft = this.resource.value();
      untracked(() => this.open(draft));
    });
  }

  /** Changes part of the lesson; it is saved by itself. */
  change(part: Partial<LessonText>): void {
    const before = this.text();
    if (!before) return;
    const text = { ...before, ...part };
    this.text.set(text);
    this.saver.change(text, wrongFields(text).length === 0);
  }

  /** Shows both texts side by side; whoever compares decides. */
  async compare(): Promise<void> {
    const mine = this.text();
    const theirs = await this.tried(() => this.fetch());
    if (!mine || !theirs) return;
    const data: Compared = { mine, theirs: textOf(theirs) };
    const choice = await this.dialogs.open<'mine' | 'theirs'>(CompareComponent, {
      data,
      wide: true,
    });
    if (choice === 'mine') await this.saver.overwrite(theirs.revision);
    if (choice === 'theirs') this.take(theirs);
  }

  /** The text on screen wins. */
  async keepMine(): Promise<void> {
    const theirs = await this.tried(() => this.fetch());
    if (theirs) await this.saver.overwrite(theirs.revision);
  }

  /** The server's text wins; the own one can be had back. */
  async takeTheirs(): Promise<void> {
    const theirs = await this.tried(() => this.fetch());
    if (theirs) this.take(theirs);
  }

  private take(theirs: LessonDraft): void {
    const mine = this.text();
    this.saver.adopt(theirs.revision);
    this.show(textOf(theirs));
    if (!mine) return;
    this.toasts.undoable(this.t('conflict.tookTheirs'), () => {
      this.show(mine);
      this.saver.change(mine, wrongFields(mine).length === 0);
    });
  }

  private open(draft: LessonDraft): void {
    this.saver.begin(draft.revision);
    const copy = draft.editable ? this.copy().read() : null;
    const held = textOf(draft);
    if (!copy || isSameText(copy.value, held)) {
      if (copy) this.copy().forget();
      return this.show(held);
    }
    this.show(copy.value);
    this.restoredAt.set(copy.at);
    if (copy.revision === draft.revision)
      this.saver.change(copy.value, wrongFields(copy.value).length === 0);
    else this.saver.meet(copy.value);
  }

  private show(text: LessonText): void {
    this.text.set(text);
    this.start.set({ html: text.bodyHtml });
  }

  private fetch(): Promise<LessonDraft> {
    return this.api.call(endpoints.readLesson, this.params());
  }

  private async tried<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
      return null;
    }
  }
}
