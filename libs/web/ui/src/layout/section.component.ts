/** The room of the section: words, then what they are about. */
import { booleanAttribute, Component, input } from '@angular/core';

/**
 * A section of a form or page: heading, a sentence, then content; on wide screens with `split` the words stand left.
 *
 *   <th-section heading="Thông tin chung" hint="Hiện trên trang của học viên."> fields </th-section>
 */
@Component({
  selector: 'th-section',
  template: `
    <div class="words">
      <h2>{{ heading() }}</h2>
      @if (hint(); as hint) {
        <p>{{ hint }}</p>
      }
      <ng-content select="[thActions]" />
    </div>
    <div class="content"><ng-content /></div>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--th-32);
    }
    h2 {
      font-size: var(--th-size-17);
    }
    p {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .words {
      margin-bottom: var(--th-12);
    }
    .content {
      display: flex;
      flex-direction: column;
      gap: var(--th-16);
    }
    @media (min-width: 960px) {
      :host(.split) {
        display: grid;
        grid-template-columns: 16rem minmax(0, 1fr);
        gap: var(--th-32);
        padding-top: var(--th-24);
        border-top: 1px solid var(--th-line);
      }
    }
  `,
  host: { '[class.split]': 'split()' },
})
export class SectionComponent {
  readonly heading = input.required<string>();
  readonly hint = input<string>();
  readonly split = input(false, { transform: booleanAttribute });
}
