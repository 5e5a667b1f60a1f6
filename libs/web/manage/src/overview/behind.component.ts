/** The room of the units that are not at 100 %, each leading to its open enrolments. */
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CoverageRow } from '@tap-huan/contract';
import { IconComponent, ProgressBarComponent } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { leftOf } from './areas';

/** How many stand on the first look. */
const FEW = 8;

@Component({
  selector: 'th-behind',
  imports: [IconComponent, ProgressBarComponent, RouterLink],
  template: `
    @if (behind().length) {
      <ul>
        @for (row of few(); track row.unitId) {
          <li>
            <a routerLink="/quan-ly/ghi-danh" [queryParams]="linkOf(row)">{{ row.unitName }}</a>
            <th-progress-bar
              bare
              [done]="row.completed"
              [total]="row.enrolments"
              [label]="row.unitName"
              [words]="done(row)"
            />
            <span class="words" aria-hidden="true">{{ done(row) }}</span>
            <span class="words">
              @if (row.overdue) {
                <span class="late">{{ t('overview.behindOverdue', { count: row.overdue }) }}</span>
              } @else {
                {{ t('overview.behindLeft', { count: left(row) }) }}
              }
            </span>
          </li>
        }
      </ul>
    } @else {
      <p class="all"><th-icon name="done" /> {{ t('overview.behindNone') }}</p>
    }
    @if (unassigned()) {
      <p class="th-muted">{{ t('overview.unassigned', { count: unassigned() }) }}</p>
    }
    @if (behind().length > few().length || unassigned()) {
      <p>
        <a class="more" routerLink="/quan-ly/do-phu" [queryParams]="{ chua: 'co' }">
          {{ t('overview.behindAll', { count: behind().length }) }}
          <th-icon name="forward" [size]="16" />
        </a>
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 62rem;
    }
    ul {
      margin: 0;
      padding: 0;
      border: 1px solid var(--th-line);
      border-radius: var(--th-radius);
      background: var(--th-paper);
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 12rem 5.5rem 8rem;
      align-items: center;
      gap: var(--th-4) var(--th-16);
      padding: var(--th-4) var(--th-16);
    }
    li + li {
      border-top: 1px solid var(--th-line);
    }
    li a,
    .more {
      display: inline-flex;
      align-items: center;
      gap: var(--th-8);
      min-height: 36px;
    }
    .words {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .late {
      color: var(--th-vermilion);
      font-weight: 500;
    }
    .all {
      display: flex;
      align-items: center;
      gap: var(--th-8);
      color: var(--th-celadon-deep);
    }
    p + p,
    ul + p {
      margin-top: var(--th-8);
    }
    @media (max-width: 719px) {
      li {
        grid-template-columns: minmax(0, 1fr) auto auto;
        padding: var(--th-8) var(--th-16);
      }
      li a {
        grid-column: 1 / -1;
        min-height: var(--th-target);
      }
      .more {
        min-height: var(--th-target);
      }
    }
  `,
})
export class BehindComponent {
  readonly behind = input.required<readonly CoverageRow[]>();
  readonly unassigned = input.required<number>();
  protected readonly t = injectText();
  protected readonly few = computed(() => this.behind().slice(0, FEW));

  protected done({ completed, enrolments }: CoverageRow): string {
    return this.t('overview.doneOf', { done: completed, total: enrolments });
  }

  protected left(row: CoverageRow): number {
    return leftOf(row);
  }

  protected linkOf(row: CoverageRow): Record<string, string> {
    return row.overdue ? { unitId: row.unitId, due: 'overdue' } : { unitId: row.unitId };
  }
}
