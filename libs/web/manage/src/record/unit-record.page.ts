/** The room of a unit's record: over the years, by group and form, and course by course. */
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type UnitRecord } from '@tap-huan/contract';
import { addressState, Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  DayPipe,
  EmptyStateComponent,
  ErrorStateComponent,
  IconComponent,
  MarksPipe,
  NumberPipe,
  PageHeaderComponent,
  SectionComponent,
  SelectComponent,
  SkeletonComponent,
  type TableColumn,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { idOf } from '../list/list-address';
import { openUnits } from '../list/units';
import { GroupsTableComponent } from './groups-table.component';
import { injectRecordText } from './i18n/text';
import { formWords, groupWords, yearOf, yearOptions } from './record-words';
import { ReportsNavComponent } from './reports-nav.component';
import { TrendComponent } from './trend.component';

type Course = UnitRecord['courses'][number];

@Component({
  selector: 'th-unit-record-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    DayPipe,
    EmptyStateComponent,
    ErrorStateComponent,
    GroupsTableComponent,
    IconComponent,
    MarksPipe,
    NumberPipe,
    PageHeaderComponent,
    ReportsNavComponent,
    SectionComponent,
    SelectComponent,
    SkeletonComponent,
    TrendComponent,
    UnitPickerComponent,
  ],
  templateUrl: './unit-record.page.html',
  styleUrls: ['../list/list.scss', './record.scss'],
})
export class UnitRecordPage {
  private readonly api = inject(Api);
  protected readonly problems = inject(Problems);
  protected readonly t = injectRecordText();
  protected readonly address = addressState({ unitId: null as string | null, year: 0 });
  protected readonly units = openUnits();
  /** The unit of the address, else the topmost of the own scope. */
  protected readonly unitId = computed(
    () => idOf(this.address.value().unitId) ?? this.units()[0]?.id ?? null,
  );
  protected readonly year = computed(() => yearOf(this.address.value().year));
  protected readonly years = yearOptions();
  private readonly request = computed(() => {
    const unitId = this.unitId();
    return unitId === null ? undefined : { params: { unitId }, query: { year: this.year() } };
  });
  protected readonly record = read(endpoints.readUnitRecord, () => this.request());
  protected readonly known = kept(this.record);
  protected readonly excel = computed(() => {
    const request = this.request();
    return request ? this.api.fileUrl(endpoints.readUnitRecordSheet, request) : null;
  });
  protected readonly groupName = (key: string) => groupWords(this.t, key);
  protected readonly formName = (key: string) => formWords(this.t, key);
  protected readonly byTitle = ({ subjectId, title, kind }: Course) =>
    `${kind}/${subjectId}/${title}`;
  protected readonly columns = computed<TableColumn<Course>[]>(() => [
    { key: 'title', title: this.t('column.training'), text: ({ title }) => title, primary: true },
    {
      key: 'trainings',
      title: this.t('column.trainings'),
      numeric: true,
      sort: (c) => c.trainings,
      width: '9rem',
    },
    {
      key: 'persons',
      title: this.t('column.persons'),
      numeric: true,
      sort: (c) => c.persons,
      width: '7rem',
    },
    {
      key: 'hours',
      title: this.t('column.hours'),
      numeric: true,
      sort: (c) => c.hours,
      width: '7rem',
    },
    { key: 'mean', title: this.t('column.mean'), numeric: true, width: '6rem', wideOnly: true },
    { key: 'last', title: this.t('column.last'), sort: (c) => c.lastOn, width: '8rem' },
  ]);
}
