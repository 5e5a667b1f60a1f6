/** The room of a question as a learner will see it; nothing that is tried here is kept. */
import { Component, computed, input } from '@angular/core';
import type { QuestionContent } from '@tap-huan/contract';
import { freezeQuestion, seededRandom, shownQuestion } from '@tap-huan/rules';
import { IconComponent, ProseComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

@Component({
  selector: 'th-question-preview',
  imports: [IconComponent, ProseComponent],
  template: `
    @let now = paper();
    <p class="what">{{ t('question.preview') }}</p>
    <div class="paper">
      @if (now.stem) {
        <th-prose compact [html]="now.stem" />
      } @else {
        <p class="th-muted">{{ t('question.noStem') }}</p>
      }
      @switch (now.kind) {
        @case ('single') {
          @for (option of now.options; track option.id) {
            <label class="th-check"><input type="radio" name="th-try" /> {{ option.text }}</label>
          }
        }
        @case ('multiple') {
          <p class="hint">{{ t('question.chooseMany') }}</p>
          @for (option of now.options; track option.id) {
            <label class="th-check"><input type="checkbox" /> {{ option.text }}</label>
          }
        }
        @case ('true_false') {
          <label class="th-check"
            ><input type="radio" name="th-try" /> {{ t('question.true') }}</label
          >
          <label class="th-check"
            ><input type="radio" name="th-try" /> {{ t('question.false') }}</label
          >
        }
        @case ('matching') {
          @for (prompt of now.prompts; track prompt.id) {
            <label class="pair">
              <span>{{ prompt.text }}</span>
              <select class="th-input">
                <option value="">{{ t('question.choose') }}</option>
                @for (answer of now.answers; track answer.id) {
                  <option>{{ answer.text }}</option>
                }
              </select>
            </label>
          }
        }
        @case ('ordering') {
          <p class="hint">{{ t('question.putInOrder') }}</p>
          <ol>
            @for (item of now.items; track item.id) {
              <li><th-icon name="grip" [size]="18" /> {{ item.text }}</li>
            }
          </ol>
        }
        @case ('numeric') {
          <label class="number">
            <span class="th-hidden">{{ t('question.yourAnswer') }}</span>
            <input
              class="th-input"
              inputmode="decimal"
              autocomplete="off"
              [placeholder]="t('question.yourAnswer')"
            />
            {{ now.unit }}
          </label>
        }
        @case ('short_answer') {
          <label>
            <span class="th-hidden">{{ t('question.yourAnswer') }}</span>
            <input class="th-input" autocomplete="off" [placeholder]="t('question.yourAnswer')" />
          </label>
        }
      }
    </div>
    @if (content().feedback || content().legalBasis.length > 0) {
      <div class="after">
        <p class="what">{{ t('question.afterwards') }}</p>
        <th-prose compact [html]="content().feedback" />
        @if (content().legalBasis.length > 0) {
          <p class="hint">{{ t('lesson.basis', { list: content().legalBasis.join('; ') }) }}</p>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .what {
      margin-bottom: var(--th-4);
      color: var(--th-ink-2);
      font-weight: 500;
    }
    .paper {
      display: flex;
      flex-direction: column;
      gap: var(--th-8);
      padding: var(--th-24);
      border: 1px solid var(--th-line);
      border-radius: var(--th-radius);
      background: var(--th-paper);
    }
    .hint {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
      gap: var(--th-8);
      align-items: center;
    }
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--th-8);
      min-height: var(--th-target);
      padding: var(--th-8) 0;
      border-bottom: 1px solid var(--th-line);
    }
    .number {
      display: flex;
      align-items: center;
      gap: var(--th-8);
    }
    .number input {
      max-width: 12rem;
    }
    .after {
      margin-top: var(--th-16);
    }
    label {
      overflow-wrap: anywhere;
    }
  `,
})
export class QuestionPreviewComponent {
  readonly content = input.required<QuestionContent>();
  protected readonly t = injectText();
  /** Drawn with the same seed, so that it does not jump about while typing. */
  protected readonly paper = computed(() =>
    shownQuestion(
      freezeQuestion(this.content(), { random: seededRandom('preview'), shuffleOptions: false }),
    ),
  );
}
