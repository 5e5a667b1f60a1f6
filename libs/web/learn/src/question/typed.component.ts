/** The room of answers that are typed: a number with its unit, or a few words. */
import { Component, computed, input, output } from '@angular/core';
import type { PaperOf, ResponseOf } from '@tap-huan/contract';
import { readNumber } from '@tap-huan/rules';
import { injectText } from '../i18n/text';

/** What the contract takes. */
const LENGTH = { numeric: 60, short_answer: 500 } as const;
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
      @if (unit(); as unit) {
        <span class="unit" aria-hidden="true">{{ unit }}</span>
      }
    </div>
    <p class="remark" [class.bad]="unreadable()" [id]="labelledBy() + '-remark'">{{ remark() }}</p>
  `,
  styles: `
    .line {
      display: flex;
      align-items: center;
      gap: var(--th-12);
    }
    .number {
      width: 12rem;
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
  readonly question = input.required<PaperOf<'numeric'> | PaperOf<'short_answer'>>();
  readonly response = input.required<ResponseOf<'numeric'> | ResponseOf<'short_answer'> | null>();
  readonly labelledBy = input.required<string>();
  readonly readonly = input(false);
  readonly changed = output<ResponseOf<'numeric'> | ResponseOf<'short_answer'>>();
  protected readonly t = injectText();

  protected readonly number = computed(() => this.question().kind === 'numeric');
  protected readonly text = computed(() => this.response()?.text ?? '');
  protected readonly most = computed(() => LENGTH[this.question().kind]);
  protected readonly unit = computed(() => {
    const question = this.question();
    return question.kind === 'numeric' ? question.unit : '';
  });
  protected readonly label = computed(() => {
    if (!this.number()) return this.t('answer.shortLabel');
    return this.unit()
      ? this.t('answer.numberLabelUnit', { unit: this.unit() })
      : this.t('answer.numberLabel');
  });
  /** A hint, not a lock: what was typed is saved as it stands. */
  protected readonly unreadable = computed(
    () =>
      this.number() &&
      this.text().trim() !== '' &&
      readNumber(this.text(), this.unit()).length === 0,
  );
  protected readonly remark = computed(() => {
    if (this.unreadable()) return this.t('answer.unreadable');
    const left = this.most() - this.text().length;
    return left <= NEARLY_FULL && !this.number() ? this.t('answer.left', { count: left }) : '';
  });

  protected type(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.changed.emit({ kind: this.question().kind, text });
  }
}
