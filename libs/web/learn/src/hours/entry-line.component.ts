/** The room of one training in an officer's year. */
import { Component, computed, input, output } from '@angular/core';
import type { HoursEntry } from '@tap-huan/contract';
import {
  formatDay,
  formatMarks,
  IconComponent,
  injectLanguage,
  StatusChipComponent,
} from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

const TONES = {
  proposed: 'warning',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
  replaced: 'neutral',
  void: 'neutral',
} as const;

@Component({
  selector: 'th-my-hours-entry',
  imports: [IconComponent, StatusChipComponent],
  template: `
    <div class="main">
      <p class="title">{{ entry().title }}</p>
      <p class="th-muted th-small">{{ facts() }}</p>
      @if (entry().state === 'approved' && !entry().counts) {
        <p class="th-small">{{ t('notCounted') }}</p>
      }
      @if (entry().reason) {
        <p class="th-small">{{ t('reason', { reason: entry().reason }) }}</p>
      }
      @for (file of entry().evidence; track file.id) {
        <a class="file th-small" [href]="fileOf()(file.id)" target="_blank" rel="noopener">
          <th-icon name="attachment" [size]="16" /> {{ t('evidence', { name: file.name }) }}
        </a>
      }
    </div>
    <p class="hours" [class.off]="!entry().counts">
      {{ t('periods', { hours: hours() }) }}
    </p>
    <div class="state">
      <th-status-chip [tone]="tones[entry().state]">{{ stateWords() }}</th-status-chip>
      @if (entry().state === 'proposed') {
        <button
          type="button"
          class="th-button th-button--quiet th-button--small"
          [attr.aria-label]="t('withdrawOf', { title: entry().title })"
          (click)="withdrawn.emit()"
        >
          {{ t('withdraw') }}
        </button>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 1fr 7rem 12rem;
      gap: var(--th-16);
      padding: var(--th-16) 0;
    }
    p {
      margin: 0;
    }
    .title {
      font-weight: 500;
      overflow-wrap: anywhere;
    }
    .file {
      display: inline-flex;
      align-items: center;
      gap: var(--th-4);
      min-height: var(--th-target);
      overflow-wrap: anywhere;
    }
    .hours {
      font-variant-numeric: tabular-nums;
      text-align: right;
    }
    .hours.off {
      color: var(--th-ink-3);
    }
    .state {
      display: flex;
      flex-direction: column;
      align-items: flex-start;
      gap: var(--th-4);
    }
    @media (max-width: 719px) {
      :host {
        grid-template-columns: 1fr auto;
      }
      .state {
        grid-column: 1 / -1;
        flex-direction: row;
        align-items: center;
        flex-wrap: wrap;
      }
    }
  `,
})
export class EntryLineComponent {
  readonly entry = input.required<HoursEntry>();
  /** Address of a paper. */
  readonly fileOf = input.required<(mediaId: string) => string>();
  readonly withdrawn = output<void>();
  private readonly language = injectLanguage();
  protected readonly t = injectText();
  protected readonly tones = TONES;
  protected readonly stateWords = computed(() => this.t(`entryState.${this.entry().state}`));
  protected readonly hours = computed(() => formatMarks(this.entry().hours, this.language()));
  protected readonly facts = computed(() => {
    const { startedOn, day, source, organiser, documentNo, automatic } = this.entry();
    const days =
      startedOn && startedOn !== day
        ? this.t('days', { from: formatDay(startedOn), to: formatDay(day) })
        : formatDay(day);
    return [
      days,
      this.t(`source.${source}`),
      organiser,
      documentNo && this.t('documentNo', { number: documentNo }),
      automatic && this.t('automatic'),
    ]
      .filter(Boolean)
      .join(' · ');
  });
}
