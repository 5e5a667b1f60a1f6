/** The room where a mark is agreed on, or one that was given is changed; always with a reason. */
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { endpoints, type MarkingTask } from '@tap-huan/contract';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  FieldComponent,
  formatMarks,
  injectLanguage,
  InputDirective,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { keptForm } from './kept-form';
import { marksOf, readMarks, writeMarks } from './marks-text';

@Component({
  selector: 'th-decide',
  imports: [CalloutComponent, FieldComponent, InputDirective],
  templateUrl: './decide.page.html',
  styles: `
    h2 {
      font-size: var(--th-size-17);
    }
    .points {
      max-width: 9rem;
      font-size: var(--th-size-21);
    }
    textarea {
      min-height: 4em;
    }
  `,
})
export class DecidePage {
  readonly task = input.required<MarkingTask>();
  /** agree: two marks differ; change: a mark stands. */
  readonly kind = input.required<'agree' | 'change'>();
  readonly done = output();
  readonly cancelled = output();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = injectLanguage();
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly marksField = viewChild.required<ElementRef<HTMLInputElement>>('marks');
  private readonly reasonField = viewChild.required<ElementRef<HTMLTextAreaElement>>('reason');
  protected readonly form = keptForm(
    () => `${this.kind()}/${this.task().id}`,
    () => ({
      awarded: '',
      comment: this.kind() === 'change' ? (this.task().marks.at(-1)?.comment ?? '') : '',
      reason: '',
    }),
  );
  protected readonly strict = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly most = computed(() => formatMarks(this.task().points, this.language()));
  protected readonly marksProblem = computed(() => {
    const read = readMarks(this.form.fields().awarded, this.task().points);
    if (!('problem' in read) || (!this.strict() && read.problem !== 'tooMuch')) return null;
    return this.t(`mark.problem.${read.problem}`, { points: this.most() });
  });
  protected readonly reasonMissing = computed(() => this.form.fields().reason.trim() === '');
  /** Marks that are worth a click: those of the two, and what lies between them. */
  protected readonly offers = computed(() => {
    if (this.kind() !== 'agree') return [];
    const given = this.task().marks.flatMap(({ awarded }) => (awarded === null ? [] : awarded));
    const [first = 0, second = first] = given;
    const mean = Math.floor((first + second + 1) / 2);
    return [...new Set(given).values()]
      .map((marks) => ({ marks, words: this.t('decide.take', { marks: this.words(marks) }) }))
      .concat({ marks: mean, words: this.t('decide.takeMean', { marks: this.words(mean) }) });
  });

  constructor() {
    // Opened on purpose; what is to be agreed stands there by itself.
    afterNextRender(() => this.kind() === 'change' && this.marksField().nativeElement.focus());
  }

  protected take(marks: number): void {
    this.form.set({ awarded: writeMarks(marks, this.language()) });
  }

  protected async save(): Promise<void> {
    this.strict.set(true);
    const { awarded: typed, comment, reason } = this.form.fields();
    const awarded = marksOf(typed, this.task().points);
    if (awarded === null) return this.marksField().nativeElement.focus();
    if (this.reasonMissing()) return this.reasonField().nativeElement.focus();
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    const request = { params: { taskId: this.task().id }, body: { awarded, comment, reason } };
    const agree = this.kind() === 'agree';
    try {
      if (agree) await this.api.call(endpoints.agreeMark, request);
      else await this.api.call(endpoints.changeMark, request);
      this.form.sent();
      this.strict.set(false);
      this.toasts.tell(this.t(agree ? 'decide.agreed' : 'decide.changed'));
      this.done.emit();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  private words(marks: number): string {
    return formatMarks(marks, this.language());
  }
}
