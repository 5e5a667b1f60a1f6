/** The room of the time that is left. */
import { Component, computed, input, linkedSignal } from '@angular/core';
import { formatClock, IconComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

const FIVE_MINUTES = 300;
const ONE_MINUTE = 60;

@Component({
  selector: 'th-attempt-clock',
  imports: [IconComponent],
  template: `
    <span
      class="clock th-figures"
      [class]="tone()"
      role="timer"
      [attr.aria-label]="t('attempt.clock.label')"
    >
      <th-icon name="clock" [size]="18" /><span>{{ words() }}</span>
    </span>
    <span class="th-hidden" role="status">{{ said() }}</span>
  `,
  styles: `
    .clock {
      display: inline-flex;
      align-items: center;
      gap: var(--th-8);
      font-size: var(--th-size-17);
      font-weight: 600;
      line-height: 1.5;
    }
    .free {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
      font-weight: 400;
    }
    .soon {
      color: var(--th-amber);
    }
    .last {
      color: var(--th-vermilion);
    }
  `,
})
export class AttemptClockComponent {
  /** Whole seconds; null without a limit. */
  readonly left = input.required<number | null>();
  protected readonly t = injectText();
  protected readonly words = computed(() => {
    const left = this.left();
    if (left === null) return this.t('attempt.clock.free');
    return left === 0
      ? this.t('attempt.clock.over')
      : this.t('attempt.clock.left', { time: formatClock(left) });
  });
  protected readonly tone = computed(() => {
    const left = this.left();
    if (left === null) return 'free';
    if (left <= ONE_MINUTE) return 'last';
    return left <= FIVE_MINUTES ? 'soon' : '';
  });
  /** Said once when five minutes and one minute are crossed, not on a page that opens below them. */
  protected readonly said = linkedSignal<number | null, string>({
    source: this.left,
    computation: (left, before) => {
      const was = before?.source;
      if (left === null || was === null || was === undefined) return before?.value ?? '';
      if (was > ONE_MINUTE && left <= ONE_MINUTE) return this.t('attempt.clock.one');
      if (was > FIVE_MINUTES && left <= FIVE_MINUTES) return this.t('attempt.clock.five');
      return before?.value ?? '';
    },
  });
}
