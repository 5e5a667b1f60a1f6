/** The room that shows the keys of the marking page. */
import { Component, computed, input } from '@angular/core';
import { IconComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

const ALWAYS = [
  { keys: 'Ctrl + Enter', words: 'give' },
  { keys: 'Ctrl + S', words: 'save' },
  { keys: 'Alt + ↑', words: 'previous' },
  { keys: 'Alt + ↓', words: 'next' },
] as const;
const RUBRIC = [
  { keys: '1 – 9, ↑ ↓', words: 'level' },
  { keys: '← →', words: 'criterion' },
] as const;

@Component({
  selector: 'th-shortcuts',
  imports: [IconComponent],
  template: `
    <button
      type="button"
      class="th-button th-button--quiet th-button--small"
      popovertarget="th-mark-keys"
    >
      <th-icon name="help" [size]="16" /> {{ t('mark.shortcuts') }}
    </button>
    <div class="th-menu" id="th-mark-keys" popover>
      <dl>
        @for (one of keys(); track one.keys) {
          <div>
            <dt>
              <kbd>{{ one.keys }}</kbd>
            </dt>
            <dd>{{ one.does }}</dd>
          </div>
        }
      </dl>
    </div>
  `,
  styles: `
    .th-menu {
      display: none;
    }
    .th-menu:popover-open {
      display: block;
      position: fixed;
      inset: auto var(--th-32) 8rem auto;
      margin: 0;
      color: var(--th-ink);
    }
    dl {
      display: grid;
      gap: var(--th-8);
      padding: var(--th-8);
    }
    dl > div {
      display: grid;
      grid-template-columns: 8rem 1fr;
      gap: var(--th-12);
    }
    kbd {
      padding: 0 var(--th-4);
      border: 1px solid var(--th-line-strong);
      border-radius: 4px;
      font: inherit;
      font-size: var(--th-size-13);
      white-space: nowrap;
    }
    @media (pointer: coarse), (max-width: 719px) {
      :host {
        display: none;
      }
    }
  `,
})
export class ShortcutsComponent {
  readonly rubric = input.required<boolean>();
  protected readonly t = injectText();
  protected readonly keys = computed(() =>
    [...(this.rubric() ? RUBRIC : []), ...ALWAYS].map(({ keys, words }) => ({
      keys,
      does: this.t(`mark.shortcut.${words}`),
    })),
  );
}
