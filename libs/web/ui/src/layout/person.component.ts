/** The room of a person's name and mark. */
import { Component, input } from '@angular/core';
import { initialsOf } from '../format/format';

/** A person in a list: round mark of initials, full name, a second line (unit, position). */
@Component({
  selector: 'th-person',
  template: `
    <span class="mark" aria-hidden="true">{{ initials() }}</span>
    <span class="words">
      <span class="name">{{ name() }}</span>
      @if (sub(); as sub) {
        <span class="sub">{{ sub }}</span>
      }
    </span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--th-12);
      min-width: 0;
    }
    .mark {
      flex: none;
      display: grid;
      place-items: center;
      width: 36px;
      height: 36px;
      border-radius: 50%;
      background: var(--th-celadon-tint);
      color: var(--th-celadon-deep);
      font-size: var(--th-size-13);
      font-weight: 600;
    }
    .words {
      min-width: 0;
    }
    .name,
    .sub {
      display: block;
      overflow-wrap: anywhere;
    }
    .sub {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
      font-weight: 400;
    }
  `,
})
export class PersonComponent {
  readonly name = input.required<string>();
  readonly sub = input<string | null>();
  protected initials() {
    return initialsOf(this.name());
  }
}
