/** The room of own attempts on a quiz, newest first, with their results. */
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AttemptSummary, GradingMethod } from '@tap-huan/contract';
import { IconComponent, InstantPipe, MarksPipe, StatusChipComponent } from '@tap-huan/web/ui';
import { injectQuizText } from '../i18n/quiz.text';
import { attemptPath, resultPath } from '../paths';
import { countedAttempt } from './counted-attempt';

@Component({
  selector: 'th-own-attempts',
  imports: [IconComponent, InstantPipe, MarksPipe, RouterLink, StatusChipComponent],
  template: `
    <ul>
      @for (attempt of rows(); track attempt.id) {
        <li>
          <a
            [routerLink]="
              attempt.phase === 'open' ? attemptPath(attempt.id) : resultPath(attempt.id)
            "
          >
            <span class="words">
              <strong>{{ t('number', { number: attempt.number }) }}</strong>
              <span class="th-muted th-small">{{
                attempt.submittedAt ?? attempt.startedAt | thInstant
              }}</span>
            </span>
            @if (attempt.phase === 'open') {
              <th-status-chip tone="active">{{ t('open') }}</th-status-chip>
            } @else if (attempt.scoreOfTen === null) {
              <th-status-chip>{{
                attempt.phase === 'submitted' ? t('marking') : t('notShown')
              }}</th-status-chip>
            } @else {
              <span class="score th-figures">{{ attempt.scoreOfTen | thMarks }}</span>
              @if (attempt.passed !== null) {
                <th-status-chip [tone]="attempt.passed ? 'good' : 'bad'">
                  {{ verdict(attempt) }}
                </th-status-chip>
              }
            }
            <span class="see">{{ attempt.phase === 'open' ? t('resume') : t('seeResult') }}</span>
            <th-icon name="chevron-right" [size]="18" />
          </a>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
      border-top: 1px solid var(--th-line);
    }
    li {
      border-bottom: 1px solid var(--th-line);
    }
    a {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-4) var(--th-16);
      min-height: 56px;
      padding: var(--th-8);
      color: inherit;
      text-decoration: none;
    }
    a:hover {
      background: var(--th-celadon-tint);
      color: inherit;
    }
    .words {
      flex: 1 1 8rem;
    }
    .words > * {
      display: block;
    }
    strong {
      font-weight: 500;
    }
    .score {
      font-size: var(--th-size-17);
      font-weight: 600;
    }
    .see {
      color: var(--th-celadon);
      font-size: var(--th-size-13);
    }
    @media (max-width: 479px) {
      .see {
        display: none;
      }
    }
  `,
})
export class OwnAttemptsComponent {
  readonly attempts = input.required<readonly AttemptSummary[]>();
  readonly grading = input.required<GradingMethod>();
  protected readonly t = injectQuizText();
  protected readonly attemptPath = attemptPath;
  protected readonly resultPath = resultPath;
  protected readonly rows = computed(() => {
    const begun = this.attempts().filter(({ phase }) => phase !== 'prepared');
    const counted = begun.length > 1 ? countedAttempt(begun, this.grading()) : null;
    return begun.map((attempt) => ({ ...attempt, counted: attempt.id === counted })).reverse();
  });

  protected verdict({ passed, counted }: { passed: boolean | null; counted: boolean }): string {
    const words = passed ? this.t('passed') : this.t('failed');
    return counted ? `${words}, ${this.t('counted')}` : words;
  }
}
