/** The room of the rubric: a level for each criterion, chosen by pointer or by key. */
import { Component, computed, ElementRef, inject, input, output } from '@angular/core';
import type { RubricCriterion } from '@tap-huan/contract';
import { formatMarks, injectLanguage } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { levelMarks, rubricMove } from './rubric-keys';

@Component({
  selector: 'th-rubric',
  template: `
    @for (row of rows(); track row.criterion.id; let at = $index) {
      <fieldset [disabled]="disabled()">
        <legend>
          {{ row.criterion.title }}
          <span class="weight">{{ t('mark.weight', { percent: row.weight }) }}</span>
        </legend>
        @for (level of row.levels; track level.id) {
          <label [class.chosen]="levels()[row.criterion.id] === level.id">
            <input
              type="radio"
              [name]="name() + row.criterion.id"
              [checked]="levels()[row.criterion.id] === level.id"
              [attr.data-criterion]="at"
              (change)="choose(row.criterion.id, level.id)"
            />
            <kbd aria-hidden="true">{{ level.key }}</kbd>
            <span class="words">
              <span class="worth">{{ level.worth }}</span>
              {{ level.description }}
            </span>
          </label>
        }
      </fieldset>
    }
  `,
  styleUrl: './rubric.component.scss',
  host: { '(keydown)': 'onKey($event)' },
})
export class RubricComponent {
  readonly rubric = input.required<readonly RubricCriterion[]>();
  /** criterion id -> level id. */
  readonly levels = input.required<Readonly<Record<string, string>>>();
  readonly points = input.required<number>();
  /** Tells the radio buttons of one answer from those of another. */
  readonly name = input.required<string>();
  readonly disabled = input(false);
  readonly levelsChange = output<Record<string, string>>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly language = injectLanguage();
  protected readonly t = injectText();
  protected readonly rows = computed(() => {
    const rubric = this.rubric();
    const weights = rubric.reduce((sum, { weight }) => sum + weight, 0) || 1;
    return rubric.map((criterion) => ({
      criterion,
      weight: Math.round((criterion.weight / weights) * 100),
      levels: criterion.levels.map(({ id, percent, description }, place) => ({
        id,
        description,
        key: place + 1,
        worth: this.t('mark.level', {
          percent,
          points: formatMarks(
            levelMarks(rubric, criterion, percent, this.points()),
            this.language(),
          ),
        }),
      })),
    }));
  });

  /** Puts the focus on the first criterion without a level, else on the first. */
  focus(scroll: boolean): void {
    const open = this.rubric().findIndex(({ id }) => !this.levels()[id]);
    this.focusAt(Math.max(0, open), scroll);
  }

  protected choose(criterionId: string, levelId: string): void {
    this.levelsChange.emit({ ...this.levels(), [criterionId]: levelId });
  }

  protected onKey(event: KeyboardEvent): void {
    const at = Number((event.target as HTMLElement).dataset['criterion'] ?? NaN);
    if (Number.isNaN(at) || event.ctrlKey || event.metaKey || event.altKey || this.disabled())
      return;
    const move = rubricMove(event.key, at, this.rubric());
    if (!move) return;
    event.preventDefault();
    if (move.choose) {
      const criterion = this.rubric()[move.choose.criterion];
      const level = criterion?.levels[move.choose.level];
      if (criterion && level) this.choose(criterion.id, level.id);
    }
    // The chosen radio button is checked once the page is drawn anew.
    setTimeout(() => this.focusAt(move.focus, true));
  }

  private focusAt(criterion: number, scroll: boolean): void {
    const radios = [
      ...this.host.querySelectorAll<HTMLInputElement>(`[data-criterion="${criterion}"]`),
    ];
    const radio = radios.find(({ checked }) => checked) ?? radios[0];
    radio?.focus({ preventScroll: !scroll });
  }
}
