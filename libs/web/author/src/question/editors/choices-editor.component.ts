/** The room of the options of a question: text, which are right or what they weigh, and what is said to whoever chose. */
import { booleanAttribute, Component, computed, input, output } from '@angular/core';
import { FieldComponent, SelectComponent } from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import { RowDirective, RowsComponent } from '../../parts/rows.component';
import { type ChoicesForm, evenWeights, isRight, newOption, weightOf } from '../forms/choices-form';

const SCORINGS = ['partial', 'all_or_nothing', 'weights'] as const;

@Component({
  selector: 'th-choices-editor',
  imports: [FieldComponent, RowDirective, RowsComponent, SelectComponent],
  template: `
    <th-rows
      [rows]="form().options"
      [make]="newOption"
      [name]="name"
      [legend]="legend()"
      [add]="t('question.addOption')"
      [least]="2"
      (changed)="changed.emit({ options: $event })"
    >
      <ng-template thRow [thRowOf]="form().options" let-option let-at="at" let-set="set">
        <div class="option">
          @if (weighted()) {
            <label class="weight">
              <span aria-hidden="true">{{ letter(at) }}</span>
              <input
                #weight
                class="th-input"
                inputmode="numeric"
                autocomplete="off"
                maxlength="4"
                [attr.aria-label]="t('question.weightOf', { letter: letter(at) })"
                [value]="option.weight"
                (input)="set({ weight: weight.value })"
              />
              <span aria-hidden="true">%</span>
            </label>
          } @else {
            <label class="right" [title]="t('question.markRight')">
              <input
                name="th-right"
                [type]="many() ? 'checkbox' : 'radio'"
                [checked]="option.right"
                [attr.aria-label]="t('question.rightOf', { letter: letter(at) })"
                (change)="mark(at, $any($event.target).checked)"
              />
              <span aria-hidden="true">{{ letter(at) }}</span>
            </label>
          }
          <div class="words">
            <textarea
              #text
              class="th-input low"
              rows="1"
              [attr.aria-label]="t('question.textOf', { letter: letter(at) })"
              [placeholder]="t('question.textOf', { letter: letter(at) })"
              [value]="option.text"
              (input)="set({ text: text.value })"
            ></textarea>
            <textarea
              #feedback
              class="th-input low feedback"
              rows="1"
              [attr.aria-label]="t('question.feedbackOf', { letter: letter(at) })"
              [placeholder]="t('question.feedbackFor')"
              [value]="option.feedback"
              (input)="set({ feedback: feedback.value })"
            ></textarea>
          </div>
        </div>
      </ng-template>
    </th-rows>
    @if (many()) {
      <th-field [label]="t('question.scoring')" [hint]="t(hintKey())">
        <th-select [options]="scorings()" [value]="form().scoring" (valueChange)="score($event)" />
      </th-field>
      @if (weighted()) {
        <p class="sum" aria-live="polite" [class.wrong]="sum() < 100">
          {{ t('question.weightSum', { sum: sum() }) }}
        </p>
      }
    }
  `,
  styleUrl: './editor.scss',
  styles: `
    .option {
      display: flex;
      align-items: flex-start;
      gap: var(--th-8);
    }
    .words {
      flex: 1;
    }
    .right,
    .weight {
      display: flex;
      flex: none;
      align-items: center;
      gap: var(--th-8);
      min-width: 48px;
      min-height: var(--th-target);
      color: var(--th-ink-2);
      cursor: pointer;
    }
    .right input {
      width: 20px;
      height: 20px;
      margin: 0;
      accent-color: var(--th-celadon);
    }
    .weight input {
      width: 4.5rem;
      text-align: right;
    }
    @media (max-width: 479px) {
      .option:has(.weight) {
        flex-direction: column;
        align-items: stretch;
      }
    }
  `,
})
export class ChoicesEditorComponent {
  readonly form = input.required<ChoicesForm>();
  /** Several may be right. */
  readonly many = input(false, { transform: booleanAttribute });
  readonly changed = output<Partial<ChoicesForm>>();
  protected readonly t = injectText();
  protected readonly newOption = newOption;
  protected readonly name = (at: number) => this.t('rows.option', { letter: this.letter(at) });
  protected readonly weighted = computed(() => this.many() && this.form().scoring === 'weights');
  protected readonly legend = computed(() => {
    if (this.weighted()) return this.t('question.optionsWeighted');
    return this.t(this.many() ? 'question.optionsMany' : 'question.options');
  });
  protected readonly scorings = computed(() =>
    SCORINGS.map((value) => ({ value, label: this.t(`question.scorings.${value}`) })),
  );
  protected readonly hintKey = computed(
    () => `question.scoringHints.${this.form().scoring}` as const,
  );
  /** What all right options together earn, in percent. */
  protected readonly sum = computed(() =>
    this.form().options.reduce((sum, option) => sum + Math.max(0, weightOf(option) ?? 0), 0),
  );

  protected letter(at: number): string {
    return String.fromCharCode(65 + at);
  }

  protected mark(at: number, right: boolean): void {
    const options = this.form().options.map((option, place) => ({
      ...option,
      right: place === at ? right : this.many() && option.right,
    }));
    this.changed.emit({ options });
  }

  /** What was marked right gets weights to begin with, and what weighs something stays right. */
  protected score(scoring: ChoicesForm['scoring'] | null): void {
    if (!scoring) return;
    const { options, scoring: before } = this.form();
    if (scoring === 'weights' && options.every(({ weight }) => weight.trim() === ''))
      return this.changed.emit({ scoring, options: evenWeights(options) });
    const kept = options.map((option) => ({ ...option, right: isRight(option, before) }));
    this.changed.emit({ scoring, options: kept });
  }
}
