/** The room of the fields that describe a course. */
import { Component, computed, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { CONTENT_GROUPS, DELIVERY_FORMS } from '@tap-huan/contract';
import {
  DateInputComponent,
  FieldComponent,
  InputDirective,
  SelectComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { LinesComponent } from '../parts/lines.component';
import type { MetaModel } from './meta-model';

@Component({
  selector: 'th-meta-form',
  imports: [
    DateInputComponent,
    FieldComponent,
    FormField,
    InputDirective,
    LinesComponent,
    SelectComponent,
  ],
  template: `
    <th-field [label]="t('meta.title')" [field]="meta().title" required [error]="errors().title">
      <input thInput autocomplete="off" [formField]="meta().title" />
    </th-field>
    <div class="pair">
      <th-field
        [label]="t('meta.hours')"
        [hint]="t('meta.hoursHint')"
        [field]="meta().hours"
        required
      >
        <input
          thInput
          class="short"
          type="number"
          inputmode="numeric"
          step="1"
          [formField]="meta().hours"
        />
      </th-field>
      <th-field [label]="t('meta.form')" [hint]="t('meta.formHint')" [field]="meta().deliveryForm">
        <th-select [options]="forms()" [formField]="meta().deliveryForm" />
      </th-field>
    </div>
    <th-field [label]="t('meta.group')" [hint]="t('meta.groupHint')" [field]="meta().contentGroup">
      <th-select [options]="groups()" [formField]="meta().contentGroup" />
    </th-field>
    <th-field
      [label]="t('meta.audience')"
      [hint]="t('meta.audienceHint')"
      [field]="meta().audience"
    >
      <textarea thInput rows="2" class="low" [formField]="meta().audience"></textarea>
    </th-field>
    <th-field [label]="t('meta.summary')" [hint]="t('meta.summaryHint')" [field]="meta().summary">
      <textarea thInput rows="4" [formField]="meta().summary"></textarea>
    </th-field>
    <div class="pair">
      <th-field
        [label]="t('meta.basis')"
        [hint]="t('meta.basisHint')"
        [error]="errors().legalBasis"
      >
        <th-lines [rows]="4" [formField]="meta().legalBasis" />
      </th-field>
      <th-field [label]="t('meta.asOf')" [hint]="t('meta.asOfHint')" [field]="meta().asOf">
        <th-date-input [formField]="meta().asOf" />
      </th-field>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--th-16);
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
      gap: var(--th-16) var(--th-24);
    }
    .short {
      max-width: 8rem;
    }
    .low {
      min-height: 0;
    }
  `,
})
export class MetaFormComponent {
  readonly meta = input.required<FieldTree<MetaModel>>();
  /** Sentences of the page's own, by field. */
  readonly errors = input<Partial<Record<'title' | 'legalBasis', string | null>>>({});
  protected readonly t = injectText();
  protected readonly groups = computed(() =>
    CONTENT_GROUPS.map((value) => ({ value, label: this.t(`meta.groups.${value}`) })),
  );
  protected readonly forms = computed(() =>
    DELIVERY_FORMS.map((value) => ({ value, label: this.t(`meta.forms.${value}`) })),
  );
}
