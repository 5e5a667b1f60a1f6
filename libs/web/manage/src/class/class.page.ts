/** The room of one class: what it was, and who took part. */
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ClassParticipant, endpoints } from '@tap-huan/contract';
import { addressState, kept, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  IconComponent,
  InstantPipe,
  MarksPipe,
  PageHeaderComponent,
  SectionComponent,
  SkeletonComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { listStateOf, searchOf, tableQueryOf } from '../list/list-address';
import { daysOf } from './days';
import { injectClassText } from './i18n/text';

@Component({
  selector: 'th-class-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    InstantPipe,
    MarksPipe,
    PageHeaderComponent,
    SectionComponent,
    SkeletonComponent,
  ],
  templateUrl: './class.page.html',
  styleUrls: ['../list/list.scss', './class.page.scss'],
})
export class ClassPage {
  readonly classId = input.required<string>();
  protected readonly problems = inject(Problems);
  protected readonly t = injectClassText();
  protected readonly address = addressState({ page: 1, search: '' });
  protected readonly query = computed(() => tableQueryOf(this.address.value()));
  protected readonly one = read(endpoints.readTrainingClass, () => ({
    params: { classId: this.classId() },
  }));
  protected readonly known = kept(this.one);
  protected readonly list = read(endpoints.listClassParticipants, () => ({
    params: { classId: this.classId() },
    query: {
      page: this.query().page,
      pageSize: this.query().pageSize,
      search: searchOf(this.query()),
    },
  }));
  protected readonly page = kept(this.list);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly facts = computed(() => {
    const known = this.known();
    if (!known) return [];
    return [
      { name: this.t('one.course'), text: known.courseTitle },
      { name: this.t('one.unit'), text: known.unitName },
      { name: this.t('one.place'), text: known.place },
      { name: this.t('one.days'), text: daysOf(known) },
      { name: this.t('one.form'), text: this.t(`form.${known.deliveryForm}`) },
      { name: this.t('one.hours'), text: this.t('one.periods', { hours: known.hours }) },
      { name: this.t('one.organiser'), text: known.organiser },
      { name: this.t('one.documentNo'), text: known.documentNo },
      { name: this.t('one.note'), text: known.note },
    ].filter(({ text }) => text !== '');
  });
  protected readonly columns = computed<TableColumn<ClassParticipant>[]>(() => [
    { key: 'person', title: this.t('one.person'), text: (r) => r.fullName, primary: true },
    { key: 'then', title: this.t('one.unitThen'), text: (r) => r.unitThen },
    { key: 'now', title: this.t('one.unitNow'), text: (r) => r.unitNow ?? this.t('one.left') },
    { key: 'score', title: this.t('one.score'), numeric: true, width: '6rem' },
  ]);
  protected readonly byId = ({ officerId }: ClassParticipant) => officerId;

  protected turn(query: TableQuery): void {
    this.address.set(listStateOf(query));
  }
}
