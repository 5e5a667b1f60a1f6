/** The room of how sure somebody is of an answer, with what each level earns and costs. */
import { Component, computed, input, output } from '@angular/core';
import { MarksPipe } from '@tap-huan/web/ui';
import { injectQuestionText } from '../i18n/question.text';
import { CERTAINTIES, type Certainty, stakesOf } from './certainty-marks';

@Component({
  selector: 'th-certainty',
  imports: [MarksPipe],
  template: `
    <fieldset [attr.aria-describedby]="name() + '-chac-chan'">
      <legend>{{ t('certainty.label') }}</legend>
      <div class="levels">
        @for (row of levels(); track row.level) {
          <label [class.chosen]="row.level === value()">
            <input
              type="radio"
              [name]="name() + '-muc'"
              [value]="row.level"
              [checked]="row.level === value()"
              [disabled]="readonly()"
              (change)="changed.emit(row.level)"
            />
            <span>
              <span class="name">{{ t(row.name) }}</span>
              <span class="stakes th-figures">{{
                t('certainty.gain', { points: (row.gain | thMarks) })
              }}</span>
              <span class="stakes th-figures">{{
                row.cost
                  ? t('certainty.cost', { points: (row.cost | thMarks) })
                  : t('certainty.noCost')
              }}</span>
            </span>
          </label>
        }
      </div>
      <p [id]="name() + '-chac-chan'">{{ t('certainty.hint') }}</p>
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
    }
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      margin-bottom: var(--th-8);
      padding: 0;
      font-size: var(--th-size-15);
      font-weight: 600;
    }
    .levels {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
      gap: var(--th-8);
    }
    label {
      display: flex;
      gap: var(--th-12);
      min-height: var(--th-target);
      padding: var(--th-8) var(--th-12);
      border: 1px solid var(--th-line);
      border-radius: var(--th-radius);
      background: var(--th-paper);
      font-size: var(--th-size-15);
      cursor: pointer;
    }
    label:hover:not(:has(:disabled)) {
      border-color: var(--th-celadon);
    }
    label:has(:focus-visible) {
      outline: 3px solid var(--th-celadon);
      outline-offset: 2px;
    }
    label:has(:disabled) {
      cursor: default;
    }
    .chosen {
      border-color: var(--th-celadon);
      background: var(--th-celadon-tint);
      box-shadow: inset 0 0 0 1px var(--th-celadon);
    }
    input {
      flex: none;
      width: 20px;
      height: 20px;
      margin: 0.1em 0 0;
      accent-color: var(--th-celadon);
      outline: 0;
      cursor: inherit;
    }
    .name {
      display: block;
      font-weight: 500;
    }
    .stakes {
      display: block;
    }
    .stakes,
    p {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    p {
      margin-top: var(--th-8);
    }
  `,
})
export class CertaintyComponent {
  /** 1, 2 or 3; null before a choice. */
  readonly value = input.required<number | null>();
  /** Of the question, in hundredths. */
  readonly points = input.required<number>();
  /** Unique on the page. */
  readonly name = input.required<string>();
  readonly readonly = input(false);
  readonly changed = output<Certainty>();
  protected readonly t = injectQuestionText();
  protected readonly levels = computed(() =>
    CERTAINTIES.map((level) => ({
      level,
      name: `certainty.level.c${level}` as const,
      ...stakesOf(level, this.points()),
    })),
  );
}
