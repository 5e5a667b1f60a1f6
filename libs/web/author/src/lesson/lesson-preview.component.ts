/** The room of a lesson as learners will see it. */
import {
  afterRenderEffect,
  booleanAttribute,
  Component,
  computed,
  type ElementRef,
  input,
  viewChild,
} from '@angular/core';
import { DayPipe, IconComponent, MinutesPipe, ProseComponent, SizePipe } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import type { LessonText } from './lesson-text';

@Component({
  selector: 'th-lesson-preview',
  imports: [DayPipe, IconComponent, MinutesPipe, ProseComponent, SizePipe],
  template: `
    @if (!alone()) {
      <p class="what">{{ t('lesson.preview') }}</p>
    }
    <div #frame class="text" role="region" tabindex="0" [attr.aria-label]="t('lesson.preview')">
      <h2>{{ text().title }}</h2>
      <p class="facts">
        {{ text().minutes | thMinutes }}
        @if (text().asOf; as day) {
          · {{ t('lesson.asOf', { day: (day | thDay) }) }}
        }
      </p>
      @if (text().legalBasis.length > 0) {
        <p class="facts">{{ t('lesson.basis', { list: text().legalBasis.join('; ') }) }}</p>
      }
      @if (text().bodyHtml) {
        <th-prose [html]="text().bodyHtml" />
      } @else {
        <p class="th-muted">{{ t('lesson.empty') }}</p>
      }
      @if (text().attachments.length > 0) {
        <h3>{{ t('attachments.heading') }}</h3>
        <ul>
          @for (file of text().attachments; track file.mediaId) {
            <li>
              <th-icon name="attachment" [size]="18" />
              <a [href]="file.media.url" target="_blank" rel="noopener">{{
                file.title || file.media.name
              }}</a>
              <span class="th-muted th-small">{{ file.media.size | thSize }}</span>
            </li>
          }
        </ul>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      min-width: 0;
    }
    .what {
      margin-bottom: var(--th-4);
      color: var(--th-ink-2);
      font-weight: 500;
    }
    .text {
      min-height: 0;
      overflow-y: auto;
      padding: var(--th-24);
      border: 1px solid var(--th-line);
      border-radius: var(--th-radius);
      background: var(--th-eggshell);
    }
    h2 {
      font-size: var(--th-size-27);
    }
    .facts {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    th-prose {
      margin-top: var(--th-24);
    }
    h3 {
      margin-top: var(--th-32);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--th-8);
      min-height: var(--th-target);
    }
    @media (max-width: 719px) {
      .text {
        padding: var(--th-16);
      }
    }
  `,
})
export class LessonPreviewComponent {
  readonly text = input.required<LessonText>();
  /** True where nothing is written beside it. */
  readonly alone = input(false, { transform: booleanAttribute });
  protected readonly t = injectText();
  private readonly frame = viewChild.required<ElementRef<HTMLElement>>('frame');
  private readonly html = computed(() => this.text().bodyHtml);
  /** The blocks shown last, so that the one that is being written is found. */
  private blocks: string[] | null = null;

  constructor() {
    afterRenderEffect(() => {
      this.html();
      this.follow();
    });
  }

  /** Brings the first block that has changed into view; the page itself stays where it is. */
  private follow(): void {
    const frame = this.frame().nativeElement;
    const blocks = [...(frame.querySelector('th-prose > *')?.children ?? [])];
    const before = this.blocks;
    this.blocks = blocks.map(({ outerHTML }) => outerHTML);
    const changed = before && blocks.find(({ outerHTML }, at) => outerHTML !== before[at]);
    if (!changed) return;
    const [box, block] = [frame.getBoundingClientRect(), changed.getBoundingClientRect()];
    if (block.top >= box.top && block.bottom <= box.bottom) return;
    frame.scrollTop += block.top - box.top - box.height / 3;
  }
}
