/** The room of "what belongs to what": a native list box for each prompt, which every device can work. */
import { Component, computed } from '@angular/core';
import { injectQuestionText } from '../i18n/question.text';
import { AnswerPart } from './answer-part';

/** A chosen answer longer than this is written out below, since a closed list box cuts it. */
const SHOWN_IN_BOX = 48;

@Component({
  selector: 'th-matching',
  template: `
    <div role="group" [attr.aria-labelledby]="labelledBy()">
      @for (row of rows(); track row.id) {
        <div class="row">
          <span class="prompt">{{ row.text }}</span>
          <span class="answer">
            <select
              class="th-input"
              [attr.aria-label]="t('answer.matchFor', { prompt: row.text })"
              [disabled]="readonly()"
              (change)="match(row.id, $event)"
            >
              <option value="" [selected]="row.answer === null">{{ t('answer.notChosen') }}</option>
              @for (answer of question().answers; track answer.id) {
                <option [value]="answer.id" [selected]="answer.id === row.answer?.id">
                  {{ answer.text }}
                </option>
              }
            </select>
            @if (row.long) {
              <span class="whole" aria-hidden="true">{{ row.long }}</span>
            }
          </span>
        </div>
      }
    </div>
  `,
  styles: `
    .row {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr);
      gap: var(--th-8) var(--th-24);
      align-items: start;
      padding: var(--th-12) 0;
      border-bottom: 1px solid var(--th-line);
    }
    .row:first-child {
      padding-top: 0;
    }
    .row:last-child {
      border-bottom: 0;
    }
    .prompt {
      padding-top: 9px;
      line-height: 1.6;
      overflow-wrap: anywhere;
    }
    .whole {
      display: block;
      margin-top: var(--th-8);
      padding-left: var(--th-12);
      border-left: 2px solid var(--th-celadon);
      color: var(--th-ink-2);
      font-size: var(--th-size-15);
      overflow-wrap: anywhere;
    }
    @media (max-width: 719px) {
      .row {
        grid-template-columns: minmax(0, 1fr);
      }
      .prompt {
        padding-top: 0;
      }
    }
  `,
})
export class MatchingComponent extends AnswerPart<'matching'> {
  protected readonly t = injectQuestionText();

  protected readonly rows = computed(() => {
    const { prompts, answers } = this.question();
    const matches = this.answer()?.matches ?? {};
    return prompts.map(({ id, text }) => {
      const answer = answers.find((each) => each.id === matches[id]) ?? null;
      return {
        id,
        text,
        answer,
        long: answer && answer.text.length > SHOWN_IN_BOX ? answer.text : null,
      };
    });
  });

  protected match(prompt: string, event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const matches = { ...this.answer()?.matches };
    if (value) matches[prompt] = value;
    else delete matches[prompt];
    this.give({ kind: 'matching', matches });
  }
}
