/** The room of the day: typed as dd/MM/yyyy or picked from the device's own calendar. */
import {
  booleanAttribute,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { formatDay, parseDay } from '../format/format';
import { injectUiText } from '../i18n/text';
import { IconComponent } from '../icon/icon.component';
import { FieldComponent } from './field.component';

/**
 * A day; the value is `YYYY-MM-DD` or null. Works with `[(value)]` and with `[formField]`.
 *
 *   <th-date-input [(value)]="dueOn" [from]="today" />
 */
@Component({
  selector: 'th-date-input',
  imports: [IconComponent],
  template: `
    <span class="box">
      <input
        #text
        class="th-input"
        inputmode="numeric"
        autocomplete="off"
        maxlength="10"
        [attr.id]="field?.controlId"
        [attr.aria-label]="field ? null : label()"
        [attr.aria-describedby]="field?.describedBy()"
        [attr.aria-invalid]="wrong() || field?.shownError() ? true : null"
        [placeholder]="t('date.placeholder')"
        [disabled]="disabled()"
        [value]="typed()"
        (input)="typed.set(text.value); wrong.set(false)"
        (change)="read()"
        (blur)="read(); touch.emit()"
      />
      <button type="button" [disabled]="disabled()" (click)="pick()">
        <th-icon name="calendar" />
        <span class="th-hidden">{{ t('date.pick') }}</span>
      </button>
      <input
        #native
        class="native"
        type="date"
        tabindex="-1"
        aria-hidden="true"
        [attr.min]="from()"
        [attr.max]="to()"
        [value]="value() ?? ''"
        (change)="value.set(native.value || null); wrong.set(false)"
      />
    </span>
    @if (wrong()) {
      <span class="wrong" role="alert">{{ t('date.invalid') }}</span>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 14rem;
    }
    .box {
      position: relative;
      display: block;
    }
    .th-input {
      padding-right: 48px;
      font-variant-numeric: tabular-nums;
    }
    button {
      position: absolute;
      inset: 0 0 0 auto;
      display: grid;
      place-items: center;
      width: 44px;
      border: 0;
      border-radius: var(--th-radius);
      background: transparent;
      color: var(--th-ink-2);
      cursor: pointer;
    }
    button:hover {
      color: var(--th-celadon);
    }
    .native {
      position: absolute;
      inset: auto 0 0 auto;
      width: 44px;
      height: 0;
      padding: 0;
      border: 0;
      opacity: 0;
      pointer-events: none;
    }
    .wrong {
      color: var(--th-vermilion);
      font-size: var(--th-size-13);
    }
  `,
})
export class DateInputComponent {
  readonly value = model<string | null>(null);
  readonly label = input<string>();
  /** First and last day that may be picked, `YYYY-MM-DD`. */
  readonly from = input<string | null>(null);
  readonly to = input<string | null>(null);
  readonly disabled = input(false, { transform: booleanAttribute });
  readonly touch = output<void>();
  protected readonly t = injectUiText();
  protected readonly field = inject(FieldComponent, { optional: true });
  protected readonly wrong = signal(false);
  private readonly shown = computed(() => (this.value() ? formatDay(this.value()) : ''));
  protected readonly typed = linkedSignal(() => this.shown());
  private readonly native = viewChild.required<ElementRef<HTMLInputElement>>('native');

  protected read(): void {
    const text = this.typed().trim();
    const day = text === '' ? null : parseDay(text);
    this.wrong.set(text !== '' && day === null);
    if (this.wrong()) return;
    this.value.set(day);
    this.typed.set(this.shown());
  }

  protected pick(): void {
    const input = this.native().nativeElement;
    try {
      input.showPicker();
    } catch {
      input.focus();
    }
  }
}
