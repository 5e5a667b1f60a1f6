/** The room that says in sentences what a regrade would do. */
import { Component, computed, input } from '@angular/core';
import type { RegradePreview } from '@tap-huan/contract';
import { REGRADE_PROBLEMS } from '@tap-huan/rules';
import { CalloutComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { summaryOf } from './regrade-summary';

@Component({
  selector: 'th-regrade-summary',
  imports: [CalloutComponent],
  template: `
    <div role="status">
      @if (summary().changes === 0) {
        <p>{{ t('regrade.nobody', { attempts: preview().attempts }) }}</p>
      } @else {
        <p>{{ sentence() }}</p>
        <p>{{ passes() }}</p>
      }
    </div>
    @if (summary().certificates; as n) {
      <th-callout kind="warning">{{ t('regrade.certificates', { n }) }}</th-callout>
    }
    @if (problems().length > 0) {
      <th-callout [heading]="t('regrade.problems')">
        <ul>
          @for (line of problems(); track line) {
            <li>{{ line }}</li>
          }
        </ul>
      </th-callout>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--th-12);
    }
    ul {
      margin: 0;
      padding-left: 1.25em;
    }
  `,
})
export class RegradeSummaryComponent {
  readonly preview = input.required<RegradePreview>();
  protected readonly t = injectText();
  protected readonly summary = computed(() => summaryOf(this.preview().changes));
  protected readonly sentence = computed(() => {
    const { changes, raised, lowered } = this.summary();
    return this.t('regrade.summary', {
      changes,
      raised,
      lowered,
      attempts: this.preview().attempts,
    });
  });
  protected readonly passes = computed(() => {
    const { passGained: gained, passLost: lost } = this.summary();
    return this.t('regrade.passes', { gained, lost });
  });
  protected readonly problems = computed(() =>
    this.preview().problems.map(({ version, code }) => {
      const known = REGRADE_PROBLEMS.find((one) => one === code) ?? 'other';
      return this.t('regrade.problemLine', {
        version,
        words: this.t(`regrade.problem.${known}`),
      });
    }),
  );
}
