/** The room of the first line of a page: where am I, and what can I do here. */
import { Component, input } from '@angular/core';

/**
 * Title of a page (its only h1), a sentence below it, a way back above it and actions beside it.
 *
 *   <th-page-header [heading]="course.title" [sub]="course.code">
 *     <a thBack routerLink="/soan"><th-icon name="back" /> Khóa bồi dưỡng</a>
 *     <th-status-chip thStatus tone="good">Đã phát hành</th-status-chip>
 *     <button thActions class="th-button th-button--primary">Phát hành</button>
 *   </th-page-header>
 */
@Component({
  selector: 'th-page-header',
  template: `
    <div class="back"><ng-content select="[thBack]" /></div>
    <div class="line">
      <div class="words">
        <h1>{{ heading() }}</h1>
        @if (sub(); as sub) {
          <p>{{ sub }}</p>
        }
        <div class="status"><ng-content select="[thStatus]" /></div>
      </div>
      <div class="actions"><ng-content select="[thActions]" /></div>
    </div>
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: var(--th-24);
    }
    .back:empty,
    .status:empty,
    .actions:empty {
      display: none;
    }
    .back {
      margin-bottom: var(--th-4);
      font-size: var(--th-size-15);
    }
    .back ::ng-deep > a {
      display: inline-flex;
      align-items: center;
      gap: var(--th-8);
      min-height: var(--th-target);
      text-decoration: none;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: var(--th-12) var(--th-24);
    }
    .words {
      flex: 1 1 20rem;
      min-width: 0;
    }
    p {
      max-width: var(--th-measure);
      color: var(--th-ink-2);
    }
    .status {
      display: flex;
      flex-wrap: wrap;
      gap: var(--th-8);
      margin-top: var(--th-8);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--th-8);
    }
    @media (max-width: 719px) {
      h1 {
        font-size: var(--th-size-21);
      }
      .actions {
        width: 100%;
      }
      .actions ::ng-deep > .th-button {
        flex: 1 1 auto;
      }
    }
  `,
})
export class PageHeaderComponent {
  readonly heading = input.required<string>();
  readonly sub = input<string | null>();
}
