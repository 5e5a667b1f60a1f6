/** The room where an own list is sent again and again: when, to whom, and what became of it. */
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  endpoints,
  LIST_RECIPIENTS_MAX,
  LIST_RHYTHMS,
  type ListSending,
  type ListSendingState,
} from '@tap-huan/contract';
import { Api, kept, Problems, read, UnsavedWork } from '@tap-huan/web/api';
import {
  CalloutComponent,
  CellDirective,
  DataTableComponent,
  DayPipe,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  FieldComponent,
  formatInstant,
  IconComponent,
  PageHeaderComponent,
  SectionComponent,
  SelectComponent,
  SkeletonComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
  Toasts,
} from '@tap-huan/web/ui';
import { injectRecordText } from '../record/i18n/text';
import { RecipientsComponent } from './recipients.component';
import { draftOf, type ScheduleDraft, textOf } from './schedule-draft';

const TONES = {
  waiting: 'active',
  sent: 'good',
  told: 'good',
  nothing: 'neutral',
  mail_failed: 'warning',
  closed: 'neutral',
  no_scope: 'neutral',
  not_valid: 'bad',
  failed: 'bad',
} as const satisfies Record<ListSendingState, string>;
/** Monday is 1. */
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const PAGE_SIZE = 30;

@Component({
  selector: 'th-list-schedule-page',
  imports: [
    CalloutComponent,
    CellDirective,
    DataTableComponent,
    DayPipe,
    EmptyStateComponent,
    ErrorStateComponent,
    FieldComponent,
    IconComponent,
    PageHeaderComponent,
    RecipientsComponent,
    RouterLink,
    SectionComponent,
    SelectComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './schedule.page.html',
  styleUrl: './schedule.page.scss',
})
export class ListSchedulePage {
  readonly listId = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);
  protected readonly problems = inject(Problems);
  protected readonly t = injectRecordText();
  private readonly params = computed(() => ({ listId: this.listId() }));
  private readonly lists = read(endpoints.listSavedLists);
  protected readonly name = computed(() =>
    this.lists.hasValue()
      ? (this.lists.value().items.find(({ id }) => id === this.listId())?.name ?? '')
      : '',
  );
  protected readonly stored = read(endpoints.readListSchedule, () => ({ params: this.params() }));
  protected readonly known = kept(this.stored);
  /** What holds; a rest is no other schedule, so that what was typed outlives it. */
  private readonly held = computed(() => textOf(draftOf(this.known()?.schedule)));
  protected readonly draft = linkedSignal<string, ScheduleDraft>({
    source: () => this.held(),
    computation: () => draftOf(this.known()?.schedule),
  });
  protected readonly isNew = computed(() => this.known()?.schedule === null);
  protected readonly dirty = computed(() => textOf(this.draft()) !== this.held());
  protected readonly complete = computed(() => {
    const { length } = this.draft().people;
    return length > 0 && length <= LIST_RECIPIENTS_MAX;
  });
  protected readonly next = computed(() => {
    const at = this.known()?.schedule?.nextAt;
    return at ? this.t('listSend.next', { at: formatInstant(at) }) : null;
  });

  protected readonly search = signal('');
  private readonly searched = read(endpoints.findListRecipients, () => ({
    params: this.params(),
    query: { search: this.search() },
  }));
  protected readonly found = kept(this.searched);
  protected readonly searchProblem = computed(() => {
    const error = this.searched.error();
    return error ? this.problems.message(error) : null;
  });

  protected readonly rhythms = computed(() =>
    LIST_RHYTHMS.map((value) => ({ value, label: this.t(`listSend.rhythm.${value}`) })),
  );
  protected readonly weekdays = computed(() =>
    WEEKDAYS.map((value) => ({ value: value as number, label: this.t(`listSend.days.d${value}`) })),
  );
  protected readonly monthDays = computed(() =>
    Array.from({ length: 31 }, (_, index) => index + 1).map((value) => ({
      value,
      label: this.t('listSend.dayOfMonth', { day: value }),
    })),
  );
  protected readonly hours = Array.from({ length: 24 }, (_, value) => ({
    value,
    label: `${String(value).padStart(2, '0')}:00`,
  }));

  protected readonly query = signal<TableQuery>({
    ...{ page: 1, pageSize: PAGE_SIZE, search: '', sort: null },
  });
  protected readonly sent = read(endpoints.listListSendings, () => ({
    params: this.params(),
    query: { page: this.query().page, pageSize: PAGE_SIZE },
  }));
  protected readonly log = kept(this.sent);
  protected readonly columns = computed<TableColumn<ListSending>[]>(() => [
    { key: 'name', title: this.t('listSend.name'), primary: true },
    { key: 'day', title: this.t('listSend.day') },
    { key: 'state', title: this.t('listSend.result') },
    {
      key: 'lines',
      title: this.t('listSend.lines'),
      numeric: true,
      text: ({ lines }) => String(lines),
    },
  ]);
  protected readonly tones = TONES;
  protected readonly byId = ({ id }: ListSending) => id;
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  constructor() {
    inject(UnsavedWork).watch(this.dirty);
  }

  protected change(part: Partial<ScheduleDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected searchAgain(): void {
    this.searched.reload();
  }

  protected async save(): Promise<void> {
    const { people, ...rhythm } = this.draft();
    if (!this.complete()) return;
    const recipientIds = people.map(({ accountId }) => accountId);
    await this.act(this.t('listSend.saved'), () =>
      this.api.call(endpoints.setListSchedule, {
        params: this.params(),
        body: { ...rhythm, recipientIds },
      }),
    );
  }

  protected async rest(paused: boolean): Promise<void> {
    await this.act(this.t(paused ? 'listSend.pausedNow' : 'listSend.resumedNow'), () =>
      this.api.call(endpoints.pauseListSchedule, { params: this.params(), body: { paused } }),
    );
  }

  protected async end(): Promise<void> {
    const sure = await this.dialogs.confirm({
      heading: this.t('listSend.endAsk', { name: this.name() }),
      consequence: this.t('listSend.endConsequence'),
      confirm: this.t('listSend.end'),
      danger: true,
    });
    if (!sure) return;
    const ended = await this.act(this.t('listSend.ended'), () =>
      this.api.call(endpoints.removeListSchedule, { params: this.params() }),
    );
    if (!ended) return;
    const list = { queryParams: { list: this.listId() } };
    await this.router.navigate(['/quan-ly/bao-cao/danh-sach'], list);
  }

  /** One at a time; what was typed stays where it fails. */
  private async act(told: string, call: () => Promise<unknown>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await call();
      this.toasts.tell(told);
      this.stored.reload();
      this.sent.reload();
      return true;
    } catch (error) {
      this.failure.set(error);
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}
