/** The room of a lesson's table of contents, beside the text on wide screens. */
import { Component, DestroyRef, ElementRef, effect, inject, input, signal } from '@angular/core';
import { injectText } from '../i18n/text';
import type { Heading } from './headings';

@Component({
  selector: 'th-contents',
  template: `
    <nav [attr.aria-label]="t('lesson.contents')">
      <h2>{{ t('lesson.contents') }}</h2>
      <ul>
        @for (heading of headings(); track heading.id) {
          <li [class.sub]="heading.level === 3">
            <a
              [href]="'#' + heading.id"
              [attr.aria-current]="heading.id === here() ? 'true' : null"
              (click)="go($event, heading.id)"
              >{{ heading.text }}</a
            >
          </li>
        }
      </ul>
    </nav>
  `,
  styles: `
    h2 {
      margin-bottom: var(--th-8);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
      border-left: 1px solid var(--th-line);
    }
    a {
      display: block;
      padding: 6px var(--th-12);
      margin-left: -1px;
      border-left: 2px solid transparent;
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
      line-height: 1.5;
      text-decoration: none;
    }
    a:hover {
      color: var(--th-celadon-deep);
    }
    .sub a {
      padding-left: var(--th-24);
    }
    a[aria-current] {
      border-left-color: var(--th-celadon);
      color: var(--th-ink);
      font-weight: 500;
    }
  `,
})
export class ContentsComponent {
  readonly headings = input.required<readonly Heading[]>();
  protected readonly t = injectText();
  protected readonly here = signal('');
  private readonly document =
    inject<ElementRef<HTMLElement>>(ElementRef).nativeElement.ownerDocument;

  constructor() {
    let frame = 0;
    const look = () => {
      frame = 0;
      // The last heading above the upper third of the window.
      const passed = this.headings().filter(({ id }) => {
        const top = this.document.getElementById(id)?.getBoundingClientRect().top ?? Infinity;
        return top < innerHeight / 3;
      });
      this.here.set(passed.at(-1)?.id ?? '');
    };
    const scrolled = () => (frame ||= requestAnimationFrame(look));
    addEventListener('scroll', scrolled, { passive: true });
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('scroll', scrolled);
      cancelAnimationFrame(frame);
    });
    effect(() => {
      this.headings();
      scrolled();
    });
  }

  /** A plain link would lead to the site's root, because of <base href>. */
  protected go(event: Event, id: string): void {
    event.preventDefault();
    const heading = this.document.getElementById(id);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }
}
