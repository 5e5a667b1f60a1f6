/** The room of the tree of units: added to, renamed, moved, ended. */
import { Component, computed, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type UnitRow } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { addressState, Api, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CalloutComponent,
  CellDirective,
  DateInputComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  FieldComponent,
  formatDay,
  PageHeaderComponent,
  SearchFieldComponent,
  StatusChipComponent,
  type TableColumn,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { rootsOf, treeRows, type TreeShape } from '../tree/tree-rows';
import { type Fold, TreeTableComponent } from '../tree/tree-table.component';
import { injectUnitText } from './i18n/text';
import type { UnitDialogData } from './unit.dialog';

const SHAPE: TreeShape<UnitRow> = {
  id: (unit) => unit.id,
  parentId: (unit) => unit.parentId,
  words: (unit) => `${unit.name} ${unit.code}`,
};
const isOpen = (unit: UnitRow) => unit.validTo === null;

@Component({
  selector: 'th-units-page',
  imports: [
    RouterLink,
    CalloutComponent,
    CellDirective,
    DateInputComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    FieldComponent,
    PageHeaderComponent,
    SearchFieldComponent,
    StatusChipComponent,
    TreeTableComponent,
  ],
  templateUrl: './units.page.html',
  styleUrls: ['../list/list.scss', './units.page.scss'],
})
export class UnitsPage {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly units = injectUnitText();
  private readonly store = inject(SessionStore);
  protected readonly address = addressState({ search: '', cu: '', ngay: '' });
  /** A day that is not today: the tree as it was then is only looked at. */
  protected readonly day = computed(() => {
    const { ngay } = this.address.value();
    return /^\d{4}-\d{2}-\d{2}$/.test(ngay) && ngay !== today(new Date()) ? ngay : null;
  });
  protected readonly mayManage = computed(
    () => this.store.can('unit.manage') && this.day() === null,
  );
  protected readonly mayReorganise = computed(() => this.store.can('unit.reorganise'));
  private readonly present = read(endpoints.listUnits);
  private readonly past = read(endpoints.readUnitTree, () => {
    const on = this.day();
    return on ? { query: { on } } : undefined;
  });
  protected readonly list = computed(() => (this.day() === null ? this.present : this.past));
  private readonly known = kept(this.present);
  protected readonly items = computed<UnitRow[] | undefined>(() =>
    this.day() === null
      ? this.known()?.items
      : this.past.hasValue()
        ? this.past.value().items.map((unit) => ({ ...unit, validTo: null }))
        : undefined,
  );
  protected readonly isOpen = isOpen;
  protected readonly open = linkedSignal<string, ReadonlySet<string>>({
    // Changes of the tree leave the folding as it is; only the first answer decides it.
    source: () => [...rootsOf(this.items() ?? [], SHAPE)].join(),
    computation: (roots) => new Set(roots.split(',')),
  });
  protected readonly rows = computed(() => {
    const items = this.items();
    const { search, cu } = this.address.value();
    return (
      items && treeRows(items, SHAPE, { open: this.open(), search, keep: cu ? undefined : isOpen })
    );
  });

  protected readonly columns = computed<TableColumn<UnitRow>[]>(() => [
    { key: 'name', title: this.t('unit.name') },
    { key: 'code', title: this.t('unit.code'), text: (unit) => unit.code, width: '8rem' },
    {
      key: 'kind',
      title: this.t('unit.kind'),
      text: (unit) => this.t(`kind.${unit.kind}`),
      width: '12rem',
    },
    {
      key: 'officers',
      title: this.t('unit.officers'),
      text: (unit) => unit.officers,
      numeric: true,
      width: '5rem',
    },
    { key: 'period', title: this.t('unit.period'), width: '8.5rem', wideOnly: true },
    ...(this.mayManage()
      ? [{ key: 'actions', title: this.t('unit.actions'), width: '22rem', primary: true }]
      : []),
  ]);
  protected readonly nameOf = (unit: UnitRow) => unit.name;
  protected readonly formatDay = formatDay;

  protected fold({ id, open }: Fold): void {
    const next = new Set(this.open());
    if (open) next.add(id);
    else next.delete(id);
    this.open.set(next);
  }

  protected since(unit: UnitRow): string {
    return this.t('unit.since', { from: formatDay(unit.validFrom) });
  }

  protected until(unit: UnitRow): string {
    return this.t('unit.until', { to: formatDay(unit.validTo) });
  }

  protected add(parent: UnitRow): Promise<void> {
    return this.edit({ parent });
  }

  protected async edit(what: Pick<UnitDialogData, 'unit' | 'parent'>): Promise<void> {
    const { UnitDialog } = await import('./unit.dialog');
    const data: UnitDialogData = { ...what, units: (this.items() ?? []).filter(isOpen) };
    const saved = await this.dialogs.open<string>(UnitDialog, { data });
    if (saved === undefined) return;
    if (what.parent) this.fold({ id: what.parent.id, open: true });
    this.present.reload();
  }

  protected async close(unit: UnitRow): Promise<void> {
    const sure = await this.dialogs.confirm({
      heading: this.t('unit.closeHeading', { name: unit.name }),
      consequence: this.t('unit.closeConsequence'),
      confirm: this.t('unit.closeConfirm'),
      danger: true,
    });
    if (!sure) return;
    try {
      await this.api.call(endpoints.closeUnit, { params: { unitId: unit.id } });
      this.toasts.tell(this.t('unit.closeDone', { name: unit.name }));
      this.present.reload();
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    }
  }
}
