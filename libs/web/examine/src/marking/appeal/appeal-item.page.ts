/** The room of one appeal: what is asked, what it is about, and the answer to it. */
import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AppealRow, type AttemptFile, endpoints } from '@tap-huan/contract';
import { Api, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  ErrorStateComponent,
  FieldComponent,
  formatInstant,
  formatMarks,
  IconComponent,
  injectLanguage,
  InputDirective,
  PersonComponent,
  SkeletonComponent,
  StatusChipComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { keptForm } from '../mark/kept-form';
import { marksOf, readMarks } from '../mark/marks-text';
import { AppealedSlotComponent } from './appealed-slot.component';

@Component({
  selector: 'th-appeal-item',
  imports: [
    RouterLink,
    AppealedSlotComponent,
    CalloutComponent,
    ErrorStateComponent,
    FieldComponent,
    IconComponent,
    InputDirective,
    PersonComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './appeal-item.page.html',
  styleUrl: './appeal-item.page.scss',
})
export class AppealItemPage {
  readonly appeal = input.required<AppealRow>();
  readonly answered = output();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = injectLanguage();
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly marksField = viewChild<ElementRef<HTMLInputElement>>('marks');
  private readonly answerField = viewChild<ElementRef<HTMLTextAreaElement>>('answer');
  protected readonly opened = signal(false);
  protected readonly paper = read(endpoints.readAppealed, () =>
    this.opened() ? { params: { appealId: this.appeal().id } } : undefined,
  );
  protected readonly form = keptForm<{ answer: string; change: boolean; awarded: string }>(
    () => `appeal/${this.appeal().id}`,
    () => ({ answer: '', change: false, awarded: '' }),
  );
  protected readonly strict = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly sub = computed(() => {
    const { staffCode, unitName, number } = this.appeal();
    return [staffCode, unitName, this.t('appeal.attempt', { n: number })]
      .filter((part) => part !== '')
      .join(' · ');
  });
  protected readonly about = computed(() => {
    const { slot, questionTitle } = this.appeal();
    return slot === null
      ? this.t('appeal.whole')
      : this.t('appeal.slot', { n: slot, title: questionTitle ?? '' });
  });
  protected readonly most = computed(() => formatMarks(this.appeal().points, this.language()));
  protected readonly marksProblem = computed(() => {
    const { change, awarded } = this.form.fields();
    if (!change) return null;
    const read = readMarks(awarded, this.appeal().points ?? 0);
    if (!('problem' in read) || (!this.strict() && read.problem !== 'tooMuch')) return null;
    return this.t(`mark.problem.${read.problem}`, { points: this.most() });
  });
  protected readonly answerMissing = computed(() => this.form.fields().answer.trim() === '');
  /** What became of the marks. */
  protected readonly outcome = computed(() => {
    const { awardedFrom, awardedTo } = this.appeal();
    const marks = (value: number | null) => formatMarks(value, this.language());
    if (awardedTo === null) return this.t('appeal.marksKept');
    return awardedFrom === awardedTo
      ? this.t('appeal.marksSame', { to: marks(awardedTo) })
      : this.t('appeal.marksFrom', { from: marks(awardedFrom), to: marks(awardedTo) });
  });
  protected readonly instant = formatInstant;
  protected readonly fileUrl = ({ id }: AttemptFile) =>
    this.api.fileUrl(endpoints.downloadAttemptFile, {
      params: { attemptId: this.appeal().attemptId, fileId: id },
    });

  protected byline(): string {
    const { answeredByName, answeredAt } = this.appeal();
    return this.t('appeal.by', { name: answeredByName ?? '', at: formatInstant(answeredAt) });
  }

  protected async send(): Promise<void> {
    this.strict.set(true);
    const { answer: text, change, awarded: typed } = this.form.fields();
    const awarded = change ? marksOf(typed, this.appeal().points ?? 0) : null;
    if (change && awarded === null) return this.marksField()?.nativeElement.focus();
    if (this.answerMissing()) return this.answerField()?.nativeElement.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.api.call(endpoints.answerAppeal, {
        params: { appealId: this.appeal().id },
        body: { answer: text, awarded },
      });
      this.form.sent();
      this.toasts.tell(this.t('appeal.sent'));
      this.answered.emit();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
