/** The room of the working calendar: the days of a year, a day more or less, a time limit tried. */
import { Component, computed, inject, signal } from '@angular/core';
import { endpoints, type PublicHoliday } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { addressState, Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  CellDirective,
  DataTableComponent,
  DateInputComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  FieldComponent,
  formatDay,
  IconComponent,
  InputDirective,
  injectLanguage,
  PageHeaderComponent,
  SectionComponent,
  SelectComponent,
  StatusChipComponent,
  type TableColumn,
  Toasts,
} from '@tap-huan/web/ui';
import { limitAfter, weekdayOf, yearsOf } from './calendar';
import { injectHolidayText } from './i18n/text';

@Component({
  selector: 'th-holidays-page',
  imports: [
    CalloutComponent,
    CellDirective,
    DataTableComponent,
    DateInputComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    FieldComponent,
    IconComponent,
    InputDirective,
    PageHeaderComponent,
    SectionComponent,
    SelectComponent,
    StatusChipComponent,
  ],
  templateUrl: './holidays.page.html',
  styleUrls: ['../list/list.scss', './holidays.page.scss'],
})
export class HolidaysPage {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  private readonly language = injectLanguage();
  protected readonly t = injectHolidayText();
  private readonly today = today(new Date());
  protected readonly address = addressState({ nam: this.today.slice(0, 4) });
  protected readonly list = read(endpoints.listHolidays);
  protected readonly known = kept(this.list);
  protected readonly rows = computed(() =>
    this.known()?.items.filter(({ day }) => day.startsWith(this.address.value().nam)),
  );
  protected readonly years = computed(() =>
    yearsOf(this.known()?.items ?? [], this.today).map((value) => ({
      value,
      label: this.t('yearOf', { year: value }),
    })),
  );
  protected readonly columns = computed<TableColumn<PublicHoliday>[]>(() => [
    { key: 'day', title: this.t('day'), primary: true, width: '11rem' },
    { key: 'name', title: this.t('name') },
    { key: 'kind', title: this.t('kind'), width: '7rem' },
    { key: 'note', title: this.t('note'), text: ({ note }) => note ?? '–' },
    ...(this.known()?.mayChange
      ? [{ key: 'actions', title: this.t('actions'), width: '6rem' }]
      : []),
  ]);
  protected readonly byId = ({ id }: PublicHoliday) => id;

  protected readonly since = signal<string | null>(this.today);
  protected readonly count = signal('2');
  protected readonly limit = computed(() =>
    limitAfter(this.known()?.items ?? [], this.since(), this.count()),
  );

  protected nameOf({ nameVi, nameEn }: PublicHoliday): string {
    return this.language() === 'vi' ? nameVi : nameEn;
  }

  protected weekday(day: string): string {
    return weekdayOf(day, this.language());
  }

  protected readonly formatDay = formatDay;

  protected async add(): Promise<void> {
    const { HolidayDialog } = await import('./holiday.dialog');
    const day = await this.dialogs.open<string>(HolidayDialog);
    if (day === undefined) return;
    this.address.set({ nam: day.slice(0, 4) });
    this.list.reload();
  }

  protected async remove(holiday: PublicHoliday): Promise<void> {
    const day = formatDay(holiday.day);
    const sure = await this.dialogs.confirm({
      heading: this.t('removeHeading', { day }),
      consequence: this.t('removeConsequence', { name: this.nameOf(holiday) }),
      confirm: this.t('removeConfirm'),
      danger: true,
    });
    if (!sure) return;
    try {
      await this.api.call(endpoints.removeHoliday, { params: { holidayId: holiday.id } });
      this.toasts.tell(this.t('removed', { day }));
      this.list.reload();
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    }
  }
}
