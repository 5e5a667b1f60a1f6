/** The room where a marker fills in the mark: levels or points, and the words for the learner. */
import { Component, computed, ElementRef, input, output, viewChild } from '@angular/core';
import type { MarkingTask } from '@tap-huan/contract';
import { rubricMark } from '@tap-huan/rules';
import {
  FieldComponent,
  formatMarks,
  injectLanguage,
  InputDirective,
  MarksPipe,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { insertAt } from './insert-text';
import type { MarkFields } from './mark-draft.types';
import { readMarks } from './marks-text';
import { RubricComponent } from './rubric.component';

@Component({
  selector: 'th-mark-fields',
  imports: [FieldComponent, InputDirective, MarksPipe, RubricComponent],
  templateUrl: './mark-fields.component.html',
  styleUrl: './mark-fields.component.scss',
})
export class MarkFieldsComponent {
  readonly task = input.required<Pick<MarkingTask, 'id' | 'points' | 'rubric'>>();
  readonly fields = input.required<MarkFields>();
  /** Whether what is missing is told, because somebody wanted to finish. */
  readonly strict = input(false);
  readonly disabled = input(false);
  readonly edit = output<Partial<MarkFields>>();
  private readonly language = injectLanguage();
  protected readonly t = injectText();
  private readonly rubricView = viewChild(RubricComponent);
  private readonly pointsField = viewChild<ElementRef<HTMLInputElement>>('marks');
  private readonly commentField = viewChild.required<ElementRef<HTMLTextAreaElement>>('comment');
  protected readonly hasRubric = computed(() => this.task().rubric.length > 0);
  /** What the chosen levels are worth; null while one is missing. */
  protected readonly worth = computed(() => {
    const { rubric, points } = this.task();
    return rubricMark(rubric, this.fields().levels, points);
  });
  protected readonly unjudged = computed(
    () => this.task().rubric.filter(({ id }) => !this.fields().levels[id]).length,
  );
  protected readonly most = computed(() => formatMarks(this.task().points, this.language()));
  /** What keeps the mark from being given; empty where nothing does. */
  private readonly missing = computed(() => {
    if (this.hasRubric()) return this.worth() === null ? ('criteria' as const) : null;
    const read = readMarks(this.fields().awarded, this.task().points);
    return 'problem' in read ? read.problem : null;
  });
  /** In words; of a rubric it is told beside the button, for the rubric may be longer than the window. */
  readonly problem = computed(() => {
    const missing = this.missing();
    // While somebody types, only what cannot become right any more is told.
    if (!missing || (!this.strict() && missing !== 'tooMuch')) return null;
    return this.t(`mark.problem.${missing}`, { points: this.most() });
  });

  /** Whether the mark can be given; if not, the focus goes to what is missing. */
  check(): boolean {
    if (this.missing() === null) return true;
    this.focus(true);
    return false;
  }

  /** Puts the focus where marking begins or is not complete. */
  focus(scroll = false): void {
    this.rubricView()?.focus(scroll);
    this.pointsField()?.nativeElement.focus({ preventScroll: !scroll });
  }

  /** Puts a kept comment where the cursor stands. */
  insert(words: string): void {
    const area = this.commentField().nativeElement;
    const { selectionStart, selectionEnd } = area;
    const { text, cursor } = insertAt(this.fields().comment, selectionStart, selectionEnd, words);
    this.edit.emit({ comment: text });
    setTimeout(() => {
      area.focus();
      area.setSelectionRange(cursor, cursor);
    });
  }
}
