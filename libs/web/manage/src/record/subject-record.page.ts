/** The room of the record of a course or programme: figures, grades, and who took it. */
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type SubjectPerson } from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  DayPipe,
  EmptyStateComponent,
  ErrorStateComponent,
  IconComponent,
  MarksPipe,
  PageHeaderComponent,
  SectionComponent,
  SelectComponent,
  SkeletonComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { listStateOf, searchOf, tableQueryOf } from '../list/list-address';
import { injectRecordText } from './i18n/text';
import { yearOf, yearOptions } from './record-words';
import { ScoresComponent } from './scores.component';
import { TrendComponent } from './trend.component';

@Component({
  selector: 'th-subject-record-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    DayPipe,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    MarksPipe,
    PageHeaderComponent,
    ScoresComponent,
    SectionComponent,
    SelectComponent,
    SkeletonComponent,
    TrendComponent,
  ],
  templateUrl: './subject-record.page.html',
  styleUrls: ['../list/list.scss', './record.scss'],
})
export class SubjectRecordPage {
  readonly subjectId = input.required<string>();
  private readonly api = inject(Api);
  protected readonly problems = inject(Problems);
  protected readonly t = injectRecordText();
  protected readonly address = addressState({ page: 1, search: '', year: 0 });
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  protected readonly year = computed(() => yearOf(this.address.value().year));
  protected readonly years = yearOptions();
  private readonly request = computed(() => ({
    params: { subjectId: this.subjectId() },
    query: { year: this.year() },
  }));
  protected readonly record = read(endpoints.readSubjectRecord, () => this.request());
  protected readonly known = kept(this.record);
  protected readonly list = read(endpoints.listSubjectPersons, () => ({
    params: { subjectId: this.subjectId() },
    query: {
      year: this.year(),
      page: this.query().page,
      pageSize: this.query().pageSize,
      search: searchOf(this.query()),
    },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly excel = computed(() =>
    this.api.fileUrl(endpoints.readSubjectRecordSheet, this.request()),
  );
  protected readonly byId = ({ id }: SubjectPerson) => id;
  protected readonly columns = computed<TableColumn<SubjectPerson>[]>(() => [
    { key: 'person', title: this.t('column.person'), text: (r) => r.fullName, primary: true },
    { key: 'unit', title: this.t('column.unitThen'), text: (r) => r.unitThen ?? '' },
    {
      key: 'state',
      title: this.t('column.state'),
      text: (r) => this.t(`state.${r.state}`),
      width: '9rem',
    },
    { key: 'completed', title: this.t('column.completed'), width: '9rem' },
    { key: 'score', title: this.t('column.score'), numeric: true, width: '6rem' },
    {
      key: 'register',
      title: this.t('column.register'),
      text: (r) => r.registerNo ?? '',
      width: '11rem',
      wideOnly: true,
    },
  ]);

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }
}
