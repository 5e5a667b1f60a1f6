/** The room of the call-out: a remark set apart from the text. */
import { Component, input } from '@angular/core';

/** A remark with an optional heading: `<th-callout kind="warning" heading="…">words</th-callout>`. */
@Component({
  selector: 'th-callout',
  template: `
    @if (heading(); as heading) {
      <strong>{{ heading }}</strong>
    }
    <div><ng-content /></div>
  `,
  styles: `
    :host {
      display: block;
      font-size: var(--th-size-15);
    }
    strong {
      color: var(--callout);
    }
  `,
  host: {
    class: 'th-callout',
    '[attr.data-callout]': 'kind()',
    '[attr.role]': "role() ?? (kind() === 'error' ? 'alert' : null)",
  },
})
export class CalloutComponent {
  readonly kind = input<'note' | 'law' | 'warning' | 'example' | 'error'>('note');
  readonly heading = input<string>();
  /** An input, for a plain attribute would lose against the host's own binding. */
  readonly role = input<string>();
}
