/** The room of the answers that are accepted, and how strictly they are compared. */
import { Component, input, output } from '@angular/core';
import { FieldComponent } from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import { LinesComponent } from '../../parts/lines.component';
import type { AcceptedForm } from '../forms/words-form';
import { LeniencyComponent } from './leniency.component';

@Component({
  selector: 'th-short-answer-editor',
  imports: [FieldComponent, LeniencyComponent, LinesComponent],
  template: `
    <th-field [label]="t('question.accepted')" [hint]="t('question.acceptedHint')">
      <th-lines [value]="form().accepted" (valueChange)="changed.emit({ accepted: $event })" />
    </th-field>
    <div>
      <label class="th-check">
        <input
          #wildcards
          type="checkbox"
          [checked]="form().wildcards"
          (change)="changed.emit({ wildcards: wildcards.checked })"
        />
        <span>
          {{ t('question.wildcards') }}
          <small>{{ t('question.wildcardsHint') }}</small>
        </span>
      </label>
      <th-leniency
        [ignoreCase]="form().ignoreCase"
        [ignoreDiacritics]="form().ignoreDiacritics"
        (changed)="changed.emit($event)"
      />
    </div>
  `,
  styleUrl: './editor.scss',
})
export class ShortAnswerEditorComponent {
  readonly form = input.required<AcceptedForm>();
  readonly changed = output<Partial<AcceptedForm>>();
  protected readonly t = injectText();
}
