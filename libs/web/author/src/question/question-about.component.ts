/** The room of what is known about a question besides its text: where it is kept, what it stands on, when to look again. */
import { Component, computed, input, output } from '@angular/core';
import { type CategoryRow, DIFFICULTIES, ERAS, type StimulusRow } from '@tap-huan/contract';
import {
  DateInputComponent,
  FieldComponent,
  IconComponent,
  SelectComponent,
} from '@tap-huan/web/ui';
import { categoryOptions } from '../bank/category-tree';
import { injectText } from '../i18n/text';
import { LinesComponent } from '../parts/lines.component';
import { RowDirective, RowsComponent } from '../parts/rows.component';
import { TagsInputComponent } from '../parts/tags-input.component';
import { newItem } from './forms/order-form';
import type { FormFrame, QuestionForm } from './question-form';

const STATUSES = ['draft', 'ready'] as const;

@Component({
  selector: 'th-question-about',
  imports: [
    DateInputComponent,
    FieldComponent,
    IconComponent,
    LinesComponent,
    RowDirective,
    RowsComponent,
    SelectComponent,
    TagsInputComponent,
  ],
  template: `
    @let now = form();
    <div class="pair">
      <th-field [label]="t('about.status')" [hint]="t(statusHint())">
        <th-select
          [options]="statuses()"
          [value]="now.status"
          (valueChange)="$event && changed.emit({ status: $event })"
        />
      </th-field>
      <th-field [label]="t('about.category')" [hint]="t('about.categoryHint')">
        <th-select
          [empty]="t('about.noCategory')"
          [options]="places()"
          [value]="now.categoryId"
          (valueChange)="changed.emit({ categoryId: $event })"
        />
      </th-field>
      <th-field [label]="t('bank.difficulty')">
        <th-select
          [options]="difficulties()"
          [value]="now.difficulty"
          (valueChange)="$event && changed.emit({ difficulty: $event })"
        />
      </th-field>
      <th-field [label]="t('about.era')">
        <th-select
          [options]="eras()"
          [value]="now.era"
          (valueChange)="$event && changed.emit({ era: $event })"
        />
      </th-field>
    </div>
    <th-field [label]="t('about.tags')" [hint]="t('about.tagsHint')">
      <th-tags-input
        [known]="tags()"
        [value]="now.tags"
        (valueChange)="changed.emit({ tags: $event })"
      />
    </th-field>
    <div>
      <th-field [label]="t('about.stimulus')" [hint]="t('about.stimulusHint')">
        <th-select
          [empty]="t('about.noStimulus')"
          [options]="cases()"
          [value]="now.stimulusId"
          (valueChange)="changed.emit({ stimulusId: $event })"
        />
      </th-field>
      <button
        type="button"
        class="th-button th-button--quiet th-button--small"
        (click)="newStimulus.emit()"
      >
        <th-icon name="add" [size]="18" /> {{ t('about.newStimulus') }}
      </button>
    </div>
    <div class="pair">
      <th-field [label]="t('meta.asOf')" [hint]="t('about.asOfHint')">
        <th-date-input [value]="now.asOf" (valueChange)="changed.emit({ asOf: $event })" />
      </th-field>
      <th-field [label]="t('about.reviewOn')" [hint]="t('about.reviewOnHint')">
        <th-date-input [value]="now.reviewOn" (valueChange)="changed.emit({ reviewOn: $event })" />
      </th-field>
    </div>
    <th-field [label]="t('meta.basis')" [hint]="t('meta.basisHint')">
      <th-lines
        [rows]="2"
        [value]="now.legalBasis"
        (valueChange)="changed.emit({ legalBasis: $event })"
      />
    </th-field>
    <th-rows
      sortable
      numbered
      [rows]="now.hints"
      [make]="newItem"
      [name]="hintName"
      [legend]="t('about.hints')"
      [hint]="t('about.hintsHint')"
      [add]="t('about.addHint')"
      [most]="5"
      (changed)="changed.emit({ hints: $event })"
    >
      <ng-template thRow [thRowOf]="now.hints" let-row let-at="at" let-set="set">
        <textarea
          #hint
          class="th-input low"
          rows="1"
          maxlength="1000"
          [attr.aria-label]="t('about.hintOf', { number: at + 1 })"
          [placeholder]="t('about.hintOf', { number: at + 1 })"
          [value]="row.text"
          (input)="set({ text: hint.value })"
        ></textarea>
      </ng-template>
    </th-rows>
  `,
  styleUrl: './editors/editor.scss',
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
      gap: var(--th-16);
      align-items: end;
    }
  `,
})
export class QuestionAboutComponent {
  readonly form = input.required<QuestionForm>();
  readonly categories = input<readonly CategoryRow[]>([]);
  /** Tags that the bank knows. */
  readonly tags = input<readonly string[]>([]);
  readonly stimuli = input<readonly StimulusRow[]>([]);
  readonly changed = output<Partial<FormFrame>>();
  readonly newStimulus = output<void>();
  protected readonly t = injectText();
  protected readonly newItem = newItem;
  protected readonly hintName = (at: number) => this.t('rows.hint', { number: at + 1 });
  protected readonly statusHint = computed(
    () => `about.statusHints.${this.form().status}` as const,
  );
  protected readonly statuses = computed(() =>
    STATUSES.map((value) => ({ value, label: this.t(`statuses.${value}`) })),
  );
  protected readonly places = computed(() => categoryOptions(this.categories()));
  protected readonly difficulties = computed(() =>
    DIFFICULTIES.map((value) => ({ value, label: this.t(`difficulty.${value}`) })),
  );
  protected readonly eras = computed(() =>
    ERAS.map((value) => ({ value, label: this.t(`eras.${value}`) })),
  );
  protected readonly cases = computed(() =>
    this.stimuli().map(({ id, title }) => ({ value: id, label: title })),
  );
}
