/** The room of one number for each section of a quiz: its time, or what must be reached in it. */
import { Component, input, output } from '@angular/core';
import { injectText } from '../../i18n/text';
import type { Wrong } from '../quiz-form';
import { changeSection, type Sections } from '../quiz-sections';
import { sectionName } from '../section-words';
import { NumberFieldComponent } from './number-field.component';

/** Draws nothing where the quiz has one section without that number: it is set with the section then. */
@Component({
  selector: 'th-section-numbers',
  imports: [NumberFieldComponent],
  template: `
    @if (sections().length > 1 || sections()[0]?.[field()]) {
      <fieldset>
        <legend>{{ label() }}</legend>
        <p>{{ hint() }}</p>
        <ul>
          @for (section of sections(); track section.id; let at = $index) {
            <li>
              <th-number-field
                class="one"
                [label]="name(at)"
                [unit]="unit()"
                [none]="none()"
                [value]="section[field()]"
                [error]="
                  wrong().has('sections.' + at + '.' + field())
                    ? t(
                        field() === 'minimumPercent'
                          ? 'quiz.wrong.minimumPercent'
                          : 'quiz.wrong.timeLimitMinutes'
                      )
                    : null
                "
                (changed)="set(section.id, $event)"
              />
            </li>
          }
        </ul>
      </fieldset>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    fieldset {
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-size: var(--th-size-15);
      font-weight: 500;
    }
    p {
      margin-bottom: var(--th-8);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
      gap: var(--th-12) var(--th-24);
      margin: 0;
      padding: 0 0 0 var(--th-16);
      border-left: 3px solid var(--th-line);
      list-style: none;
    }
  `,
})
export class SectionNumbersComponent {
  readonly sections = input.required<Sections>();
  readonly field = input.required<'minimumPercent' | 'timeLimitMinutes'>();
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  readonly unit = input.required<string>();
  readonly none = input.required<string>();
  readonly wrong = input.required<Wrong>();
  readonly changed = output<Sections>();
  protected readonly t = injectText();

  protected name(at: number): string {
    const section = this.sections()[at];
    return section ? sectionName(this.t, section, at) : '';
  }

  protected set(id: string, value: number | null): void {
    this.changed.emit(changeSection(this.sections(), id, { [this.field()]: value }));
  }
}
