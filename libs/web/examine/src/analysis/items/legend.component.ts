/** The room where the columns of a table are explained, one sentence each. */
import { Component, input } from '@angular/core';
import type { figures } from '../i18n/vi-figures';
import { injectText } from '../i18n/text';

@Component({
  selector: 'th-analysis-legend',
  template: `
    <details>
      <summary>{{ t('legend.heading') }}</summary>
      <dl>
        @for (key of keys(); track key) {
          <dt>{{ t(nameOf(key)) }}</dt>
          <dd>{{ t(aboutOf(key)) }}</dd>
        }
      </dl>
    </details>
  `,
  styles: `
    summary {
      display: inline-flex;
      align-items: center;
      min-height: var(--th-target);
      color: var(--th-celadon);
      cursor: pointer;
    }
    dl {
      display: grid;
      grid-template-columns: max-content minmax(0, 1fr);
      gap: var(--th-8) var(--th-24);
      margin: var(--th-8) 0 0;
      font-size: var(--th-size-15);
    }
    dt {
      font-weight: 500;
    }
    dd {
      max-width: var(--th-measure);
      margin: 0;
      color: var(--th-ink-2);
    }
    @media (max-width: 719px) {
      dl {
        grid-template-columns: minmax(0, 1fr);
      }
      dd {
        margin-bottom: var(--th-8);
      }
    }
  `,
})
export class LegendComponent {
  readonly keys = input.required<readonly (keyof typeof figures)[]>();
  protected readonly t = injectText();
  protected readonly nameOf = <K extends keyof typeof figures>(key: K) =>
    `figures.${key}.name` as const;
  protected readonly aboutOf = <K extends keyof typeof figures>(key: K) =>
    `figures.${key}.about` as const;
}
