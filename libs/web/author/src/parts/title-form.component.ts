/** The room of a title typed in place: a new lesson, another name. */
import {
  afterNextRender,
  Component,
  type ElementRef,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { injectText } from '../i18n/text';

/** One line with a button; Enter saves, Escape gives up. */
@Component({
  selector: 'th-title-form',
  template: `
    <form novalidate (submit)="$event.preventDefault(); save()" (keydown.escape)="leave.emit()">
      <input
        #field
        class="th-input"
        autocomplete="off"
        maxlength="300"
        [attr.aria-label]="label()"
        [placeholder]="label()"
        [value]="typed()"
        (input)="typed.set(field.value)"
      />
      <button type="submit" class="th-button th-button--primary" [attr.aria-busy]="busy()">
        {{ verb() }}
      </button>
      <button type="button" class="th-button" (click)="leave.emit()">{{ t('cancel') }}</button>
    </form>
  `,
  styles: `
    :host {
      display: block;
      width: 100%;
    }
    form {
      display: flex;
      flex-wrap: wrap;
      gap: var(--th-8);
    }
    input {
      flex: 1 1 16rem;
      width: auto;
      min-width: 0;
    }
  `,
})
export class TitleFormComponent {
  readonly label = input.required<string>();
  readonly verb = input.required<string>();
  readonly start = input('');
  readonly busy = input(false);
  readonly title = output<string>();
  readonly leave = output<void>();
  protected readonly t = injectText();
  protected readonly typed = linkedSignal(() => this.start());
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  constructor() {
    afterNextRender(() => {
      this.field().nativeElement.focus();
      this.field().nativeElement.select();
    });
  }

  protected save(): void {
    const title = this.typed().normalize('NFC').trim();
    if (title && !this.busy()) this.title.emit(title);
  }
}
