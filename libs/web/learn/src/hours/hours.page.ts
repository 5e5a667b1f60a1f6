/** The room of an officer's own hours: the year at a glance, each training of it, and proposals. */
import { Component, computed, inject } from '@angular/core';
import { type HoursEntry, routes } from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatDay,
  formatMarks,
  IconComponent,
  injectLanguage,
  PageHeaderComponent,
  ProgressBarComponent,
  SectionComponent,
  SelectComponent,
  SkeletonComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { EntryLineComponent } from './entry-line.component';
import { injectText } from './i18n/text';

@Component({
  selector: 'th-my-hours-page',
  imports: [
    CalloutComponent,
    EmptyStateComponent,
    EntryLineComponent,
    ErrorStateComponent,
    IconComponent,
    PageHeaderComponent,
    ProgressBarComponent,
    SectionComponent,
    SelectComponent,
    SkeletonComponent,
  ],
  templateUrl: './hours.page.html',
  styleUrl: './hours.page.scss',
})
export class MyHoursPage {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly language = injectLanguage();
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly address = addressState({ nam: 0 });
  private readonly asked = computed(() => {
    const { nam } = this.address.value();
    return Number.isInteger(nam) && nam >= 2000 && nam <= 2100 ? nam : undefined;
  });
  protected readonly list = read(routes.readMyHours, () => ({ query: { year: this.asked() } }));
  protected readonly year = kept(this.list);
  protected readonly years = computed(() =>
    (this.year()?.years ?? []).map(({ year, counted }) => ({
      value: year,
      label: this.t('yearOf', { year, hours: this.hours(counted) }),
    })),
  );
  protected readonly summary = computed(() => {
    const year = this.year();
    if (!year) return '';
    const counted = this.hours(year.counted);
    return year.required === null
      ? this.t('onlyTotal', { counted })
      : this.t('total', { counted, required: this.hours(year.required) });
  });
  protected readonly leaderKind = computed(() => {
    const state = this.year()?.leader?.state;
    return state === 'overdue' || state === 'soon' || state === 'unknown' ? 'warning' : 'note';
  });
  protected readonly leaderWords = computed(() => {
    const leader = this.year()?.leader;
    if (!leader) return '';
    const { state, daysLeft, dueOn, doneOn } = leader;
    const due = formatDay(dueOn);
    return this.t(`leader.${state}`, {
      days: Math.abs(daysLeft ?? 0),
      due,
      done: formatDay(doneOn),
    });
  });

  protected hours(hundredths: number): string {
    return formatMarks(hundredths, this.language());
  }

  protected fileUrl(mediaId: string): string {
    return this.api.fileUrl(routes.readMyEvidence, { params: { mediaId } });
  }

  protected readonly fileOf = (mediaId: string): string => this.fileUrl(mediaId);

  protected async propose(): Promise<void> {
    const { ProposeDialog } = await import('./propose.dialog');
    const year = await this.dialogs.open<number>(ProposeDialog, { wide: true });
    if (!year) return;
    // The list of another year would not show what was just sent.
    if (year !== this.year()?.year) this.address.set({ nam: year });
    this.list.reload();
  }

  protected async withdraw({ id, title }: HoursEntry): Promise<void> {
    const agreed = await this.dialogs.confirm({
      heading: this.t('withdrawAsk'),
      consequence: this.t('withdrawEffect', { title }),
      confirm: this.t('withdraw'),
      danger: true,
    });
    if (!agreed) return;
    try {
      await this.api.call(routes.withdrawHours, { params: { entryId: id } });
      this.toasts.tell(this.t('withdrawn'));
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    }
    this.list.reload();
  }
}
