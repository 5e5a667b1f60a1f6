/** The room of one staff list on its way: its columns, what would become of each line, and the application. */
import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { endpoints, IMPORT_ACTIONS, type ImportLine, type OutputOf } from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read, UnsavedWork } from '@tap-huan/web/api';
import {
  CalloutComponent,
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatDay,
  IconComponent,
  PageHeaderComponent,
  PersonComponent,
  ProgressBarComponent,
  SkeletonComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { listStateOf, oneOf, searchOf, tableQueryOf } from '../../list/list-address';
import { injectPeopleText } from '../i18n/text';
import { ACTIONS, actionTone, isBusy, problemWords } from './import-words';
import { AccountChoiceComponent } from './account-choice.component';
import { AccountResultComponent } from './account-result.component';
import { CodesComponent } from './codes.component';
import { MappingComponent, type Terms } from './mapping.component';

/** Milliseconds between two looks at a list that is worked on; longer while the server is not reached, or only mails go out. */
const LOOK_EVERY = 700;
const LOOK_AFTER_FAILURE = 6_000;
/** Share of a unit's officers from which on leavers deserve a second look. */
const MANY = 0.1;

@Component({
  selector: 'th-import-page',
  imports: [
    RouterLink,
    AccountChoiceComponent,
    AccountResultComponent,
    CodesComponent,
    CalloutComponent,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    MappingComponent,
    PageHeaderComponent,
    PersonComponent,
    ProgressBarComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './import.page.html',
  styleUrl: './import.page.scss',
})
export class ImportPage {
  readonly importId = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  protected readonly problems = inject(Problems);
  protected readonly t = injectPeopleText();
  protected readonly actions = ACTIONS;
  protected readonly actionTone = actionTone;
  protected readonly address = addressState({ page: 1, search: '', loc: '' });

  protected readonly detail = read(endpoints.readOfficerImport, () => ({
    params: { importId: this.importId() },
  }));
  protected readonly known = kept(this.detail);
  protected readonly state = computed(() => this.known()?.state ?? null);
  protected readonly working = computed(() => {
    const state = this.state();
    return state !== null && isBusy(state);
  });
  /** The columns are chosen anew though the list was checked already. */
  protected readonly remapping = signal(false);
  protected readonly isMapping = computed(
    () => this.state() === 'read' || (this.state() === 'checked' && this.remapping()),
  );
  protected readonly isJudged = computed(
    () => (this.state() === 'checked' && !this.remapping()) || this.state() === 'applied',
  );

  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  protected readonly action = computed(
    () => oneOf(IMPORT_ACTIONS, this.address.value().loc) ?? null,
  );
  protected readonly lines = read(endpoints.listImportLines, () =>
    this.isJudged()
      ? {
          params: { importId: this.importId() },
          query: {
            page: this.query().page,
            pageSize: this.query().pageSize,
            search: searchOf(this.query()),
            action: this.action() ?? undefined,
          },
        }
      : undefined,
  );
  private readonly keptLines = kept(this.lines);
  protected readonly page = computed(() => (this.isJudged() ? this.keptLines() : undefined));
  protected readonly rows = computed(() => this.page()?.items);

  protected readonly counts = computed(() => this.known()?.counts);
  protected readonly wrong = computed(() => this.counts()?.wrong ?? 0);
  protected readonly leavers = computed(() => this.counts()?.leave ?? 0);
  protected readonly lineCount = computed(() =>
    ACTIONS.reduce((sum, action) => sum + (this.counts()?.[action] ?? 0), 0),
  );
  protected readonly changing = computed(() => {
    const counts = this.counts();
    return counts ? counts.join + counts.return + counts.change + counts.leave : 0;
  });
  protected readonly isMany = computed(
    () => this.leavers() > (this.known()?.presentOfficers ?? 0) * MANY,
  );
  protected readonly terms = computed(() => {
    const list = this.known();
    if (!list) return '';
    return this.t('check.terms', {
      kind: this.t(`map.${list.kind}`),
      day: formatDay(list.effectiveOn),
    });
  });
  protected readonly blocked = computed(
    () => this.known()?.kind === 'synchronise' && this.wrong() > 0,
  );
  /** What was agreed to is asked again after each check. */
  private readonly checkedAt = computed(() => JSON.stringify(this.counts() ?? null));
  protected readonly skipWrong = linkedSignal({ source: this.checkedAt, computation: () => false });
  protected readonly agreed = linkedSignal({ source: this.checkedAt, computation: () => false });
  protected readonly mayApply = computed(
    () =>
      this.changing() > 0 &&
      !this.blocked() &&
      (this.wrong() === 0 || this.skipWrong()) &&
      (this.leavers() === 0 || this.agreed()),
  );
  protected readonly hasAccounts = computed(() => {
    const accounts = this.known()?.accounts;
    return !!accounts && accounts.joining + accounts.leaving + accounts.beyond > 0;
  });
  protected readonly openAccounts = linkedSignal({
    source: this.checkedAt,
    computation: () => false,
  });
  protected readonly lockAccounts = linkedSignal({
    source: this.checkedAt,
    computation: () => false,
  });
  /** First passwords that are on the screen now, and nowhere else. */
  protected readonly codes = signal<OutputOf<typeof endpoints.drawActivationCodes> | null>(null);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  protected readonly columns = computed<TableColumn<ImportLine>[]>(() => [
    { key: 'person', title: this.t('check.person'), primary: true, width: '17rem' },
    { key: 'row', title: this.t('check.row'), width: '6rem' },
    { key: 'unit', title: this.t('check.unit'), text: (row) => row.unitName, width: '16rem' },
    { key: 'action', title: this.t('check.action'), width: '11rem' },
    { key: 'what', title: this.t('check.what') },
  ]);
  protected readonly byRow = (row: ImportLine) => String(row.row);

  constructor() {
    inject(UnsavedWork).watch(computed(() => (this.codes()?.items.length ?? 0) > 0));
    effect((onCleanup) => {
      const status = this.detail.status();
      const isMailing = (this.known()?.accounts.waiting ?? 0) > 0;
      if (!this.working() && !isMailing) return;
      if (status !== 'resolved' && status !== 'error') return;
      const pause = status === 'error' || !this.working() ? LOOK_AFTER_FAILURE : LOOK_EVERY;
      const timer = setTimeout(() => this.detail.reload(), pause);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected readonly wrongUrl = computed(() =>
    this.api.fileUrl(endpoints.wrongImportLines, { params: { importId: this.importId() } }),
  );

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }

  protected wordsOf(line: ImportLine): string[] {
    const empty = this.t('check.empty');
    const changes = line.changes.map(({ field, from, to }) =>
      this.t('check.fromTo', {
        field: this.t(`field.${field}`),
        from: from || empty,
        to: to || empty,
      }),
    );
    const problems = line.problems.map((problem) => problemWords(problem, this.t));
    return [...problems, ...(line.action === 'leave' ? [] : changes)];
  }

  protected check(terms: Terms): Promise<void> {
    return this.ask(async () => {
      await this.api.call(endpoints.checkOfficerImport, {
        params: { importId: this.importId() },
        body: terms,
      });
      this.remapping.set(false);
      this.address.set({ page: 1, search: '', loc: '' });
    });
  }

  protected apply(): Promise<void> {
    if (!this.mayApply()) return Promise.resolve();
    return this.ask(() =>
      this.api.call(endpoints.applyOfficerImport, {
        params: { importId: this.importId() },
        body: {
          skipWrong: this.skipWrong(),
          leavers: this.leavers(),
          openAccounts: this.openAccounts(),
          lockAccounts: this.lockAccounts(),
        },
      }),
    );
  }

  /** Draws codes to be printed; those that are drawn anew void others, so that is asked first. */
  protected async draw(again: boolean): Promise<void> {
    const isSure =
      !again ||
      (await this.dialogs.confirm({
        heading: this.t('accounts.againAsk'),
        consequence: this.t('accounts.againWhat', { count: this.known()?.accounts.unused ?? 0 }),
        confirm: this.t('accounts.againConfirm'),
        danger: true,
      }));
    if (!isSure) return;
    await this.ask(async () => {
      const drawn = await this.api.call(endpoints.drawActivationCodes, {
        params: { importId: this.importId() },
        body: { again },
      });
      this.codes.set(drawn);
    });
  }

  protected async closeCodes(): Promise<void> {
    const isSure = await this.dialogs.confirm({
      heading: this.t('codes.closeAsk'),
      consequence: this.t('codes.closeWhat'),
      confirm: this.t('codes.closeConfirm'),
    });
    if (isSure) this.codes.set(null);
  }

  protected async cancel(): Promise<void> {
    const isSure = await this.dialogs.confirm({
      heading: this.t('import.cancelAsk'),
      consequence: this.t('import.cancelWhat'),
      confirm: this.t('import.cancel'),
      danger: true,
    });
    if (!isSure) return;
    await this.ask(async () => {
      await this.api.call(endpoints.cancelOfficerImport, {
        params: { importId: this.importId() },
      });
      await this.router.navigateByUrl('/quan-ly/can-bo/nhap-danh-sach');
    });
  }

  /** A refusal is shown, and the state looked at anew either way. */
  private async ask(work: () => Promise<unknown>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await work();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
      this.detail.reload();
    }
  }
}
