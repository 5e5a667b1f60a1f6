/** The room of the names behind a cell of the matrix. */
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CoveragePerson, endpoints } from '@tap-huan/contract';
import { COVERAGE_STATES } from '@tap-huan/rules';
import { addressState, Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  CellDirective,
  DataTableComponent,
  DayPipe,
  EmptyStateComponent,
  ErrorStateComponent,
  formatDay,
  formatNumber,
  IconComponent,
  injectLanguage,
  MarksPipe,
  PageHeaderComponent,
  SelectComponent,
  type SelectOption,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { idOf, listStateOf, oneOf, searchOf, tableQueryOf } from '../list/list-address';
import { injectCoverageText } from './i18n/text';
import { VIEW_STATE, viewParams, viewQuery } from './view';

const TONES = { done: 'good', due: 'active', overdue: 'bad', exempt: 'neutral' } as const;

@Component({
  selector: 'th-coverage-people-page',
  imports: [
    RouterLink,
    CalloutComponent,
    CellDirective,
    DataTableComponent,
    DayPipe,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    MarksPipe,
    PageHeaderComponent,
    SelectComponent,
    StatusChipComponent,
  ],
  templateUrl: './people.page.html',
  styleUrl: '../list/list.scss',
})
export class CoveragePeoplePage {
  protected readonly problems = inject(Problems);
  private readonly api = inject(Api);
  protected readonly t = injectCoverageText();
  private readonly language = injectLanguage();
  protected readonly address = addressState({
    ...VIEW_STATE,
    unitId: null as string | null,
    subjectId: null as string | null,
    state: null as string | null,
    page: 1,
    search: '',
  });
  protected readonly tones = TONES;

  protected readonly table = computed(() => tableQueryOf(this.address.value()));
  private readonly query = computed(() => {
    const state = this.address.value();
    const unitId = idOf(state.unitId);
    return unitId === undefined
      ? undefined
      : {
          ...viewQuery(state),
          unitId,
          subjectId: idOf(state.subjectId),
          state: oneOf(['left', ...COVERAGE_STATES] as const, state.state),
          search: searchOf(this.table()),
        };
  });
  protected readonly list = read(endpoints.listCoveragePeople, () => {
    const query = this.query();
    const { page, pageSize } = this.table();
    return query && { query: { ...query, page, pageSize } };
  });
  protected readonly known = kept(this.list);
  /** Only for the names of its columns; the page before this one has asked for it already. */
  private readonly subjectList = kept(read(endpoints.listCoverageSubjects));
  protected readonly bookUrl = computed(() => {
    const query = this.query();
    return query && this.api.fileUrl(endpoints.readCoveragePeopleBook, { query });
  });
  protected readonly back = computed(() => viewParams(this.address.value()));

  protected readonly sub = computed(() => {
    const known = this.known();
    return known && this.t('people.sub', { unit: known.unitName, day: formatDay(known.asOf) });
  });
  protected readonly elsewhere = computed(() => {
    const count = this.known()?.elsewhere ?? 0;
    const words = { count: formatNumber(count, this.language()) };
    return count > 0 ? this.t('people.elsewhere', words) : null;
  });
  protected readonly states = computed<SelectOption<string>[]>(() => [
    { value: 'left', label: this.t('people.left') },
    ...COVERAGE_STATES.map((value) => ({ value, label: this.t(`state.${value}`) })),
  ]);
  protected readonly subjects = computed<SelectOption<string>[]>(() =>
    (this.subjectList()?.items ?? []).map(({ id, code, title }) => ({
      value: id,
      label: `${code} · ${title}`,
    })),
  );
  protected readonly filtered = computed(() => {
    const { state, subjectId } = this.address.value();
    return state !== null || subjectId !== null;
  });

  protected readonly columns = computed<TableColumn<CoveragePerson>[]>(() => [
    { key: 'name', title: this.t('people.name'), text: (row) => row.fullName, primary: true },
    { key: 'code', title: this.t('people.code'), text: (row) => row.staffCode, wideOnly: true },
    { key: 'post', title: this.t('people.post'), text: (row) => row.jobPosition, wideOnly: true },
    { key: 'unit', title: this.t('people.unit'), text: (row) => row.unitName },
    {
      key: 'subject',
      title: this.t('people.subject'),
      text: (row) => `${row.courseCode} · ${row.courseTitle}`,
    },
    { key: 'state', title: this.t('people.state'), width: '9rem' },
    { key: 'due', title: this.t('people.due'), width: '7rem' },
    { key: 'done', title: this.t('people.done'), width: '7rem' },
    { key: 'score', title: this.t('people.score'), numeric: true, wideOnly: true },
  ]);
  protected readonly keyOf = (row: CoveragePerson): string => `${row.officerId}/${row.subjectId}`;

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }
}
