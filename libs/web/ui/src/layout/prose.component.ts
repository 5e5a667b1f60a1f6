/** The room of lesson text: HTML that our own server has sanitised. */
import { booleanAttribute, Component, computed, inject, input } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { readable } from './readable';

/**
 * Shows HTML of our own server (lessons, stems, feedback) with the reading styles of `.th-prose`.
 * The server has sanitised it; Angular's sanitiser would drop data-callout, video and audio, so it is passed by.
 * Never bind anything here that did not come out of the API as HTML.
 *
 *   <th-prose [html]="lesson.bodyHtml" />
 */
@Component({
  selector: 'th-prose',
  template: `<div class="th-prose" [class.compact]="compact()" [innerHTML]="trusted()"></div>`,
  styles: `
    :host {
      display: block;
    }
    .compact {
      max-width: none;
      font-size: inherit;
      line-height: 1.6;
    }
  `,
})
export class ProseComponent {
  readonly html = input.required<string>();
  /** In stems and feedback: the size of the text around it. */
  readonly compact = input(false, { transform: booleanAttribute });
  private readonly sanitizer = inject(DomSanitizer);
  protected readonly trusted = computed(() =>
    this.sanitizer.bypassSecurityTrustHtml(readable(this.html())),
  );
}
