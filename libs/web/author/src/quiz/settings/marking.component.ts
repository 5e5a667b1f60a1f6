/** The room of how people mark what the machine cannot. */
import { Component, input, output } from '@angular/core';
import { SectionComponent } from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import type { FormSettings, Wrong } from '../quiz-form';
import { NumberFieldComponent } from './number-field.component';

type Marking = FormSettings['marking'];

@Component({
  selector: 'th-quiz-marking',
  imports: [NumberFieldComponent, SectionComponent],
  templateUrl: './marking.component.html',
  styleUrl: './settings.scss',
})
export class MarkingComponent {
  readonly marking = input.required<Marking>();
  /** Whether the quiz has questions that people mark. */
  readonly byHand = input.required<boolean>();
  readonly wrong = input.required<Wrong>();
  readonly disabled = input(false);
  readonly changed = output<Marking>();
  protected readonly t = injectText();
  protected readonly choices = ['none', 'sample', 'all'] as const;

  protected set(part: Partial<Marking>): void {
    this.changed.emit({ ...this.marking(), ...part });
  }

  protected errorOf(field: 'samplePercent' | 'differencePercent'): string | null {
    return this.wrong().has(`settings.marking.${field}`) ? this.t(`quiz.wrong.${field}`) : null;
  }
}
