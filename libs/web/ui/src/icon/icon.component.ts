/** The room of the icon: a drawing beside a word, never instead of it. */
import { Component, computed, input } from '@angular/core';
import type { IconNode } from 'lucide';
import { type IconName, ICONS } from './icons';

/**
 * An outlined icon, 20 px unless told, hidden from screen readers: the word beside it speaks.
 * `name` picks from the product's set; `icon` takes any Lucide icon imported singly.
 *
 *   <th-icon name="download" /> Tải danh sách
 */
@Component({
  selector: 'th-icon',
  template: `<svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
    [attr.width]="size()"
    [attr.height]="size()"
  >
    @for (shape of shapes(); track $index) {
      @switch (shape[0]) {
        @case ('path') {
          <path [attr.d]="shape[1]['d']" />
        }
        @case ('circle') {
          <circle [attr.cx]="shape[1]['cx']" [attr.cy]="shape[1]['cy']" [attr.r]="shape[1]['r']" />
        }
        @case ('rect') {
          <rect
            [attr.x]="shape[1]['x']"
            [attr.y]="shape[1]['y']"
            [attr.width]="shape[1]['width']"
            [attr.height]="shape[1]['height']"
            [attr.rx]="shape[1]['rx']"
          />
        }
        @case ('line') {
          <line
            [attr.x1]="shape[1]['x1']"
            [attr.y1]="shape[1]['y1']"
            [attr.x2]="shape[1]['x2']"
            [attr.y2]="shape[1]['y2']"
          />
        }
        @case ('polyline') {
          <polyline [attr.points]="shape[1]['points']" />
        }
      }
    }
  </svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      vertical-align: -0.25em;
    }
  `,
})
export class IconComponent {
  readonly name = input<IconName>();
  readonly icon = input<IconNode>();
  /** Pixels. */
  readonly size = input(20);
  protected readonly shapes = computed<IconNode>(() => {
    const name = this.name();
    return this.icon() ?? (name ? ICONS[name] : []);
  });
}
