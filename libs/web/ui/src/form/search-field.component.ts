/** The room of the search field. */
import { Component, input, linkedSignal, model } from '@angular/core';
import { injectUiText } from '../i18n/text';
import { IconComponent } from '../icon/icon.component';

/**
 * Searches as one types (after a pause of 300 ms, or Enter): `<th-search [(value)]="search" label="Tìm cán bộ" />`.
 */
@Component({
  selector: 'th-search',
  imports: [IconComponent],
  template: `
    <th-icon name="search" [size]="18" />
    <input
      #field
      class="th-input"
      type="search"
      autocomplete="off"
      spellcheck="false"
      [attr.aria-label]="label() || t('search')"
      [placeholder]="placeholder() || label() || t('search')"
      [value]="typed()"
      (input)="type(field.value)"
      (keydown.enter)="now()"
      (keydown.escape)="clear()"
    />
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      flex: 1 1 16rem;
      max-width: 28rem;
    }
    th-icon {
      position: absolute;
      inset: 0 auto 0 12px;
      align-items: center;
      color: var(--th-ink-3);
      pointer-events: none;
    }
    input {
      padding-left: 40px;
    }
  `,
})
export class SearchFieldComponent {
  readonly value = model('');
  readonly label = input('');
  readonly placeholder = input('');
  /** Milliseconds of quiet before the value is told. */
  readonly pause = input(300);
  protected readonly t = injectUiText();
  protected readonly typed = linkedSignal(() => this.value());
  private timer?: ReturnType<typeof setTimeout>;

  protected type(text: string): void {
    this.typed.set(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), this.pause());
  }

  protected now(): void {
    clearTimeout(this.timer);
    this.value.set(this.typed().normalize('NFC').trim());
  }

  protected clear(): void {
    this.typed.set('');
    this.now();
  }
}
