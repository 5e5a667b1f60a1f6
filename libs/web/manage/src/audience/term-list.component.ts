/** The room of a list of words in a rule: chosen from what officers hold, or typed, and taken out again. */
import { Component, computed, input, output, signal } from '@angular/core';
import { fold, IconComponent } from '@tap-huan/web/ui';
import { injectAudienceText } from './i18n/text';

/** A word that officers hold, and how many of them. */
export interface TermChoice {
  value: string;
  officers: number;
}

let serial = 0;

@Component({
  selector: 'th-term-list',
  imports: [IconComponent],
  template: `
    <label class="label" [attr.for]="id">{{ label() }}</label>
    @if (values().length) {
      <ul class="chips">
        @for (value of values(); track value) {
          <li>
            {{ value }}
            <button
              type="button"
              [attr.aria-label]="t('field.removeTerm', { name: value })"
              (click)="remove(value)"
            >
              <th-icon name="close" [size]="14" />
            </button>
          </li>
        }
      </ul>
    }
    <div class="add">
      <input
        #text
        class="th-input"
        autocomplete="off"
        maxlength="200"
        [id]="id"
        [attr.list]="id + '-list'"
        [placeholder]="t('field.typeTerm')"
        [value]="typed()"
        (input)="typed.set(text.value)"
        (keydown.enter)="$event.preventDefault(); add()"
      />
      <button
        type="button"
        class="th-button"
        [disabled]="!typed().trim()"
        [attr.aria-label]="t('field.addTerm') + ': ' + label()"
        (click)="add()"
      >
        {{ t('field.addTerm') }}
      </button>
    </div>
    <datalist [id]="id + '-list'">
      @for (choice of left(); track choice.value) {
        <option [value]="choice.value">{{ choice.officers }}</option>
      }
    </datalist>
  `,
  styleUrl: './chips.scss',
})
export class TermListComponent {
  readonly label = input.required<string>();
  readonly values = input.required<readonly string[]>();
  readonly choices = input<readonly TermChoice[]>([]);
  readonly valuesChange = output<string[]>();
  protected readonly t = injectAudienceText();
  protected readonly id = `th-terms-${(serial += 1)}`;
  protected readonly typed = signal('');
  protected readonly left = computed(() => {
    const chosen = new Set(this.values().map(fold));
    return this.choices().filter(({ value }) => !chosen.has(fold(value)));
  });

  protected add(): void {
    const value = this.typed().trim().normalize('NFC');
    if (!value) return;
    this.typed.set('');
    const same = (one: string) => one.toLocaleLowerCase('vi') === value.toLocaleLowerCase('vi');
    if (!this.values().some(same)) this.valuesChange.emit([...this.values(), value]);
  }

  protected remove(value: string): void {
    this.valuesChange.emit(this.values().filter((one) => one !== value));
  }
}
