/** The room of figures that each say in a sentence what they mean. */
import { Component, input } from '@angular/core';
import type { figures } from '../i18n/vi-figures';

export interface FigureShown {
  key: keyof typeof figures;
  name: string;
  value: string;
  /** The same in another unit; may be empty. */
  beside: string;
  about: string;
}

@Component({
  selector: 'th-figures',
  template: `
    <dl>
      @for (figure of figures(); track figure.key) {
        <div>
          <dt>{{ figure.name }}</dt>
          <dd class="value">
            {{ figure.value }}
            @if (figure.beside) {
              <span>{{ figure.beside }}</span>
            }
          </dd>
          <dd class="about">{{ figure.about }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
      gap: var(--th-16) var(--th-24);
      margin: 0;
    }
    dl > div {
      display: flex;
      flex-direction: column;
      gap: var(--th-4);
      padding-top: var(--th-12);
      border-top: 1px solid var(--th-line);
    }
    dt {
      color: var(--th-ink-2);
      font-size: var(--th-size-15);
    }
    dd {
      margin: 0;
    }
    .value {
      font-size: var(--th-size-21);
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }
    .value span {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
      font-weight: 400;
    }
    .about {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    @media (max-width: 719px) {
      dl {
        grid-template-columns: minmax(0, 1fr);
        gap: var(--th-12);
      }
    }
  `,
})
export class FiguresComponent {
  readonly figures = input.required<readonly FigureShown[]>();
}
