/** The room of an officer's posts over time, the newest first. */
import { Component, input, output } from '@angular/core';
import type { OfficerPosition } from '@tap-huan/contract';
import { formatDay, StatusChipComponent } from '@tap-huan/web/ui';
import { injectPeopleText } from './i18n/text';
import { lastDay } from './last-day';

@Component({
  selector: 'th-positions',
  imports: [StatusChipComponent],
  template: `
    <ol>
      @for (position of positions(); track position.id) {
        <li [class.now]="position.validTo === null">
          <span class="days">
            {{ daysOf(position) }}
            @if (position.validTo === null) {
              <th-status-chip tone="good">{{ t('officer.now') }}</th-status-chip>
            }
          </span>
          <span class="what">
            <strong>{{ jobOf(position) }}</strong>
            <span>{{ position.unitName }}</span>
            @if (position.unitPath.length > 0) {
              <span class="sub">{{ aboveOf(position) }}</span>
            }
            <span class="sub">{{ moreOf(position) }}</span>
            @if (position.endReason; as reason) {
              <span class="sub">{{ t('officer.ended', { reason }) }}</span>
            }
          </span>
          @if (editable()) {
            <span class="acts">
              <button
                type="button"
                class="th-button th-button--quiet th-button--small"
                [attr.aria-label]="t('officer.correctOf', { job: position.jobPosition })"
                (click)="correct.emit(position)"
              >
                {{ t('officer.correct') }}
              </button>
              @if (position.validTo !== null && positions().length > 1) {
                <button
                  type="button"
                  class="th-button th-button--quiet th-button--small"
                  [attr.aria-label]="t('officer.removeOf', { job: position.jobPosition })"
                  (click)="remove.emit(position)"
                >
                  {{ t('officer.remove') }}
                </button>
              }
            </span>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: 14rem minmax(0, 1fr) auto;
      gap: var(--th-4) var(--th-16);
      align-items: start;
      padding: var(--th-12) 0 var(--th-12) var(--th-16);
      border-inline-start: 3px solid var(--th-line);
    }
    .now {
      border-inline-start-color: var(--th-celadon);
    }
    .days {
      display: flex;
      flex-direction: column;
      align-items: start;
      gap: var(--th-4);
      color: var(--th-ink-2);
      font-variant-numeric: tabular-nums;
    }
    .what > * {
      display: block;
      overflow-wrap: anywhere;
    }
    strong {
      font-weight: 600;
    }
    .sub {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
    }
    @media (max-width: 719px) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
      .acts {
        justify-self: start;
        margin-inline-start: calc(-1 * var(--th-8));
      }
    }
  `,
})
export class PositionsComponent {
  readonly positions = input.required<readonly OfficerPosition[]>();
  readonly editable = input(false);
  readonly correct = output<OfficerPosition>();
  readonly remove = output<OfficerPosition>();
  protected readonly t = injectPeopleText();

  protected daysOf({ validFrom, validTo }: OfficerPosition): string {
    const from = formatDay(validFrom);
    return validTo === null
      ? this.t('officer.from', { from })
      : this.t('officer.fromTo', { from, to: formatDay(lastDay(validTo)) });
  }

  protected jobOf({ leadership, jobPosition }: OfficerPosition): string {
    return leadership ? `${leadership} · ${jobPosition}` : jobPosition;
  }

  protected aboveOf({ unitPath }: OfficerPosition): string {
    return [...unitPath].reverse().join(', ');
  }

  /** Category, rank, appointment, decision: what is known of them. */
  protected moreOf(position: OfficerPosition): string {
    const { staffCategory, rank, appointedOn, decisionNo } = position;
    return [
      this.t(`category.${staffCategory}`),
      rank,
      appointedOn && this.t('officer.appointed', { day: formatDay(appointedOn) }),
      decisionNo && this.t('officer.decision', { no: decisionNo }),
    ]
      .filter(Boolean)
      .join(' · ');
  }
}
