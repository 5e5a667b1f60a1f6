/** The room of tags: words that are added one by one, with those of the bank at hand. */
import {
  booleanAttribute,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import { FieldComponent, fold, IconComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

let count = 0;

/** `[(value)]` is the list of tags. A tag that the bank spells differently takes the bank's spelling. */
@Component({
  selector: 'th-tags-input',
  imports: [IconComponent],
  template: `
    <div class="box">
      @for (tag of value(); track tag) {
        <span class="tag">
          {{ tag }}
          <button
            type="button"
            [disabled]="disabled()"
            [attr.aria-label]="t('tags.remove', { tag })"
            [title]="t('tags.remove', { tag })"
            (click)="remove(tag)"
          >
            <th-icon name="close" [size]="14" />
          </button>
        </span>
      }
      @if (value().length < 12) {
        <input
          #field
          maxlength="60"
          autocomplete="off"
          [attr.id]="around?.controlId"
          [attr.aria-label]="around ? null : label()"
          [attr.aria-describedby]="around?.describedBy()"
          [attr.list]="listId"
          [disabled]="disabled()"
          [placeholder]="placeholder() || t('tags.add')"
          [value]="typed()"
          (input)="type(field.value)"
          (keydown)="key($event)"
          (change)="add(field.value)"
          (blur)="add(field.value)"
        />
        <datalist [id]="listId">
          @for (tag of left(); track tag) {
            <option [value]="tag"></option>
          }
        </datalist>
      }
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .box {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-4);
      min-height: var(--th-target);
      padding: var(--th-4) var(--th-8);
      border: 1px solid var(--th-line-strong);
      border-radius: var(--th-radius);
      background: var(--th-paper);
    }
    .box:has(input:focus-visible) {
      border-color: var(--th-celadon);
      outline: 2px solid var(--th-celadon);
    }
    .tag {
      display: inline-flex;
      align-items: center;
      padding-left: var(--th-8);
      border-radius: 999px;
      background: var(--th-celadon-tint);
      font-size: var(--th-size-15);
    }
    button {
      display: grid;
      place-items: center;
      width: 32px;
      height: 32px;
      border: 0;
      border-radius: 50%;
      background: transparent;
      color: var(--th-ink-2);
      cursor: pointer;
    }
    button:hover {
      color: var(--th-vermilion);
    }
    input {
      flex: 1 1 8rem;
      min-width: 6rem;
      min-height: 36px;
      padding: 0 var(--th-4);
      border: 0;
      outline: 0;
      background: transparent;
      font-size: max(16px, var(--th-size-15));
    }
    @media (pointer: coarse), (max-width: 719px) {
      button {
        width: var(--th-target);
        height: 40px;
      }
    }
  `,
})
export class TagsInputComponent {
  readonly value = model<readonly string[]>([]);
  /** Tags that the bank knows. */
  readonly known = input<readonly string[]>([]);
  readonly label = input<string>();
  readonly placeholder = input('');
  readonly disabled = input(false, { transform: booleanAttribute });
  protected readonly t = injectText();
  protected readonly around = inject(FieldComponent, { optional: true });
  protected readonly listId = `th-tags-${++count}`;
  protected readonly typed = signal('');
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  protected readonly left = computed(() =>
    this.known().filter((tag) => !this.value().includes(tag)),
  );

  /** A tag chosen from the list is complete at once. */
  protected type(text: string): void {
    this.typed.set(text);
    if (text.includes(',')) this.add(text.replaceAll(',', ' '));
  }

  protected key(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      this.add(this.typed());
    } else if (event.key === 'Backspace' && this.typed() === '') {
      this.value.set(this.value().slice(0, -1));
    }
  }

  protected add(text: string): void {
    const words = text.normalize('NFC').trim();
    this.typed.set('');
    // What was typed and added within one frame was never drawn: the binding would not clear it.
    const field = this.field()?.nativeElement;
    if (field) field.value = '';
    if (words === '') return;
    const tag = this.known().find((one) => fold(one) === fold(words)) ?? words;
    if (!this.value().some((one) => fold(one) === fold(tag)))
      this.value.set([...this.value(), tag]);
  }

  protected remove(tag: string): void {
    this.value.set(this.value().filter((one) => one !== tag));
    this.field()?.nativeElement.focus();
  }
}
