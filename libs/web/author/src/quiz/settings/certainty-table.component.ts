/** The room that explains certainty-based marking: what each step earns and costs. */
import { Component } from '@angular/core';
import { MarksPipe } from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';

/** Hundredths of a question that is worth one point (Gardner-Medwin's scheme, as the rules mark it). */
const STEPS = [
  { step: 'c1', right: 33, wrong: 0 },
  { step: 'c2', right: 67, wrong: -67 },
  { step: 'c3', right: 100, wrong: -200 },
] as const;

@Component({
  selector: 'th-certainty-table',
  imports: [MarksPipe],
  templateUrl: './certainty-table.component.html',
  styles: `
    :host {
      display: block;
      max-width: 30rem;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font-size: var(--th-size-15);
    }
    caption {
      padding-bottom: var(--th-4);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
      text-align: left;
    }
    th,
    td {
      padding: var(--th-8) var(--th-8) var(--th-8) 0;
      border-bottom: 1px solid var(--th-line);
      font-weight: 400;
      text-align: left;
    }
    thead th {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    td,
    thead th + th {
      text-align: right;
      font-variant-numeric: tabular-nums;
    }
    p {
      margin-top: var(--th-8);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
  `,
})
export class CertaintyTableComponent {
  protected readonly steps = STEPS;
  protected readonly t = injectText();
}
