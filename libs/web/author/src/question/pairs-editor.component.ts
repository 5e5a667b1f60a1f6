/** The room of the pairs of a matching question. */
import { Component, input, output } from '@angular/core';
import { FieldComponent, IconComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { LinesComponent } from '../parts/lines.component';
import { type FormPair, freeId } from './question-form';

@Component({
  selector: 'th-pairs-editor',
  imports: [FieldComponent, IconComponent, LinesComponent],
  template: `
    <fieldset>
      <legend>{{ t('question.pairs') }}</legend>
      <ol>
        @for (pair of pairs(); track pair.id; let at = $index) {
          <li>
            <span class="number" aria-hidden="true">{{ at + 1 }}</span>
            <div class="words two">
              <input
                #prompt
                class="th-input"
                autocomplete="off"
                [attr.aria-label]="t('question.promptOf', { number: at + 1 })"
                [placeholder]="t('question.prompt')"
                [value]="pair.prompt"
                (input)="set(at, { prompt: prompt.value })"
              />
              <input
                #answer
                class="th-input"
                autocomplete="off"
                [attr.aria-label]="t('question.answerOf', { number: at + 1 })"
                [placeholder]="t('question.answer')"
                [value]="pair.answer"
                (input)="set(at, { answer: answer.value })"
              />
            </div>
            <button
              type="button"
              class="th-button th-button--quiet th-button--small tool"
              [disabled]="pairs().length <= 2"
              [attr.aria-label]="t('question.removePair', { number: at + 1 })"
              [title]="t('question.remove')"
              (click)="remove(at)"
            >
              <th-icon name="delete" [size]="18" />
            </button>
          </li>
        }
      </ol>
      @if (pairs().length < 12) {
        <button type="button" class="th-button th-button--small" (click)="add()">
          <th-icon name="add" [size]="18" /> {{ t('question.addPair') }}
        </button>
      }
    </fieldset>
    <th-field [label]="t('question.distractors')" [hint]="t('question.distractorsHint')">
      <th-lines [rows]="2" [value]="distractors()" (valueChange)="distract.emit($event)" />
    </th-field>
  `,
  styleUrl: './editor-rows.scss',
})
export class PairsEditorComponent {
  readonly pairs = input.required<readonly FormPair[]>();
  readonly distractors = input.required<readonly string[]>();
  readonly changed = output<readonly FormPair[]>();
  readonly distract = output<readonly string[]>();
  protected readonly t = injectText();

  protected set(at: number, part: Partial<FormPair>): void {
    this.changed.emit(
      this.pairs().map((pair, place) => (place === at ? { ...pair, ...part } : pair)),
    );
  }

  protected add(): void {
    this.changed.emit([...this.pairs(), { id: freeId(this.pairs()), prompt: '', answer: '' }]);
  }

  protected remove(at: number): void {
    this.changed.emit(this.pairs().filter((_, place) => place !== at));
  }
}
