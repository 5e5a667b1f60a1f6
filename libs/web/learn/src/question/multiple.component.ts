/** The room of "all that are right": check boxes. */
import { Component, computed } from '@angular/core';
import { AnswerPart } from './answer-part';
import { letterOf } from './letters';

@Component({
  selector: 'th-multiple',
  template: `
    <div class="options" role="group" [attr.aria-labelledby]="labelledBy()">
      @for (option of question().options; track option.id) {
        <label class="option" [class.chosen]="chosen().has(option.id)">
          <input
            type="checkbox"
            [checked]="chosen().has(option.id)"
            [disabled]="readonly()"
            (change)="toggle(option.id)"
          />
          <span class="letter" aria-hidden="true">{{ letterOf($index) }}</span>
          <span>{{ option.text }}</span>
        </label>
      }
    </div>
  `,
  styleUrl: './options.scss',
})
export class MultipleComponent extends AnswerPart<'multiple'> {
  protected readonly chosen = computed(() => new Set(this.answer()?.choices ?? []));
  protected readonly letterOf = letterOf;

  /** In the order of the paper, whatever the order of the clicks. */
  protected toggle(id: string): void {
    const chosen = new Set(this.chosen());
    if (!chosen.delete(id)) chosen.add(id);
    const choices = this.question().options.flatMap((option) =>
      chosen.has(option.id) ? option.id : [],
    );
    this.give({ kind: 'multiple', choices });
  }
}
