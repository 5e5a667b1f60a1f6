/** The room of answers that are typed: a number with its unit, or a few words. */
import { Component, computed, input, output } from '@angular/core';
import type { PaperOf, ResponseOf } from '@tap-huan/contract';
import { readNumber } from '@tap-huan/rules';
import { injectQuestionText } from '../i18n/question.text';

/** What the contract takes. */
const LENGTH = { numeric: 60, calculated: 60, short_answer: 500 } as const;
type TypedKind = keyof typeof LENGTH;
/** From so many characters before the end on, the person is told how many are left. */
const NEARLY_FULL = 60;

@Component({
  selector: 'th-typed',
  template: `
    <div class="line">
      <input
        class="th-input"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        [class.number]="number()"
        [attr.inputmode]="number() ? 'decimal' : null"
        [attr.maxlength]="most()"
        [attr.aria-label]="label()"
        [attr.aria-describedby]="remark() ? labelledBy() + '-remark' : null"
        [attr.aria-invalid]="unreadable() ? true : null"
        [spellcheck]="false"
        [value]="text()"
        [readOnly]="readonly()"
        (input)="type($event)"
      />
      @if (unitShown()) {
        <span class="unit" aria-hidden="true">{{ unit() }}</span>
      }
    </div>
    <p class="remark" [class.bad]="unreadable()" [id]="labelledBy() + '-remark'">{{ remark() }}</p>
  `,
  styles: `
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-4) var(--th-12);
    }
    .number {
      width: 12rem;
      max-width: 100%;
      flex: 0 1 auto;
      font-variant-numeric: tabular-nums;
    }
    .unit {
      color: var(--th-ink-2);
    }
    .remark {
      min-height: 1.6em;
      margin-top: var(--th-4);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .bad {
      color: var(--th-amber);
    }
  `,
})
export class TypedComponent {
  readonly question = input.required<PaperOf<TypedKind>>();
  readonly response = input.required<ResponseOf<TypedKind> | null>();
  readonly labelledBy = input.required<string>();
  readonly readonly = input(false);
  readonly changed = output<ResponseOf<TypedKind>>();
  protected readonly t = injectQuestionText();

  protected readonly number = computed(() => this.question().kind !== 'short_answer');
  protected readonly text = computed(() => this.response()?.text ?? '');
  protected readonly most = computed(() => LENGTH[this.question().kind]);
  private readonly units = computed(() => {
    const question = this.question();
    return question.kind === 'short_answer'
      ? { unit: '', otherUnits: [] }
      : { unit: question.unit, otherUnits: question.otherUnits };
  });
  protected readonly unit = computed(() => this.units().unit);
  /** Not beside a unit that was typed. */
  protected readonly unitShown = computed(() => this.unit() && !/\p{L}|%/u.test(this.text()));
  protected readonly label = computed(() => {
    if (!this.number()) return this.t('answer.shortLabel');
    return this.unit()
      ? this.t('answer.numberLabelUnit', { unit: this.unit() })
      : this.t('answer.numberLabel');
  });
  /** A hint, not a lock: what was typed is saved as it stands. */
  protected readonly unreadable = computed(() => {
    if (!this.number() || this.text().trim() === '') return false;
    const { unit, otherUnits } = this.units();
    // Which unit stands for how much is not told on a paper; that it is one, is.
    const others = otherUnits.map((name) => ({ name, factor: 1 }));
    return readNumber(this.text(), unit, others).length === 0;
  });
  protected readonly remark = computed(() => {
    const { unit, otherUnits } = this.units();
    if (this.unreadable()) {
      return unit ? this.t('answer.unreadableUnit', { unit }) : this.t('answer.unreadable');
    }
    if (otherUnits.length) return this.t('answer.otherUnits', { list: otherUnits.join(', ') });
    const left = this.most() - this.text().length;
    return left <= NEARLY_FULL && !this.number() ? this.t('answer.left', { count: left }) : '';
  });

  protected type(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.changed.emit({ kind: this.question().kind, text });
  }
}
