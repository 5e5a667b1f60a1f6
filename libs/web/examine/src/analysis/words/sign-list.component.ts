/** The room of signs as a list: how grave, the name, and the sentence. */
import { Component, input } from '@angular/core';
import { StatusChipComponent } from '@tap-huan/web/ui';
import type { SignWords } from './sign-words';

@Component({
  selector: 'th-sign-list',
  imports: [StatusChipComponent],
  template: `
    <ul>
      @for (sign of signs(); track $index) {
        <li>
          <th-status-chip [tone]="sign.tone">{{ sign.short }}</th-status-chip>
          <p>{{ sign.long }}</p>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-direction: column;
      gap: var(--th-16);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: var(--th-4);
    }
    p {
      max-width: var(--th-measure);
    }
  `,
})
export class SignListComponent {
  readonly signs = input.required<readonly SignWords[]>();
}
