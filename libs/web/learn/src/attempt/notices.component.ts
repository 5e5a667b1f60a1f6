/** The room of what the page tells below the paper, where nothing jumps: time was extended, the network is away. */
import { Component, computed, input, output } from '@angular/core';
import { formatTime, IconComponent } from '@tap-huan/web/ui';
import { injectAttemptText } from '../i18n/attempt.text';
import type { Extension } from './attempt-times';
import { type SavedFacts, savedWords } from './saved-words';

@Component({
  selector: 'th-attempt-notices',
  imports: [IconComponent],
  template: `
    <div role="status">
      @if (extension(); as own) {
        <section class="good">
          <th-icon name="clock" />
          <div>
            <strong>{{ t('extended.heading', { minutes: own.minutes }) }}</strong>
            @if (own.reason) {
              <p>{{ t('extended.reason', { reason: own.reason }) }}</p>
            }
            <p>{{ until() }}</p>
          </div>
          <button type="button" class="th-button th-button--small" (click)="seen.emit()">
            {{ t('extended.close') }}
          </button>
        </section>
      }
    </div>
    <div role="status">
      @if (away()) {
        <section class="bad">
          <th-icon name="offline" />
          <div>
            <strong>{{ goOn() ? t('trouble.heading') : t('trouble.plain') }}</strong>
            <p class="th-figures">{{ where() }}</p>
            <details>
              <summary>{{ t('trouble.more') }}</summary>
              <p>{{ kept() ? t('trouble.auto') : t('trouble.unkept') }}</p>
              <ng-content />
            </details>
          </div>
        </section>
      }
    </div>
  `,
  styleUrl: './notices.component.scss',
})
export class NoticesComponent {
  readonly extension = input<Extension | null>(null);
  /** Milliseconds since 1970 by the server's clock. */
  readonly deadline = input<number | null>(null);
  /** The network has been away for a while. */
  readonly away = input(false);
  /** Whether questions can be answered meanwhile. */
  readonly goOn = input(true);
  /** Whether this device keeps what is unsent. */
  readonly kept = input(true);
  /** What is saved where. */
  readonly facts = input.required<SavedFacts>();
  readonly seen = output();
  protected readonly t = injectAttemptText();
  protected readonly until = computed(() => {
    const deadline = this.deadline();
    if (deadline === null) return '';
    return this.t('extended.until', { time: formatTime(new Date(deadline)) });
  });
  protected readonly where = computed(() => savedWords(this.t, this.facts()));
}
