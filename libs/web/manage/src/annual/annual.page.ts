/** The room of the annual report: a year of a unit in figures, and the document that carries them. */
import { Component, computed, inject, viewChild } from '@angular/core';
import { type AnnualReport, endpoints } from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  CellDirective,
  DataTableComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  formatDay,
  IconComponent,
  MarksPipe,
  NumberPipe,
  PageHeaderComponent,
  PercentPipe,
  SectionComponent,
  SelectComponent,
  SkeletonComponent,
  type TableColumn,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { idOf } from '../list/list-address';
import { openUnits } from '../list/units';
import { GroupsTableComponent } from '../record/groups-table.component';
import { injectRecordText } from '../record/i18n/text';
import { formWords, groupWords, staffWords, yearOf, yearOptions } from '../record/record-words';
import { ReportsNavComponent } from '../record/reports-nav.component';
import { ScoresComponent } from '../record/scores.component';
import { HeadPage } from './head.page';

type Unit = AnnualReport['units'][number];
type Course = AnnualReport['courses'][number];

@Component({
  selector: 'th-annual-page',
  imports: [
    CalloutComponent,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    GroupsTableComponent,
    HeadPage,
    IconComponent,
    MarksPipe,
    NumberPipe,
    PageHeaderComponent,
    PercentPipe,
    ReportsNavComponent,
    ScoresComponent,
    SectionComponent,
    SelectComponent,
    SkeletonComponent,
    UnitPickerComponent,
  ],
  templateUrl: './annual.page.html',
  styleUrls: ['../list/list.scss', '../record/record.scss'],
})
export class AnnualPage {
  private readonly api = inject(Api);
  protected readonly problems = inject(Problems);
  protected readonly t = injectRecordText();
  protected readonly address = addressState({ unitId: null as string | null, year: 0 });
  protected readonly units = openUnits();
  protected readonly unitId = computed(
    () => idOf(this.address.value().unitId) ?? this.units()[0]?.id ?? null,
  );
  protected readonly years = yearOptions();
  /** Until the end of January the report that is due is last year's. */
  protected readonly year = computed(
    () => yearOf(this.address.value().year) ?? usualYear(new Date()),
  );
  private readonly request = computed(() => {
    const unitId = this.unitId();
    return unitId === null ? undefined : { query: { unitId, year: this.year() } };
  });
  protected readonly report = read(endpoints.readAnnualReport, () => this.request());
  protected readonly known = kept(this.report);
  protected readonly files = computed(() => {
    const request = this.request();
    return request
      ? {
          excel: this.api.fileUrl(endpoints.readAnnualSheet, request),
          word: this.api.fileUrl(endpoints.readAnnualDocument, request),
          pdf: this.api.fileUrl(endpoints.readAnnualPdf, request),
        }
      : null;
  });
  private readonly head = viewChild(HeadPage);
  protected readonly unsaved = computed(() => this.head()?.changed() ?? false);
  protected readonly groupName = (key: string) => groupWords(this.t, key);
  protected readonly formName = (key: string) => formWords(this.t, key);
  protected readonly staffName = (key: string) => staffWords(this.t, key);
  protected readonly days = computed(() => {
    const report = this.known();
    if (!report) return '';
    const counted = formatDay(report.countedOn);
    return [
      report.running
        ? this.t('annual.running', { day: counted })
        : this.t('annual.counted', { day: counted }),
      this.t('annual.due', { day: formatDay(report.dueOn) }),
    ].join(' ');
  });
  protected readonly byUnit = ({ unitId }: Unit) => unitId;
  protected readonly byCourse = (row: Course) =>
    `${row.subjectId}/${row.title}/${row.form}/${row.contentGroup}`;
  protected readonly unitColumns = computed<TableColumn<Unit>[]>(() => [
    { key: 'unit', title: this.t('column.unit'), text: (u) => u.unitName, primary: true },
    {
      key: 'officers',
      title: this.t('column.officers'),
      numeric: true,
      sort: (u) => u.officers,
      width: '7rem',
    },
    {
      key: 'persons',
      title: this.t('column.persons'),
      numeric: true,
      sort: (u) => u.persons,
      width: '7rem',
    },
    {
      key: 'trainings',
      title: this.t('column.trainings'),
      numeric: true,
      sort: (u) => u.trainings,
      width: '9rem',
    },
    {
      key: 'hours',
      title: this.t('column.hours'),
      numeric: true,
      sort: (u) => u.hours,
      width: '7rem',
    },
    {
      key: 'reached',
      title: this.t('column.reached'),
      numeric: true,
      sort: (u) => u.reached,
      width: '8rem',
    },
  ]);
  protected readonly courseColumns = computed<TableColumn<Course>[]>(() => [
    { key: 'title', title: this.t('column.training'), text: (c) => c.title, primary: true },
    {
      key: 'form',
      title: this.t('column.form'),
      text: (c) => formWords(this.t, c.form),
      width: '12rem',
    },
    {
      key: 'trainings',
      title: this.t('column.trainings'),
      numeric: true,
      sort: (c) => c.trainings,
      width: '9rem',
    },
    {
      key: 'hours',
      title: this.t('column.hours'),
      numeric: true,
      sort: (c) => c.hours,
      width: '7rem',
    },
    { key: 'mean', title: this.t('column.mean'), numeric: true, width: '7rem' },
  ]);
}

/** In January the year that is reported about is the one before. */
const usualYear = (now: Date): number => now.getFullYear() - (now.getMonth() === 0 ? 1 : 0);
