/** The room of progress: a bar and the words that say the same. */
import { booleanAttribute, Component, computed, input } from '@angular/core';
import { injectUiText } from '../i18n/text';

/**
 * How far: a bar with words on its right (or none with `bare`). Give `words`, or it says "3/12".
 *
 *   <th-progress-bar [done]="3" [total]="12" [words]="t('lessons', { done: 3, total: 12 })" />
 */
@Component({
  selector: 'th-progress-bar',
  template: `
    <span
      class="bar"
      role="progressbar"
      aria-valuemin="0"
      [attr.aria-valuemax]="total()"
      [attr.aria-valuenow]="done()"
      [attr.aria-valuetext]="sentence()"
      [attr.aria-label]="label() ?? t('progress.label')"
    >
      <span class="fill" [style.inline-size.%]="percent()"></span>
    </span>
    @if (!bare()) {
      <span class="words" aria-hidden="true">{{ sentence() }}</span>
    }
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--th-12);
      min-width: 0;
    }
    .bar {
      flex: 1 1 4rem;
      min-width: 3rem;
      height: 8px;
      overflow: hidden;
      border-radius: 999px;
      background: var(--th-line);
    }
    .fill {
      display: block;
      height: 100%;
      border-radius: inherit;
      background: var(--th-celadon);
      transition: inline-size var(--th-calm);
    }
    :host(.gold) .fill {
      background: var(--th-gold);
    }
    .words {
      flex: none;
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
      font-variant-numeric: tabular-nums;
    }
    @media (forced-colors: active) {
      .bar {
        border: 1px solid;
      }
      .fill {
        background: Highlight;
      }
    }
  `,
  host: { '[class.gold]': "tone() === 'gold'" },
})
export class ProgressBarComponent {
  readonly done = input.required<number>();
  readonly total = input.required<number>();
  readonly words = input<string>();
  readonly label = input<string>();
  readonly bare = input(false, { transform: booleanAttribute });
  readonly tone = input<'celadon' | 'gold'>('celadon');
  protected readonly t = injectUiText();
  protected readonly percent = computed(() => {
    const total = this.total();
    return total > 0 ? Math.min(100, Math.max(0, (this.done() / total) * 100)) : 0;
  });
  protected readonly sentence = computed(
    () => this.words() ?? this.t('progress.of', { done: this.done(), total: this.total() }),
  );
}
