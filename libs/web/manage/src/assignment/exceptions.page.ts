/** The room of the exceptions report: who is excused, who has longer, why, and by whom. */
import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { endpoints, EXCEPTION_KINDS, type ExceptionRow } from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatDay,
  IconComponent,
  InstantPipe,
  PageHeaderComponent,
  PersonComponent,
  SelectComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
  TabsComponent,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { idOf, listStateOf, oneOf, searchOf, tableQueryOf } from '../list/list-address';
import { openUnits } from '../list/units';
import { injectAssignmentText } from './i18n/text';

const ACTIVE = ['true', 'false'] as const;

@Component({
  selector: 'th-exceptions-page',
  imports: [
    RouterLink,
    RouterLinkActive,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    InstantPipe,
    PageHeaderComponent,
    PersonComponent,
    SelectComponent,
    StatusChipComponent,
    TabsComponent,
    UnitPickerComponent,
  ],
  templateUrl: './exceptions.page.html',
  styleUrls: ['../list/list.scss', './assignment.scss'],
})
export class ExceptionsPage {
  private readonly api = inject(Api);
  private readonly store = inject(SessionStore);
  private readonly dialogs = inject(Dialogs);
  protected readonly problems = inject(Problems);
  protected readonly t = injectAssignmentText();
  protected readonly units = openUnits();
  protected readonly address = addressState({
    page: 1,
    search: '',
    kind: null as string | null,
    active: null as string | null,
    unitId: null as string | null,
  });
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  protected readonly kind = computed(
    () => oneOf(EXCEPTION_KINDS, this.address.value().kind) ?? null,
  );
  protected readonly active = computed(() => oneOf(ACTIVE, this.address.value().active) ?? null);
  protected readonly kinds = computed(() =>
    EXCEPTION_KINDS.map((value) => ({
      value: value as string,
      label: this.t(`exceptions.kinds.${value}`),
    })),
  );
  protected readonly actives = computed(() => [
    { value: 'true', label: this.t('exceptions.active') },
    { value: 'false', label: this.t('exceptions.past') },
  ]);
  private readonly filters = computed(() => ({
    kind: this.kind() ?? undefined,
    active: this.active() ?? undefined,
    unitId: idOf(this.address.value().unitId),
    search: searchOf(this.query()),
  }));
  protected readonly list = read(endpoints.listExceptions, () => ({
    query: { ...this.filters(), page: this.query().page, pageSize: this.query().pageSize },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly filtered = computed(() => {
    const { kind, active, unitId } = this.filters();
    return [kind, active, unitId].some((one) => one !== undefined);
  });
  protected readonly sheet = computed(() =>
    this.api.fileUrl(endpoints.exportExceptions, { query: this.filters() }),
  );
  protected readonly mayEnd = computed(() => this.store.can('enrolment.assign'));
  protected readonly columns = computed<TableColumn<ExceptionRow>[]>(() => [
    {
      key: 'person',
      title: this.t('exceptions.person'),
      text: (row) => row.fullName,
      primary: true,
      width: '17rem',
    },
    { key: 'kind', title: this.t('exceptions.kind'), width: '8rem' },
    { key: 'subject', title: this.t('exceptions.subject') },
    { key: 'reason', title: this.t('exceptions.reason') },
    { key: 'period', title: this.t('exceptions.period'), width: '11rem' },
    { key: 'by', title: this.t('exceptions.by'), width: '10rem', wideOnly: true },
    { key: 'actions', title: this.t('exceptions.actions'), width: '7rem' },
  ]);
  protected readonly byId = (row: ExceptionRow) => row.id;

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }

  protected filter(part: Partial<ReturnType<typeof this.address.value>>): void {
    this.address.set({ ...part, page: 1 });
  }

  protected period({ fromDay, toDay }: ExceptionRow): string {
    const [from, to] = [formatDay(fromDay), formatDay(toDay)];
    return toDay
      ? this.t('exceptions.fromTo', { from, to })
      : this.t('exceptions.fromOnly', { from });
  }

  protected async end(row: ExceptionRow): Promise<void> {
    const { EndExemptionDialog } = await import('./end-exemption.dialog');
    if (await this.dialogs.open<boolean>(EndExemptionDialog, { data: row })) this.list.reload();
  }
}
