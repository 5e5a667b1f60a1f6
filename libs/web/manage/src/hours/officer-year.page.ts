/** The room of one officer's year as HR sees it: every line, entered, corrected, taken out. */
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type HoursEntry } from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatMarks,
  IconComponent,
  injectLanguage,
  MarksPipe,
  PageHeaderComponent,
  ProgressBarComponent,
  SelectComponent,
  SkeletonComponent,
  StatusChipComponent,
  type TableColumn,
  Toasts,
} from '@tap-huan/web/ui';
import { entryFacts } from './entry-words';
import { ENTRY_TONES, LEADER_TONES, YEAR_TONES, yearOf } from './hours-words';
import { injectText } from './i18n/text';

@Component({
  selector: 'th-officer-year-page',
  imports: [
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    MarksPipe,
    PageHeaderComponent,
    ProgressBarComponent,
    RouterLink,
    SelectComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './officer-year.page.html',
  styleUrls: ['../list/list.scss', './officer-year.page.scss'],
})
export class OfficerYearPage {
  readonly officerId = input.required<string>();
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly store = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  private readonly language = injectLanguage();
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly facts = entryFacts();
  protected readonly address = addressState({ nam: 0 });
  protected readonly entryTones = ENTRY_TONES;
  protected readonly yearTones = YEAR_TONES;
  protected readonly leaderTones = LEADER_TONES;
  protected readonly list = read(endpoints.readOfficerHours, () => ({
    params: { officerId: this.officerId() },
    query: { year: yearOf(this.address.value().nam) },
  }));
  protected readonly year = kept(this.list);
  protected readonly mayWrite = computed(() => this.store.can('enrolment.assign'));
  protected readonly years = computed(() =>
    (this.year()?.years ?? []).map(({ year }) => ({ value: year, label: String(year) })),
  );
  protected readonly columns = computed<TableColumn<HoursEntry>[]>(() => [
    { key: 'training', title: this.t('officer.training'), primary: true },
    { key: 'hours', title: this.t('officer.hours'), numeric: true, width: '6rem' },
    { key: 'proof', title: this.t('proposals.proof'), width: '12rem' },
    { key: 'state', title: this.t('common.state'), width: '11rem' },
    { key: 'actions', title: this.t('common.actions'), width: '13rem' },
  ]);
  protected readonly byId = (row: HoursEntry) => row.id;

  protected hours(hundredths: number): string {
    return formatMarks(hundredths, this.language());
  }

  protected summary(counted: number, required: number | null): string {
    return required === null
      ? this.t('year.onlyTotal', { counted: this.hours(counted) })
      : this.t('year.total', { counted: this.hours(counted), required: this.hours(required) });
  }

  protected fileUrl(mediaId: string): string {
    return this.api.fileUrl(endpoints.readHoursEvidence, { params: { mediaId } });
  }

  protected async edit(entry?: HoursEntry): Promise<void> {
    const { EntryDialog } = await import('./entry.dialog');
    const data = entry ? { entry } : { officerIds: [this.officerId()] };
    if (await this.dialogs.open<boolean>(EntryDialog, { data, wide: true })) this.list.reload();
  }

  protected async void(entry: HoursEntry): Promise<void> {
    const { ReasonDialog } = await import('./reason.dialog');
    const data = {
      heading: this.t('officer.voidTitle'),
      hint: this.t('officer.voidHint'),
      confirm: this.t('officer.void'),
      act: async (reason: string) => {
        await this.api.call(endpoints.voidHours, {
          params: { entryId: entry.id },
          body: { reason },
        });
        this.toasts.tell(this.t('officer.voided'));
      },
    };
    if (await this.dialogs.open<boolean>(ReasonDialog, { data })) this.list.reload();
  }
}
