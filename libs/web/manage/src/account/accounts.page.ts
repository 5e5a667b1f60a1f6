/** The room of accounts: who may sign in, as what, and where. */
import { Component, computed, inject } from '@angular/core';
import { type AccountRow, endpoints, ROLES } from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  IconComponent,
  InstantPipe,
  PageHeaderComponent,
  PersonComponent,
  SelectComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { listStateOf, oneOf, searchOf, tableQueryOf } from '../list/list-address';
import { openUnits } from '../list/units';
import type { AccountDialogData, AccountSaved } from './account.dialog';
import type { TemporaryPassword } from './temporary-password.dialog';

/** Grants shown in a row. */
const FEW = 2;

@Component({
  selector: 'th-accounts-page',
  imports: [
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
  ],
  templateUrl: './accounts.page.html',
  styleUrl: '../list/list.scss',
})
export class AccountsPage {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly address = addressState({ page: 1, search: '', role: null as string | null });
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  protected readonly role = computed(() => oneOf(ROLES, this.address.value().role) ?? null);
  protected readonly roles = computed(() =>
    ROLES.map((value) => ({ value: value as string, label: this.t(`role.${value}`) })),
  );
  private readonly units = openUnits();
  protected readonly list = read(endpoints.listAccounts, () => ({
    query: {
      page: this.query().page,
      pageSize: this.query().pageSize,
      search: searchOf(this.query()),
      role: this.role() ?? undefined,
    },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);

  protected readonly columns = computed<TableColumn<AccountRow>[]>(() => [
    { key: 'name', title: this.t('account.name'), text: (row) => row.fullName, primary: true },
    { key: 'grants', title: this.t('account.grants') },
    { key: 'lastSignIn', title: this.t('account.lastSignIn'), width: '10rem' },
    { key: 'state', title: this.t('account.state'), width: '8rem' },
    { key: 'actions', title: this.t('account.actions'), width: '14rem' },
  ]);
  protected readonly byId = (row: AccountRow) => row.id;

  protected few(row: AccountRow): AccountRow['grants'] {
    return row.grants.slice(0, FEW);
  }

  protected rest(row: AccountRow): number {
    return Math.max(0, row.grants.length - FEW);
  }

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }

  protected async edit(account?: AccountRow): Promise<void> {
    const { AccountDialog } = await import('./account.dialog');
    const data: AccountDialogData = { account, units: this.units() };
    const saved = await this.dialogs.open<AccountSaved>(AccountDialog, { data, wide: true });
    if (!saved) return;
    this.list.reload();
    if (saved.temporary) await this.show(saved.temporary);
  }

  protected async reset(account: AccountRow): Promise<void> {
    const sure = await this.dialogs.confirm({
      heading: this.t('account.resetHeading', { name: account.fullName }),
      consequence: this.t('account.resetConsequence'),
      confirm: this.t('account.resetConfirm'),
    });
    if (!sure) return;
    try {
      const { temporaryPassword } = await this.api.call(endpoints.resetPassword, {
        params: { accountId: account.id },
      });
      await this.show({
        name: account.fullName,
        username: account.username,
        password: temporaryPassword,
      });
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    }
  }

  private async show(data: TemporaryPassword): Promise<void> {
    const { TemporaryPasswordDialog } = await import('./temporary-password.dialog');
    await this.dialogs.open(TemporaryPasswordDialog, { data, stay: true });
  }
}
