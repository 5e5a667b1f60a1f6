/** The room of the states a page may be in besides "here it is": empty, failed, loading. */
import { booleanAttribute, Component, computed, input, output } from '@angular/core';
import { injectUiText } from '../i18n/text';
import { IconComponent } from '../icon/icon.component';
import type { IconName } from '../icon/icons';

const frame = `
  :host { display: block; padding: var(--th-48) var(--th-16); text-align: center; }
  :host(.compact) { padding: var(--th-24) var(--th-16); }
  .mark { display: inline-flex; margin-bottom: var(--th-12); padding: var(--th-12); border-radius: 50%; }
  h1, h2 { font-size: var(--th-size-17); }
  p { max-width: 34rem; margin: var(--th-4) auto 0; color: var(--th-ink-2); }
  .next { display: flex; flex-wrap: wrap; justify-content: center; gap: var(--th-8); margin-top: var(--th-16); }
  .next:empty { display: none; }
`;

/**
 * Nothing here yet, and the next step.
 *
 *   <th-empty-state icon="book" heading="Chưa có khóa nào" hint="…"><a class="th-button">…</a></th-empty-state>
 */
@Component({
  selector: 'th-empty-state',
  imports: [IconComponent],
  template: `
    <span class="mark"><th-icon [name]="icon()" [size]="28" /></span>
    @if (level() === 1) {
      <h1>{{ heading() }}</h1>
    } @else {
      <h2 [attr.aria-level]="level()">{{ heading() }}</h2>
    }
    @if (hint(); as hint) {
      <p>{{ hint }}</p>
    }
    <div class="next"><ng-content /></div>
  `,
  styles: [
    frame,
    `
      .mark {
        background: var(--th-celadon-tint);
        color: var(--th-celadon);
      }
    `,
  ],
  host: { '[class.compact]': 'compact()' },
})
export class EmptyStateComponent {
  readonly heading = input.required<string>();
  readonly hint = input<string>();
  readonly icon = input<IconName>('info');
  /** 1 where it is all that the page says. */
  readonly level = input(2);
  readonly compact = input(false, { transform: booleanAttribute });
}

/**
 * Something failed: what happened in words, and a way to try again. `message` is a sentence already
 * (use `Problems.sentence(error)` of web/api).
 */
@Component({
  selector: 'th-error-state',
  imports: [IconComponent],
  template: `
    <div role="alert">
      <span class="mark"><th-icon name="alert" [size]="28" /></span>
      <h2>{{ heading() ?? t('error.title') }}</h2>
      <p>{{ message() ?? t('error.hint') }}</p>
    </div>
    <div class="next">
      @if (canRetry()) {
        <button type="button" class="th-button" (click)="retry.emit()">{{ t('retry') }}</button>
      }
      <ng-content />
    </div>
  `,
  styles: [
    frame,
    `
      .mark {
        background: var(--th-vermilion-tint);
        color: var(--th-vermilion);
      }
    `,
  ],
  host: { '[class.compact]': 'compact()' },
})
export class ErrorStateComponent {
  readonly heading = input<string>();
  readonly message = input<string | null>();
  readonly canRetry = input(true);
  readonly compact = input(false, { transform: booleanAttribute });
  readonly retry = output();
  protected readonly t = injectUiText();
}

/**
 * Grey shapes in the place of what is coming, so that nothing jumps. `shape`: lines of text, a card,
 * a heading, or a page (heading and lines).
 */
@Component({
  selector: 'th-skeleton',
  template: `
    <span class="th-hidden" role="status">{{ t('loading') }}</span>
    @for (width of widths(); track $index) {
      <span class="bone" [class]="shape()" [style.inline-size.%]="width" aria-hidden="true"></span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--th-12);
    }
    .bone {
      display: block;
      height: 1em;
      border-radius: 6px;
      background: linear-gradient(
        90deg,
        var(--th-line) 25%,
        color-mix(in srgb, var(--th-line) 55%, transparent) 50%,
        var(--th-line) 75%
      );
      background-size: 300% 100%;
      animation: breathe 2s ease-in-out infinite;
    }
    .bone.heading,
    .bone.page:first-of-type {
      height: 1.75rem;
    }
    .bone.card {
      height: 7rem;
      border-radius: var(--th-radius);
    }
    @keyframes breathe {
      from {
        background-position: 100% 0;
      }
      to {
        background-position: 0 0;
      }
    }
  `,
})
export class SkeletonComponent {
  readonly shape = input<'lines' | 'heading' | 'card' | 'page'>('lines');
  readonly count = input(3);
  protected readonly t = injectUiText();
  protected readonly widths = computed(() => {
    const shape = this.shape();
    if (shape === 'card') return Array<number>(this.count()).fill(100);
    if (shape === 'heading') return [45];
    const lines = Array.from({ length: this.count() }, (_, i) => [96, 88, 92, 74][i % 4] ?? 90);
    return shape === 'page' ? [45, ...lines] : lines;
  });
}
