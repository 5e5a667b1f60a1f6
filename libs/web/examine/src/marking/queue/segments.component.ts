/** The room of a choice between two or three ways to look at the same thing. */
import { Component, input, model } from '@angular/core';

export interface Segment<T extends string> {
  value: T;
  label: string;
}

/** `<th-segments [label]="t('order')" [segments]="orders()" [(value)]="order" />` */
@Component({
  selector: 'th-segments',
  template: `
    <div role="group" [attr.aria-label]="label()">
      @for (segment of segments(); track segment.value) {
        <button
          type="button"
          [attr.aria-pressed]="segment.value === value()"
          (click)="value.set(segment.value)"
        >
          {{ segment.label }}
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: inline-block;
    }
    div {
      display: flex;
      flex-wrap: wrap;
      gap: 2px;
      padding: 2px;
      border: 1px solid var(--th-line-strong);
      border-radius: var(--th-radius);
      background: var(--th-paper);
    }
    button {
      min-height: calc(var(--th-target) - 6px);
      padding: var(--th-4) var(--th-12);
      border: 0;
      border-radius: 6px;
      background: transparent;
      color: var(--th-ink-2);
      font-size: var(--th-size-15);
      cursor: pointer;
    }
    button:hover {
      color: var(--th-ink);
    }
    button[aria-pressed='true'] {
      background: var(--th-celadon-tint);
      color: var(--th-celadon-deep);
      font-weight: 600;
    }
    @media (max-width: 719px) {
      button {
        min-height: var(--th-target);
        flex: 1 1 auto;
      }
    }
    @media (forced-colors: active) {
      button[aria-pressed='true'] {
        outline: 2px solid;
      }
    }
  `,
})
export class SegmentsComponent<T extends string> {
  readonly label = input.required<string>();
  readonly segments = input.required<readonly Segment<T>[]>();
  readonly value = model.required<T>();
}
