/** The room of the officer's personal data: who looked, a copy, requests for correction. */
import { Component, computed, inject, signal } from '@angular/core';
import { type Correction, type Disclosure, routes } from '@tap-huan/contract';
import { Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatDay,
  formatInstant,
  IconComponent,
  InstantPipe,
  PageHeaderComponent,
  SectionComponent,
  SkeletonComponent,
  StatusChipComponent,
  type Tone,
} from '@tap-huan/web/ui';
import { injectMyRecordText } from './i18n/text';
import { RecordTabsComponent } from './record-tabs.component';

const TONES: Record<Correction['state'], Tone> = {
  asked: 'warning',
  acknowledged: 'active',
  corrected: 'good',
  declined: 'neutral',
};
/** Lines at first, and more with each click. */
const STEP = 20;
const MOST = 200;

@Component({
  selector: 'th-my-data-page',
  imports: [
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    InstantPipe,
    PageHeaderComponent,
    RecordTabsComponent,
    SectionComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './my-data.page.html',
  styleUrl: './my-record.page.scss',
})
export class MyDataPage {
  private readonly dialogs = inject(Dialogs);
  protected readonly problems = inject(Problems);
  protected readonly t = injectMyRecordText();
  protected readonly data = inject(Api).fileUrl(routes.readMyData);
  protected readonly shown = signal(STEP);
  protected readonly looks = read(routes.listMyDisclosures, () => ({
    query: { page: 1, pageSize: this.shown() },
  }));
  protected readonly seen = kept(this.looks);
  protected readonly hasMore = computed(() => {
    const seen = this.seen();
    return seen !== undefined && seen.total > seen.items.length && this.shown() < MOST;
  });
  protected readonly requests = read(routes.listMyCorrections);
  protected readonly corrections = kept(this.requests);
  protected readonly tones = TONES;

  protected more(): void {
    this.shown.update((count) => Math.min(MOST, count + 3 * STEP));
  }

  protected whoOf({ byName, byUnit, own }: Disclosure): string {
    if (own) return this.t('privacy.own');
    return [byName || this.t('privacy.nobody'), byUnit].filter(Boolean).join(', ');
  }

  protected progressOf(row: Correction): string {
    if (row.state === 'asked') {
      const day = formatDay(row.acknowledgeBy);
      return this.t(row.late ? 'privacy.late' : 'privacy.wait', { day });
    }
    const closed = row.answeredAt !== null;
    return this.t(closed ? 'privacy.answered' : 'privacy.acknowledged', {
      name: (closed ? row.answeredByName : row.acknowledgedByName) ?? '',
      at: formatInstant((closed ? row.answeredAt : row.acknowledgedAt) ?? ''),
    });
  }

  protected async ask(): Promise<void> {
    const { CorrectionDialog } = await import('./correction.dialog');
    if (await this.dialogs.open<boolean>(CorrectionDialog, {})) this.requests.reload();
  }
}
