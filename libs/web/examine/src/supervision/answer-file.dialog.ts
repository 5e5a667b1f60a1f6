/** The room where an encrypted answer file is opened, looked at, and taken over answer by answer. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import {
  type AnswerFilePreview,
  endpoints,
  sealedAnswerFile,
  type SealedAnswerFile,
} from '@tap-huan/contract';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  FileDropComponent,
  formatInstant,
  formatTime,
  InputDirective,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

/** Closes with true once answers were taken over. */
@Component({
  selector: 'th-answer-file-dialog',
  imports: [
    CalloutComponent,
    DialogFrameComponent,
    FieldComponent,
    FileDropComponent,
    InputDirective,
  ],
  templateUrl: './answer-file.dialog.html',
  styles: `
    .answers {
      display: grid;
      gap: var(--th-4);
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `,
})
export class AnswerFileDialog {
  protected readonly data = inject<{ quizId: string }>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly file = signal<SealedAnswerFile | null>(null);
  protected readonly preview = signal<AnswerFilePreview | null>(null);
  protected readonly chosen = signal<ReadonlySet<number>>(new Set());
  protected readonly reason = signal('');
  protected readonly wrong = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly hasNews = computed(() =>
    (this.preview()?.answers ?? []).some(({ newer }) => newer),
  );
  protected readonly ready = computed(() => this.chosen().size > 0 && this.reason().trim() !== '');
  protected readonly instant = formatInstant;

  protected async open(files: readonly File[]): Promise<void> {
    const [given] = files;
    if (!given) return;
    this.startOver();
    const parsed = sealedAnswerFile.safeParse(await jsonOf(given));
    this.wrong.set(!parsed.success);
    if (!parsed.success) return;
    this.file.set(parsed.data);
    await this.send(false);
  }

  protected startOver(): void {
    this.file.set(null);
    this.preview.set(null);
    this.failure.set(null);
    this.wrong.set(false);
  }

  protected toggle(slot: number): void {
    const chosen = new Set(this.chosen());
    if (!chosen.delete(slot)) chosen.add(slot);
    this.chosen.set(chosen);
  }

  protected words({ typedAt, inTime, newer }: AnswerFilePreview['answers'][number]): string {
    return [
      ...(typedAt ? [this.t('file.typed', { at: formatTime(typedAt) })] : []),
      this.t(inTime ? 'file.inTime' : 'file.late'),
      this.t(newer ? 'file.newer' : 'file.older'),
    ].join(' · ');
  }

  protected async send(apply: boolean): Promise<void> {
    const file = this.file();
    if (!file || this.busy() || (apply && !this.ready())) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { applied, ...preview } = await this.api.call(endpoints.readAnswerFile, {
        params: { quizId: this.data.quizId },
        body: { file, apply, slots: apply ? [...this.chosen()] : null, reason: this.reason() },
      });
      if (apply) {
        this.toasts.tell(this.t('file.done', { n: applied }));
        this.ref.close(true);
        return;
      }
      this.preview.set(preview);
      const usual = preview.answers.filter(({ inTime, newer }) => inTime && newer);
      this.chosen.set(new Set(usual.map(({ slot }) => slot)));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}

async function jsonOf(file: File): Promise<unknown> {
  try {
    return JSON.parse(await file.text());
  } catch {
    return null;
  }
}
