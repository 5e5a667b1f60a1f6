/** The room of tabs that are links. */
import { afterNextRender, Component, ElementRef, input, viewChild } from '@angular/core';

/**
 * A row of links that are tabs; put RouterLink on each, RouterLinkActive="active" marks the present one.
 *
 *   <th-tabs label="Khóa bồi dưỡng"><a routerLink="noi-dung" routerLinkActive="active">Nội dung</a> …</th-tabs>
 */
@Component({
  selector: 'th-tabs',
  template: `<nav #row [attr.aria-label]="label()"><ng-content /></nav>`,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--th-24);
    }
    nav {
      display: flex;
      gap: var(--th-4);
      overflow-x: auto;
      border-bottom: 1px solid var(--th-line);
      scrollbar-width: none;
    }
    nav ::ng-deep > a {
      flex: none;
      display: inline-flex;
      align-items: center;
      gap: var(--th-8);
      min-height: var(--th-target);
      padding: var(--th-8) var(--th-12);
      border-bottom: 3px solid transparent;
      color: var(--th-ink-2);
      font-size: var(--th-size-15);
      text-decoration: none;
      white-space: nowrap;
    }
    nav ::ng-deep > a:hover {
      color: var(--th-ink);
    }
    nav ::ng-deep > a:focus-visible {
      outline-offset: -3px;
    }
    nav ::ng-deep > a.active {
      border-bottom-color: var(--th-celadon);
      color: var(--th-ink);
      font-weight: 600;
    }
  `,
})
export class TabsComponent {
  readonly label = input.required<string>();
  private readonly row = viewChild.required<ElementRef<HTMLElement>>('row');

  constructor() {
    // On a phone the present tab may stand beyond the edge; its link is marked a moment after it is drawn.
    afterNextRender(() => requestAnimationFrame(() => this.reveal()));
  }

  private reveal(): void {
    const row = this.row().nativeElement;
    const present = row.querySelector<HTMLElement>(':scope > a.active');
    if (!present || row.scrollWidth <= row.clientWidth) return;
    const { left, width } = present.getBoundingClientRect();
    row.scrollLeft += left - row.getBoundingClientRect().left - (row.clientWidth - width) / 2;
  }
}
