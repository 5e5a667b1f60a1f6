/** The room of the time that is left, for the paper and for its open part. */
import { Component, computed, input, linkedSignal, signal } from '@angular/core';
import { formatClock, IconComponent } from '@tap-huan/web/ui';
import { injectAttemptText } from '../i18n/attempt.text';

const FIVE_MINUTES = 300;
const ONE_MINUTE = 60;

@Component({
  selector: 'th-attempt-clock',
  imports: [IconComponent],
  template: `
    @if (hidden() && !asked()) {
      <button
        type="button"
        class="th-button th-button--quiet th-button--small"
        (click)="asked.set(true)"
      >
        <th-icon name="clock" [size]="18" /> {{ soon() ? t('clock.soon') : t('clock.show') }}
      </button>
    } @else {
      <span
        class="clock th-figures"
        [class]="tone()"
        role="timer"
        [attr.aria-label]="t('clock.label')"
      >
        <th-icon name="clock" [size]="18" /><span
          >{{ words() }}
          @if (whole(); as whole) {
            <small>{{ whole }}</small>
          }
        </span>
      </span>
      @if (hidden()) {
        <button
          type="button"
          class="th-button th-button--quiet th-button--small"
          (click)="asked.set(false)"
        >
          {{ t('clock.hide') }}
        </button>
      }
    }
    <span class="th-hidden" role="status">{{ said() }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--th-8);
    }
    .clock {
      display: inline-flex;
      align-items: center;
      gap: var(--th-8);
      font-size: var(--th-size-17);
      font-weight: 600;
      line-height: 1.4;
    }
    small {
      display: block;
      color: var(--th-ink-2);
      font-weight: 400;
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
  /** Whole seconds for the paper; null without a limit. */
  readonly left = input.required<number | null>();
  /** The same for the open part. */
  readonly partLeft = input<number | null>(null);
  /** The open part is a single question. */
  readonly question = input(false);
  /** Shown only when it is asked for. */
  readonly hidden = input(false);
  protected readonly t = injectAttemptText();
  protected readonly asked = signal(false);
  private readonly nearest = computed(() => {
    const [left, part] = [this.left(), this.partLeft()];
    return left === null || part === null ? (left ?? part) : Math.min(left, part);
  });
  protected readonly soon = computed(() => (this.nearest() ?? Infinity) <= FIVE_MINUTES);
  protected readonly words = computed(() => {
    const [left, part] = [this.left(), this.partLeft()];
    if (left === null && part === null) return this.t('clock.free');
    if (left === 0 || part === 0) return this.t('clock.over');
    if (part === null) return this.t('clock.left', { time: formatClock(left ?? 0) });
    const key = this.question() ? 'clock.questionLeft' : 'clock.partLeft';
    return this.t(key, { time: formatClock(part) });
  });
  /** The paper's time beside the part's. */
  protected readonly whole = computed(() => {
    const left = this.left();
    if (left === null || left === 0 || this.partLeft() === null) return null;
    return this.t('clock.whole', { time: formatClock(left) });
  });
  protected readonly tone = computed(() => {
    const left = this.nearest();
    if (left === null) return 'free';
    if (left <= ONE_MINUTE) return 'last';
    return left <= FIVE_MINUTES ? 'soon' : '';
  });
  /** Said once when five minutes and one minute are crossed, not on a page that opens below them. */
  protected readonly said = linkedSignal<{ left: number | null; part: number | null }, string>({
    source: () => ({ left: this.left(), part: this.partLeft() }),
    computation: (now, before) => {
      const known = before?.value ?? '';
      if (!before) return known;
      if (crosses(before.source.left, now.left, ONE_MINUTE)) return this.t('clock.one');
      if (crosses(before.source.left, now.left, FIVE_MINUTES)) return this.t('clock.five');
      const part = !this.question() && crosses(before.source.part, now.part, ONE_MINUTE);
      return part ? this.t('clock.onePart') : known;
    },
  });
}

const crosses = (was: number | null, is: number | null, mark: number) =>
  was !== null && is !== null && was > mark && is <= mark;
