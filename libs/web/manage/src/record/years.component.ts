/** The room of an officer's years: what each came to, against what it asks. */
import { Component, input } from '@angular/core';
import type { Transcript } from '@tap-huan/contract';
import { MarksPipe, ProgressBarComponent } from '@tap-huan/web/ui';
import { injectRecordText } from './i18n/text';

@Component({
  selector: 'th-record-years',
  imports: [MarksPipe, ProgressBarComponent],
  template: `
    <ul>
      @for (year of years(); track year.year) {
        <li>
          <strong>{{ year.year }}</strong>
          @if (year.required; as required) {
            <th-progress-bar
              [done]="least(year.hours, required * 100)"
              [total]="required * 100"
              [label]="year.year.toString()"
              [words]="t('transcript.yearOf', { hours: (year.hours | thMarks) || '0', required })"
            />
          } @else {
            <span>
              {{ t('periods', { hours: (year.hours | thMarks) || '0' }) }},
              {{ t('transcript.noDuty') }}
            </span>
          }
          <span class="th-muted th-small">
            {{ t('transcript.completed', { count: year.completed }) }}
          </span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--th-8);
      max-width: 44rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 4rem minmax(0, 1fr) auto;
      align-items: center;
      gap: var(--th-8) var(--th-16);
    }
    @media (max-width: 719px) {
      li {
        grid-template-columns: 4rem minmax(0, 1fr);
      }
      .th-muted {
        grid-column: 2;
      }
    }
  `,
})
export class YearsComponent {
  readonly years = input.required<Transcript['years']>();
  protected readonly t = injectRecordText();
  protected readonly least = Math.min;
}
