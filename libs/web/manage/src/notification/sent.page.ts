/** The room of the notices to the people of the own units, and of what became of their mails. */
import { Component, computed, inject } from '@angular/core';
import {
  endpoints,
  MAIL_STATES,
  type MailState,
  NOTICE_KINDS,
  type NoticeRow,
} from '@tap-huan/contract';
import { addressState, kept, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  InstantPipe,
  SelectComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { idOf, listStateOf, oneOf, searchOf, tableQueryOf } from '../list/list-address';
import { openUnits } from '../list/units';
import { injectText } from './i18n/text';
import { ReminderHeadComponent } from './reminder-head.component';

const TONES = {
  none: 'neutral',
  waiting: 'active',
  sent: 'good',
  failed: 'bad',
  skipped: 'neutral',
} as const satisfies Record<MailState, string>;

@Component({
  selector: 'th-sent-page',
  imports: [
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    InstantPipe,
    ReminderHeadComponent,
    SelectComponent,
    StatusChipComponent,
    UnitPickerComponent,
  ],
  templateUrl: './sent.page.html',
  styleUrl: '../list/list.scss',
})
export class SentPage {
  private readonly dialogs = inject(Dialogs);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly address = addressState({
    page: 1,
    search: '',
    loai: null as string | null,
    thu: null as string | null,
    unitId: null as string | null,
  });
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  protected readonly kind = computed(() => oneOf(NOTICE_KINDS, this.address.value().loai) ?? null);
  protected readonly mailState = computed(
    () => oneOf(MAIL_STATES, this.address.value().thu) ?? null,
  );
  protected readonly filtered = computed(() =>
    [this.kind(), this.mailState(), this.address.value().unitId].some((filter) => filter !== null),
  );
  protected readonly units = openUnits();
  protected readonly kinds = computed(() =>
    NOTICE_KINDS.map((value) => ({ value: value as string, label: this.t(`kind.${value}`) })),
  );
  protected readonly states = computed(() =>
    MAIL_STATES.map((value) => ({ value: value as string, label: this.t(`mailState.${value}`) })),
  );
  protected readonly list = read(endpoints.listNotices, () => ({
    query: {
      page: this.query().page,
      pageSize: this.query().pageSize,
      search: searchOf(this.query()),
      kind: this.kind() ?? undefined,
      mailState: this.mailState() ?? undefined,
      unitId: idOf(this.address.value().unitId),
    },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly tones = TONES;
  protected readonly byId = (row: NoticeRow) => row.id;
  protected readonly columns = computed<TableColumn<NoticeRow>[]>(() => [
    { key: 'person', title: this.t('sent.person'), primary: true, width: '17rem' },
    { key: 'what', title: this.t('sent.what') },
    { key: 'at', title: this.t('sent.at'), width: '10rem' },
    { key: 'mail', title: this.t('sent.mail'), width: '13rem' },
    { key: 'actions', title: this.t('sent.actions'), width: '6rem' },
  ]);

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }

  protected filter(part: Partial<ReturnType<typeof this.address.value>>): void {
    this.address.set({ ...part, page: 1 });
  }

  protected async show(row: NoticeRow): Promise<void> {
    const { NoticeDialog } = await import('./notice.dialog');
    if (await this.dialogs.open<boolean>(NoticeDialog, { data: row, wide: true }))
      this.list.reload();
  }
}
