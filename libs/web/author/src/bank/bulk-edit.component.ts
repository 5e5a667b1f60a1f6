/** The room where many questions are changed at once: a dialog. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import {
  type CategoryRow,
  DIFFICULTIES,
  ERAS,
  QUESTION_STATUSES,
  type QuestionRow,
} from '@tap-huan/contract';
import {
  DateInputComponent,
  DialogFrameComponent,
  FieldComponent,
  SelectComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { TagsInputComponent } from '../parts/tags-input.component';
import { type BulkChange, changesNothing } from './bulk-edit';
import { categoryOptions } from './category-tree';

export interface BulkData {
  categories: readonly CategoryRow[];
  tags: readonly string[];
  rows: readonly QuestionRow[];
}

const TOP = 'top';

/** Closes with what is to be changed, or undefined. */
@Component({
  selector: 'th-bulk-edit',
  imports: [
    DateInputComponent,
    DialogFrameComponent,
    FieldComponent,
    SelectComponent,
    TagsInputComponent,
  ],
  template: `
    <form novalidate (submit)="$event.preventDefault(); done()">
      <th-dialog [heading]="t('bulk.title', { count: data.rows.length })">
        <p class="th-muted">{{ t('bulk.hint') }}</p>
        <div class="fields">
          <th-field [label]="t('about.category')">
            <th-select [empty]="t('bulk.keep')" [options]="places()" [(value)]="categoryId" />
          </th-field>
          <th-field [label]="t('about.status')">
            <th-select [empty]="t('bulk.keep')" [options]="statuses()" [(value)]="status" />
          </th-field>
          <th-field [label]="t('bank.difficulty')">
            <th-select [empty]="t('bulk.keep')" [options]="difficulties()" [(value)]="difficulty" />
          </th-field>
          <th-field [label]="t('about.era')">
            <th-select [empty]="t('bulk.keep')" [options]="eras()" [(value)]="era" />
          </th-field>
        </div>
        <th-field [label]="t('bulk.addTags')" [hint]="t('about.tagsHint')">
          <th-tags-input [known]="data.tags" [(value)]="addTags" />
        </th-field>
        @if (present().length > 0) {
          <th-field [label]="t('bulk.removeTags')">
            <th-tags-input
              [placeholder]="t('bulk.chooseTag')"
              [known]="present()"
              [(value)]="removeTags"
            />
          </th-field>
        }
        <div class="fields">
          <th-field [label]="t('about.reviewOn')">
            <th-select [empty]="t('bulk.keep')" [options]="reviews()" [(value)]="review" />
          </th-field>
          @if (review() === 'set') {
            <th-field [label]="t('bulk.reviewDay')">
              <th-date-input [(value)]="reviewOn" />
            </th-field>
          }
        </div>
        @if (status() === 'retired') {
          <p class="th-muted">{{ t('bulk.retireHint') }}</p>
        }
        <button thActions type="button" class="th-button" (click)="ref.close()">
          {{ t('cancel') }}
        </button>
        <button thActions type="submit" class="th-button th-button--primary" [disabled]="nothing()">
          {{ t('bulk.save', { count: data.rows.length }) }}
        </button>
      </th-dialog>
    </form>
  `,
  styles: `
    .fields {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
      gap: var(--th-12) var(--th-16);
      margin: var(--th-12) 0;
    }
    th-field + th-field {
      margin-top: var(--th-12);
    }
    .fields th-field + th-field {
      margin-top: 0;
    }
  `,
})
export class BulkEditComponent {
  protected readonly data = inject<BulkData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<BulkChange>>(DialogRef);
  protected readonly t = injectText();
  protected readonly categoryId = signal<string | null>(null);
  protected readonly status = signal<QuestionRow['status'] | null>(null);
  protected readonly difficulty = signal<QuestionRow['difficulty'] | null>(null);
  protected readonly era = signal<QuestionRow['era'] | null>(null);
  protected readonly addTags = signal<readonly string[]>([]);
  protected readonly removeTags = signal<readonly string[]>([]);
  protected readonly review = signal<'set' | 'none' | null>(null);
  protected readonly reviewOn = signal<string | null>(null);
  /** Tags that any of the questions has. */
  protected readonly present = computed(() => [
    ...new Set(this.data.rows.flatMap(({ tags }) => tags)),
  ]);
  protected readonly places = computed(() => [
    { value: TOP, label: this.t('about.noCategory') },
    ...categoryOptions(this.data.categories),
  ]);
  protected readonly statuses = computed(() =>
    QUESTION_STATUSES.map((value) => ({ value, label: this.t(`statuses.${value}`) })),
  );
  protected readonly difficulties = computed(() =>
    DIFFICULTIES.map((value) => ({ value, label: this.t(`difficulty.${value}`) })),
  );
  protected readonly eras = computed(() =>
    ERAS.map((value) => ({ value, label: this.t(`eras.${value}`) })),
  );
  protected readonly reviews = computed(() =>
    (['set', 'none'] as const).map((value) => ({ value, label: this.t(`bulk.review.${value}`) })),
  );
  private readonly change = computed<BulkChange>(() => {
    const categoryId = this.categoryId();
    return {
      categoryId: categoryId === null ? undefined : categoryId === TOP ? null : categoryId,
      status: this.status() ?? undefined,
      difficulty: this.difficulty() ?? undefined,
      era: this.era() ?? undefined,
      addTags: this.addTags().length > 0 ? [...this.addTags()] : undefined,
      removeTags: this.removeTags().length > 0 ? [...this.removeTags()] : undefined,
      reviewOn: this.reviewChange(),
    };
  });
  protected readonly nothing = computed(() => changesNothing(this.change()));

  protected done(): void {
    if (!this.nothing()) this.ref.close(this.change());
  }

  private reviewChange(): string | null | undefined {
    const review = this.review();
    if (review === 'none') return null;
    return review === 'set' ? (this.reviewOn() ?? undefined) : undefined;
  }
}
