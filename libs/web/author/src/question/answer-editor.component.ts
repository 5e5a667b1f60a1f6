/** The room of the part of a question that its kind asks for. */
import { Component, computed, input, output } from '@angular/core';
import { FieldComponent, formatNumber, injectLanguage, InputDirective } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { LinesComponent } from '../parts/lines.component';
import { ChoicesEditorComponent } from './choices-editor.component';
import { ItemsEditorComponent } from './items-editor.component';
import { PairsEditorComponent } from './pairs-editor.component';
import { type QuestionForm, typedNumber } from './question-form';

@Component({
  selector: 'th-answer-editor',
  imports: [
    ChoicesEditorComponent,
    FieldComponent,
    InputDirective,
    ItemsEditorComponent,
    LinesComponent,
    PairsEditorComponent,
  ],
  template: `
    @let now = form();
    @switch (now.kind) {
      @case ('true_false') {
        <fieldset>
          <legend>{{ t('question.truth') }}</legend>
          @for (truth of [true, false]; track truth) {
            <label class="th-check">
              <input
                type="radio"
                name="th-truth"
                [checked]="now.truth === truth"
                (change)="changed.emit({ truth })"
              />
              {{ t(truth ? 'question.true' : 'question.false') }}
            </label>
          }
        </fieldset>
      }
      @case ('matching') {
        <th-pairs-editor
          [pairs]="now.pairs"
          [distractors]="now.distractors"
          (changed)="changed.emit({ pairs: $event })"
          (distract)="changed.emit({ distractors: $event })"
        />
      }
      @case ('ordering') {
        <th-items-editor [items]="now.items" (changed)="changed.emit({ items: $event })" />
        <label class="th-check">
          <input
            #adjacent
            type="checkbox"
            [checked]="now.adjacent"
            (change)="changed.emit({ adjacent: adjacent.checked })"
          />
          <span
            >{{ t('question.adjacent') }}
            <small class="th-muted">{{ t('question.adjacentHint') }}</small></span
          >
        </label>
      }
      @case ('numeric') {
        <div class="three">
          <th-field
            [label]="t('question.value')"
            [hint]="understood(now.value) ?? t('question.valueHint')"
          >
            <input
              #value
              thInput
              inputmode="decimal"
              autocomplete="off"
              [value]="now.value"
              (input)="changed.emit({ value: value.value })"
            />
          </th-field>
          <th-field [label]="t('question.tolerance')" [hint]="range()">
            <input
              #tolerance
              thInput
              inputmode="decimal"
              autocomplete="off"
              [value]="now.tolerance"
              (input)="changed.emit({ tolerance: tolerance.value })"
            />
          </th-field>
          <th-field [label]="t('question.unit')" [hint]="t('question.unitHint')">
            <input
              #unit
              thInput
              maxlength="60"
              autocomplete="off"
              [value]="now.unit"
              (input)="changed.emit({ unit: unit.value })"
            />
          </th-field>
        </div>
      }
      @case ('short_answer') {
        <th-field [label]="t('question.accepted')" [hint]="t('question.acceptedHint')">
          <th-lines [value]="now.accepted" (valueChange)="changed.emit({ accepted: $event })" />
        </th-field>
        <label class="th-check">
          <input
            #caseless
            type="checkbox"
            [checked]="now.ignoreCase"
            (change)="changed.emit({ ignoreCase: caseless.checked })"
          />
          {{ t('question.ignoreCase') }}
        </label>
        <label class="th-check">
          <input
            #markless
            type="checkbox"
            [checked]="now.ignoreDiacritics"
            (change)="changed.emit({ ignoreDiacritics: markless.checked })"
          />
          <span
            >{{ t('question.ignoreDiacritics') }}
            <small class="th-muted">{{ t('question.ignoreDiacriticsHint') }}</small></span
          >
        </label>
      }
      @default {
        <th-choices-editor
          [options]="now.options"
          [many]="now.kind === 'multiple'"
          (changed)="changed.emit({ options: $event })"
        />
        @if (now.kind === 'multiple') {
          <label class="th-check">
            <input
              #partial
              type="checkbox"
              [checked]="now.partial"
              (change)="changed.emit({ partial: partial.checked })"
            />
            <span
              >{{ t('question.partial') }}
              <small class="th-muted">{{ t('question.partialHint') }}</small></span
            >
          </label>
        }
      }
    }
  `,
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-weight: 500;
    }
    .three {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
      gap: var(--th-16);
      align-items: end;
    }
    small {
      display: block;
    }
  `,
})
export class AnswerEditorComponent {
  readonly form = input.required<QuestionForm>();
  readonly changed = output<Partial<QuestionForm>>();
  protected readonly t = injectText();
  private readonly language = injectLanguage();
  /** From where to where an answer is right. */
  protected readonly range = computed(() => {
    const value = typedNumber(this.form().value);
    const tolerance = typedNumber(this.form().tolerance || '0');
    if (value === null || tolerance === null || tolerance <= 0) return this.t('question.exact');
    const [from, to] = [value - tolerance, value + tolerance].map((one) =>
      formatNumber(one, this.language()),
    );
    return this.t('question.range', { from: from ?? '', to: to ?? '' });
  });

  /** How a number with a mark was read. */
  protected understood(text: string): string | null {
    const value = typedNumber(text);
    if (value === null || !/[.,]/.test(text)) return null;
    return this.t('question.understood', { value: formatNumber(value, this.language()) });
  }
}
