/** The room of the words that tell whether answers are kept: always in sight while a paper is open. */
import { Component, computed, input, linkedSignal } from '@angular/core';
import { formatTime, IconComponent, type IconName } from '@tap-huan/web/ui';
import { injectAttemptText } from '../i18n/attempt.text';
import type { OutboxState } from './outbox.types';
import { rangesOf } from './ranges';

@Component({
  selector: 'th-answer-state',
  imports: [IconComponent],
  template: `
    <span class="shown" [class]="tone()"
      ><th-icon [name]="icon()" [size]="16" /><span>{{ words() }}</span></span
    >
    <span class="th-hidden" role="status">{{ said() }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      min-width: 0;
    }
    .shown {
      display: inline-flex;
      align-items: center;
      gap: var(--th-8);
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
      line-height: 1.5;
      font-variant-numeric: tabular-nums;
    }
    .waiting {
      color: var(--th-amber);
      font-weight: 500;
    }
    .bad {
      color: var(--th-vermilion);
      font-weight: 500;
    }
  `,
})
export class AnswerStateComponent {
  readonly state = input.required<OutboxState>();
  protected readonly t = injectAttemptText();

  protected readonly words = computed(() => {
    const { status, unsent, savedAt, refused, tooLate, kept } = this.state();
    if (status === 'taken_over' || status === 'closed') return this.t('saved.readOnly');
    if (status === 'waiting')
      return this.t(kept ? 'saved.waiting' : 'saved.waitingUnkept', { count: unsent.length });
    if (refused.length > 0) return this.t('saved.refused', { list: rangesOf(refused) });
    if (tooLate.length > 0) return this.t('saved.tooLate', { list: rangesOf(tooLate) });
    if (status !== 'idle') return this.t('saved.saving');
    return savedAt ? this.t('saved.at', { time: formatTime(savedAt) }) : this.t('saved.none');
  });
  private readonly bad = computed(
    () => this.state().refused.length + this.state().tooLate.length > 0,
  );
  protected readonly tone = computed(() => {
    if (this.state().status === 'waiting') return 'waiting';
    return this.bad() ? 'bad' : '';
  });
  protected readonly icon = computed<IconName>(() => {
    const { status } = this.state();
    if (status === 'taken_over' || status === 'closed') return 'eye';
    if (status === 'waiting') return 'offline';
    if (this.bad()) return 'alert';
    return status === 'idle' ? 'check' : 'save';
  });
  /** Read aloud: not every "saving", so that each answer is not followed by two announcements. */
  protected readonly said = linkedSignal<{ passing: boolean; words: string }, string>({
    source: () => {
      const { status, savedAt } = this.state();
      const passing =
        status === 'pending' || status === 'saving' || (status === 'idle' && !savedAt);
      return { passing, words: this.words() };
    },
    computation: ({ passing, words }, before) => (passing ? (before?.value ?? '') : words),
  });
}
