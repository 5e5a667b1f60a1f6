/** The room of the classes that were held: the years on top, the classes below. */
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type TrainingClassRow } from '@tap-huan/contract';
import { addressState, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  IconComponent,
  NumberPipe,
  PageHeaderComponent,
  SectionComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { listStateOf, searchOf, tableQueryOf } from '../list/list-address';
import { ClassYearsComponent } from './class-years.component';
import { daysOf } from './days';
import { injectClassText } from './i18n/text';

@Component({
  selector: 'th-classes-page',
  imports: [
    RouterLink,
    CellDirective,
    ClassYearsComponent,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    NumberPipe,
    PageHeaderComponent,
    SectionComponent,
  ],
  templateUrl: './classes.page.html',
  styleUrl: '../list/list.scss',
})
export class ClassesPage {
  private readonly store = inject(SessionStore);
  protected readonly problems = inject(Problems);
  protected readonly t = injectClassText();
  protected readonly address = addressState({ page: 1, search: '', nam: 0 });
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  protected readonly year = computed(() => {
    const { nam } = this.address.value();
    return Number.isInteger(nam) && nam >= 2000 && nam <= 2100 ? nam : 0;
  });
  protected readonly mayRecord = computed(() => this.store.can('enrolment.assign'));
  protected readonly list = read(endpoints.listTrainingClasses, () => ({
    query: {
      page: this.query().page,
      pageSize: this.query().pageSize,
      search: searchOf(this.query()),
      year: this.year() || undefined,
    },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly years = computed(() => this.page()?.years ?? []);
  protected readonly columns = computed<TableColumn<TrainingClassRow>[]>(() => [
    { key: 'name', title: this.t('list.name'), text: (row) => row.title, primary: true },
    { key: 'unit', title: this.t('list.unit'), text: (row) => row.unitName, width: '16rem' },
    { key: 'days', title: this.t('list.days'), text: daysOf, width: '13rem' },
    { key: 'people', title: this.t('list.people'), numeric: true, width: '7rem' },
  ]);
  protected readonly byId = (row: TrainingClassRow) => row.id;

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }
}
