/** The room after the last second: the paper is on its way, waits for the network, or has left something behind. */
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { IconComponent } from '@tap-huan/web/ui';
import { injectAttemptText } from '../i18n/attempt.text';
import { resultPath } from '../paths';
import { rangesOf } from './ranges';
import { type SavedFacts, savedWords } from './saved-words';

@Component({
  selector: 'th-attempt-ending',
  imports: [IconComponent, RouterLink],
  template: `
    <section role="status">
      @if (left().length) {
        <th-icon name="alert" [size]="32" />
        <h1>{{ t('left.heading', { count: left().length }) }}</h1>
        <p>{{ t('left.body', { list: leftWords() }) }}</p>
      } @else {
        <th-icon name="clock" [size]="32" />
        <h1>{{ timeIsUp() ? t('over.heading') : t('over.closed') }}</h1>
        @if (!away() && !trouble()) {
          <p>{{ t('over.sending') }}</p>
        } @else {
          <p class="th-figures">{{ where() }}</p>
          <p>{{ words() }}</p>
        }
      }
    </section>
    @if (left().length || away() || trouble()) {
      <div class="file"><ng-content /></div>
    }
    @if (left().length) {
      <a class="th-button" [routerLink]="resultPath(attemptId())">{{ t('left.result') }}</a>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: var(--th-16);
      max-width: 36rem;
      margin: var(--th-64) auto;
      text-align: center;
    }
    h1 {
      margin: var(--th-12) 0 var(--th-8);
      font-size: var(--th-size-21);
    }
    p + p {
      margin-top: var(--th-8);
    }
    @media (max-width: 719px) {
      :host {
        margin-block: var(--th-32);
      }
    }
  `,
})
export class EndingComponent {
  readonly attemptId = input.required<string>();
  /** Questions whose answer stayed on this device although there is a result. */
  readonly left = input<readonly number[]>([]);
  readonly facts = input.required<SavedFacts>();
  /** False where it was closed before its time. */
  readonly timeIsUp = input(true);
  readonly away = input(false);
  /** Whether the time in which answers are still taken is over, too. */
  readonly late = input(false);
  /** Why the result could not be had, as a sentence. */
  readonly trouble = input<string | null>(null);
  protected readonly t = injectAttemptText();
  protected readonly resultPath = resultPath;
  protected readonly where = computed(() => savedWords(this.t, this.facts()));
  protected readonly leftWords = computed(() => rangesOf(this.left()));
  protected readonly words = computed(() => {
    const why = this.trouble();
    if (!this.away() && why) return this.t('over.failed', { why });
    if (this.facts().unsent === 0) return this.t('over.waitingAll');
    return this.late() ? this.t('over.late') : this.t('over.waiting');
  });
}
