/** The room of the product's own mark: a celadon jar with one wave of gold leaf. */
import { Component, input } from '@angular/core';

/** The mark, hidden from screen readers; a name stands beside it. Not an emblem of the state. */
@Component({
  selector: 'th-logo',
  template: `<svg
    viewBox="0 0 48 48"
    fill="none"
    aria-hidden="true"
    [attr.width]="size()"
    [attr.height]="size()"
  >
    <rect width="48" height="48" rx="11" fill="#23675A" />
    <g stroke-linecap="round" stroke-linejoin="round" stroke-width="2.4">
      <path
        stroke="#F3EFE5"
        d="M18.5 10.5h11M20 10.5c0 4.2-1.4 5.6-4.2 8.2C13 21.3 11.500 24 11.500 27.300c0 5.700 4.700 10.200 12.500 10.200s12.500-4.500 12.500-10.200c0-3.300-1.500-6-4.300-8.600C29.400 16.100 28 14.700 28 10.500M19 37.400h10"
      />
      <path
        stroke="#D6AE55"
        d="M13.200 24.800c3.600 2.600 7.200 2.600 10.800 0s7.200-2.600 10.800 0"
      />
    </g>
  </svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
  `,
})
export class LogoComponent {
  /** Pixels. */
  readonly size = input(40);
}
