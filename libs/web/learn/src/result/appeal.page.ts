/** The room where an officer asks for a result to be looked at again (phúc khảo), and reads what was answered. */
import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { type Appeal, type AttemptResult, routes } from '@tap-huan/contract';
import { Api, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CalloutComponent,
  ErrorStateComponent,
  FieldComponent,
  formatInstant,
  formatMarks,
  IconComponent,
  injectLanguage,
  InputDirective,
  InstantPipe,
  SelectComponent,
  StatusChipComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectQuizText } from '../i18n/quiz.text';
import { appealChoices } from './appeal-questions';
import { forgetAppeal, keepAppeal, keptAppeal } from './appeal-words';

/** What the choice of the whole paper is called inside a list of questions. */
const WHOLE = 0;

/**
 * Shows nothing where there is neither a window nor an appeal.
 * `<th-appeal #appeal [attemptId]="…" [until]="result.appealUntil" [slots]="result.slots" />`, then `appeal.ask(3)`.
 */
@Component({
  selector: 'th-appeal',
  imports: [
    CalloutComponent,
    ErrorStateComponent,
    FieldComponent,
    IconComponent,
    InputDirective,
    InstantPipe,
    SelectComponent,
    StatusChipComponent,
  ],
  templateUrl: './appeal.page.html',
  styleUrl: './appeal.page.scss',
})
export class AppealPage {
  readonly attemptId = input.required<string>();
  readonly until = input.required<string | null>();
  readonly slots = input.required<AttemptResult['slots']>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = injectLanguage();
  private readonly account = inject(SessionStore).session()?.accountId ?? '';
  protected readonly problems = inject(Problems);
  protected readonly t = injectQuizText();
  private readonly wordsField = viewChild<ElementRef<HTMLTextAreaElement>>('words');
  protected readonly resource = read(routes.listOwnAppeals, () => ({
    params: { attemptId: this.attemptId() },
  }));
  private readonly own = kept(this.resource);
  protected readonly appeals = computed(() => this.own()?.items ?? []);
  /** The list is read anew more often than the result. */
  protected readonly window = computed(() => {
    const own = this.own();
    return own ? own.until : this.until();
  });
  private readonly before = computed(() => keptAppeal(this.account, this.attemptId()));
  protected readonly opened = linkedSignal(() => this.before() !== null);
  protected readonly slot = linkedSignal<number | null>(() => this.before()?.slot ?? WHOLE);
  protected readonly text = linkedSignal(() => this.before()?.text ?? '');
  protected readonly choices = computed(() =>
    appealChoices(this.slots(), this.appeals()).map(({ slot, words, waits }) => {
      const name =
        slot === null
          ? this.t('result.appeals.whole')
          : this.t('result.appeals.question', { slot, words });
      return {
        value: slot ?? WHOLE,
        label: waits ? this.t('result.appeals.waits', { name }) : name,
        disabled: waits,
      };
    }),
  );
  protected readonly strict = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly problem = computed(() =>
    this.strict() && this.text().trim() === '' ? this.t('result.appeals.missing') : null,
  );
  protected readonly taken = computed(
    () => this.choices().find(({ value }) => value === this.slot())?.disabled ?? false,
  );

  /** Whether a question may be asked about now. */
  mayAsk(slot: number): boolean {
    return (
      this.window() !== null && !this.choices().some((one) => one.value === slot && one.disabled)
    );
  }

  /** Opens the form for a question; null is the whole paper. */
  ask(slot: number | null): void {
    this.opened.set(true);
    this.slot.set(slot ?? WHOLE);
    this.keep();
    setTimeout(() => {
      const area = this.wordsField()?.nativeElement;
      area?.focus();
      area?.scrollIntoView({ block: 'center' });
    });
  }

  protected type(text: string): void {
    this.text.set(text);
    this.keep();
  }

  protected choose(slot: number | null): void {
    this.slot.set(slot);
    this.keep();
  }

  protected close(): void {
    this.opened.set(false);
    this.failure.set(null);
    this.strict.set(false);
  }

  protected async send(): Promise<void> {
    this.strict.set(true);
    if (this.busy() || this.taken()) return;
    if (this.text().trim() === '') return this.wordsField()?.nativeElement.focus();
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.api.call(routes.makeAppeal, {
        params: { attemptId: this.attemptId() },
        body: { slot: this.slot() || null, text: this.text() },
      });
      forgetAppeal(this.account, this.attemptId());
      this.text.set('');
      this.slot.set(WHOLE);
      this.close();
      this.toasts.tell(this.t('result.appeals.sent'));
      this.resource.reload();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** What an appeal is about, in words. */
  protected about({ slot }: Appeal): string {
    if (slot === null) return this.t('result.appeals.whole');
    const one = this.choices().find(({ value }) => value === slot);
    return one && !one.disabled ? one.label : this.t('result.appeals.plain', { slot });
  }

  /** What became of the marks. */
  protected outcome({ awardedFrom, awardedTo }: Appeal): string {
    if (awardedTo === null || awardedFrom === awardedTo) return this.t('result.appeals.same');
    const marks = (value: number | null) => formatMarks(value, this.language());
    return this.t('result.appeals.changed', { from: marks(awardedFrom), to: marks(awardedTo) });
  }

  protected answeredAt({ answeredAt }: Appeal): string {
    return this.t('result.appeals.answeredAt', { time: formatInstant(answeredAt) });
  }

  private keep(): void {
    keepAppeal(this.account, this.attemptId(), { slot: this.slot() ?? WHOLE, text: this.text() });
  }
}
