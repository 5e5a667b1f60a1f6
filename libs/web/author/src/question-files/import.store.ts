/** The room of one file on its way into a bank: read, looked through, and taken over; nothing is lost on the way. */
import { computed, inject, Injectable, signal } from '@angular/core';
import { endpoints, type FoundQuestion, type QuestionFilePreview } from '@tap-huan/contract';
import { Api } from '@tap-huan/web/api';
import { isOffered, stateOf } from './found-words';
import { numberList } from './number-list';

export interface Place {
  categoryId: string | null;
  status: 'draft' | 'ready';
}

/** Letters of a list of numbers that an address can carry. */
const LONGEST_LIST = 7_500;

/** Too many scattered questions for one request. */
export const TOO_SCATTERED = 'too_scattered';
/** The browser could not read the file: it was moved, or is being written. */
export const NOT_READ = 'not_read';

@Injectable()
export class ImportStore {
  private readonly api = inject(Api);
  readonly bankId = signal('');
  readonly file = signal<File | null>(null);
  readonly preview = signal<QuestionFilePreview | null>(null);
  /** 0 to 1 while the file goes to the server, then 1 while it reads. */
  readonly progress = signal<number | null>(null);
  /** Why the file could not be read. */
  readonly failure = signal<unknown>(null);
  readonly chosen = signal<ReadonlySet<number>>(new Set());
  readonly importing = signal(false);
  /** Why nothing was imported. */
  readonly refusal = signal<unknown>(null);
  /** Questions taken over by the last import, null before the first. */
  readonly imported = signal<number | null>(null);
  /** Their numbers, of all imports of this file. */
  private readonly taken = new Set<number>();

  readonly questions = computed(() => this.preview()?.questions ?? []);
  readonly counts = computed(() => {
    const counts = { all: this.questions().length, good: 0, notice: 0, wrong: 0 };
    for (const question of this.questions()) counts[stateOf(question)] += 1;
    return counts;
  });
  /** Whether there is anything that can be imported. */
  readonly isOpen = computed(() => this.counts().good + this.counts().notice > 0);
  readonly hasCategories = computed(() =>
    this.questions().some(({ category }) => category.length > 0),
  );

  /** Takes a file in hand: its bytes are kept, so that what was looked at is what will be imported. */
  async open(given: File): Promise<void> {
    this.forget();
    this.file.set(given);
    this.progress.set(0);
    try {
      const bytes = await given.arrayBuffer();
      this.file.set(new File([bytes], given.name.normalize('NFC')));
    } catch {
      this.progress.set(null);
      this.failure.set(NOT_READ);
      return;
    }
    await this.read();
  }

  async read(): Promise<void> {
    const file = this.file();
    if (!file) return;
    this.failure.set(null);
    this.progress.set(0);
    try {
      const preview = await this.api.upload(endpoints.readQuestionFile, file, {
        request: { params: { bankId: this.bankId() }, query: { apply: 'false' } },
        progress: (ratio) => this.progress.set(ratio),
      });
      if (this.file() === file) this.show(preview);
    } catch (error) {
      if (this.file() === file) this.failure.set(error);
    } finally {
      if (this.file() === file) this.progress.set(null);
    }
  }

  /** Takes the chosen questions over, all or none. */
  async apply({ categoryId, status }: Place): Promise<void> {
    const file = this.file();
    if (!file || this.importing() || this.chosen().size === 0) return;
    const only = this.only();
    this.refusal.set(null);
    if (only !== undefined && only.length > LONGEST_LIST) {
      this.refusal.set(TOO_SCATTERED);
      return;
    }
    this.importing.set(true);
    try {
      const done = await this.api.upload(endpoints.readQuestionFile, file, {
        request: {
          params: { bankId: this.bankId() },
          query: {
            ...{ apply: 'true', status },
            ...(categoryId === null ? {} : { categoryId }),
            ...(only === undefined ? {} : { only }),
          },
        },
      });
      this.finish(done, only === undefined);
    } catch (error) {
      this.refusal.set(error);
    } finally {
      this.importing.set(false);
    }
  }

  /** Back to the beginning. */
  forget(): void {
    this.file.set(null);
    this.preview.set(null);
    this.failure.set(null);
    this.refusal.set(null);
    this.imported.set(null);
    this.progress.set(null);
    this.chosen.set(new Set());
    this.taken.clear();
  }

  private show(preview: QuestionFilePreview): void {
    this.preview.set(preview);
    this.chosen.set(new Set(preview.questions.filter(isOffered).map(({ number }) => number)));
  }

  /** What is left out of the file stays in sight, and may be taken over still. */
  private finish(done: QuestionFilePreview, isAll: boolean): void {
    const isTaken = (question: FoundQuestion) =>
      isAll ? isOffered(question) : question.content !== null && this.chosen().has(question.number);
    for (const question of done.questions) if (isTaken(question)) this.taken.add(question.number);
    const left = done.questions.filter(({ number }) => !this.taken.has(number));
    this.preview.set({ ...done, questions: left });
    this.imported.set(done.imported);
    this.chosen.set(new Set());
  }

  /** Undefined where it is everything that the server would take by itself. */
  private only(): string | undefined {
    const offered = this.questions().filter(isOffered);
    const chosen = this.chosen();
    const isAll =
      offered.length === chosen.size && offered.every(({ number }) => chosen.has(number));
    return isAll ? undefined : numberList(chosen);
  }
}
