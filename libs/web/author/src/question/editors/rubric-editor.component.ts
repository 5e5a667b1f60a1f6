/** The room of the rubric: criteria, what each weighs, and its levels. */
import { Component, input, output } from '@angular/core';
import { formatNumber, injectLanguage } from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import { RowDirective, RowsComponent } from '../../parts/rows.component';
import { type FormCriterion, newCriterion, newLevel, shareOf } from '../forms/marked-form';

@Component({
  selector: 'th-rubric-editor',
  imports: [RowDirective, RowsComponent],
  template: `
    <th-rows
      sortable
      [rows]="rubric()"
      [make]="another"
      [name]="criterionName"
      [legend]="t('rubric.rubric')"
      [hint]="t('rubric.hint')"
      [add]="t(rubric().length ? 'rubric.addCriterion' : 'rubric.begin')"
      (changed)="changed.emit($event)"
    >
      <ng-template thRow [thRowOf]="rubric()" let-criterion let-at="at" let-set="set">
        <div class="head">
          <input
            #title
            class="th-input"
            maxlength="300"
            autocomplete="off"
            [attr.aria-label]="t('rubric.titleOf', { number: at + 1 })"
            [placeholder]="t('rubric.titleOf', { number: at + 1 })"
            [value]="criterion.title"
            (input)="set({ title: title.value })"
          />
          <label class="weight">
            <span>{{ t('rubric.weight') }}</span>
            <input
              #weight
              class="th-input"
              inputmode="numeric"
              maxlength="3"
              autocomplete="off"
              [attr.aria-label]="t('rubric.weightOf', { number: at + 1 })"
              [value]="criterion.weight"
              (input)="set({ weight: weight.value })"
            />
            <span class="share">{{ share(at) }}</span>
          </label>
        </div>
        <th-rows
          hideLegend
          class="levels"
          [rows]="criterion.levels"
          [make]="newLevel"
          [name]="levelName"
          [legend]="t('rubric.levelsOf', { number: at + 1 })"
          [add]="t('rubric.addLevel')"
          [least]="2"
          [most]="8"
          (changed)="set({ levels: $event })"
        >
          <ng-template
            thRow
            [thRowOf]="criterion.levels"
            let-level
            let-place="at"
            let-setLevel="set"
          >
            <div class="level">
              <label>
                <input
                  #percent
                  class="th-input"
                  inputmode="numeric"
                  maxlength="3"
                  autocomplete="off"
                  [attr.aria-label]="t('rubric.percentOf', { number: place + 1 })"
                  [value]="level.percent"
                  (input)="setLevel({ percent: percent.value })"
                />
                <span aria-hidden="true">%</span>
              </label>
              <textarea
                #description
                class="th-input low"
                rows="1"
                maxlength="600"
                [attr.aria-label]="t('rubric.descriptionOf', { number: place + 1 })"
                [placeholder]="t('rubric.description')"
                [value]="level.description"
                (input)="setLevel({ description: description.value })"
              ></textarea>
            </div>
          </ng-template>
        </th-rows>
      </ng-template>
    </th-rows>
  `,
  styleUrl: './editor.scss',
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: var(--th-8) var(--th-16);
    }
    .head > input {
      flex: 1 1 14rem;
      width: auto;
      font-weight: 500;
    }
    .weight,
    .level label {
      display: flex;
      align-items: center;
      gap: var(--th-8);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .weight input,
    .level label input {
      width: 4rem;
      text-align: right;
    }
    .share {
      min-width: 6.5rem;
    }
    .levels {
      margin-top: var(--th-8);
      padding-left: var(--th-12);
      border-left: 2px solid var(--th-line);
    }
    .level {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: var(--th-12);
      align-items: start;
    }
    @media (max-width: 479px) {
      .level {
        grid-template-columns: minmax(0, 1fr);
        gap: var(--th-4);
      }
    }
  `,
})
export class RubricEditorComponent {
  readonly rubric = input.required<readonly FormCriterion[]>();
  readonly changed = output<readonly FormCriterion[]>();
  protected readonly t = injectText();
  private readonly language = injectLanguage();
  protected readonly newLevel = newLevel;
  /** A further criterion begins with the levels of the one before it. */
  protected readonly another = (id: string) => newCriterion(id, this.rubric().at(-1));
  protected readonly criterionName = (at: number) => this.t('rows.criterion', { number: at + 1 });
  protected readonly levelName = (at: number) => this.t('rows.level', { number: at + 1 });

  protected share(at: number): string {
    const share = shareOf(this.rubric(), at);
    if (share === null) return '';
    return this.t('rubric.share', {
      percent: formatNumber(Math.round(share * 10) / 10, this.language()),
    });
  }
}
