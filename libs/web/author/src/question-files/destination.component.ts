/** The room where it is said into which category questions come, and whether quizzes may use them at once. */
import { Component, computed, input, model, output } from '@angular/core';
import type { CategoryRow } from '@tap-huan/contract';
import { FieldComponent, IconComponent, SelectComponent } from '@tap-huan/web/ui';
import { categoryOptions } from '../bank/category-tree';
import { injectFileText } from './i18n/text';

const STATUSES = ['draft', 'ready'] as const;

@Component({
  selector: 'th-destination',
  imports: [FieldComponent, IconComponent, SelectComponent],
  template: `
    <form novalidate (submit)="$event.preventDefault(); import.emit()">
      <h2>{{ t('into.heading') }}</h2>
      <th-field
        [label]="t('into.category')"
        [hint]="t(named() ? 'into.categoryHint' : 'into.noCategoryHint')"
      >
        <th-select [empty]="t('into.top')" [options]="places()" [(value)]="categoryId" />
      </th-field>
      <fieldset>
        <legend>{{ t('into.status') }}</legend>
        @for (one of statuses; track one) {
          <label class="th-check">
            <input
              type="radio"
              name="th-import-status"
              [checked]="status() === one"
              (change)="status.set(one)"
            />
            <span>
              {{ nameOf(one) }}
              <small class="th-muted">{{ hintOf(one) }}</small>
            </span>
          </label>
        }
      </fieldset>
      <div class="go">
        <button
          type="submit"
          class="th-button th-button--primary"
          [disabled]="count() === 0"
          [attr.aria-busy]="busy()"
        >
          <th-icon name="add" />
          {{ busy() ? t('into.importing') : t('into.import', { count: count() }) }}
        </button>
        @if (count() === 0) {
          <p class="th-muted th-small">{{ t('into.nothing') }}</p>
        }
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: var(--th-16);
    }
    h2 {
      margin: 0;
      font-size: var(--th-size-17);
    }
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      margin-bottom: var(--th-4);
      font-weight: 500;
    }
    small {
      display: block;
    }
    .go .th-button {
      width: 100%;
    }
    .go p {
      margin-top: var(--th-8);
    }
  `,
})
export class DestinationComponent {
  readonly categories = input.required<readonly CategoryRow[]>();
  /** Whether the file names categories of its own. */
  readonly named = input.required<boolean>();
  /** Questions that are chosen. */
  readonly count = input.required<number>();
  readonly busy = input(false);
  readonly categoryId = model<string | null>(null);
  readonly status = model<'draft' | 'ready'>('draft');
  readonly import = output();
  protected readonly t = injectFileText();
  protected readonly statuses = STATUSES;
  protected readonly places = computed(() => categoryOptions(this.categories()));

  protected nameOf(status: (typeof STATUSES)[number]): string {
    return this.t(`into.${status}`);
  }

  protected hintOf(status: (typeof STATUSES)[number]): string {
    return this.t(`into.${status}Hint`);
  }
}
