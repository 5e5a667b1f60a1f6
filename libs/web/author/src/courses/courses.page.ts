/** The room where an instructor sees the courses in own hands, and begins a new one. */
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type CourseRow, endpoints } from '@tap-huan/contract';
import { addressState, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  FIRST_PAGE,
  formatInstant,
  IconComponent,
  PageHeaderComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { stateOf } from './course-state';

@Component({
  selector: 'th-courses-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    PageHeaderComponent,
    StatusChipComponent,
  ],
  template: `
    <th-page-header [heading]="t('courses.title')" [sub]="t('courses.sub')">
      <button thActions type="button" class="th-button th-button--primary" (click)="create()">
        <th-icon name="add" /> {{ t('courses.create') }}
      </button>
    </th-page-header>
    @if (list.error(); as error) {
      <th-error-state [message]="problems.message(error)" (retry)="list.reload()" />
    } @else {
      <th-table
        [columns]="columns()"
        [rows]="rows()"
        [rowKey]="byId"
        [caption]="t('courses.title')"
        [query]="query()"
        (queryChange)="ask($event)"
        searchable
        [searchLabel]="t('courses.search')"
      >
        <ng-template thCell="title" [thCellOf]="rows()" let-row>
          <a class="title" [routerLink]="['/soan', row.id]">{{ row.title }}</a>
        </ng-template>
        <ng-template thCell="state" [thCellOf]="rows()" let-row>
          <th-status-chip [tone]="state(row).tone">{{ stateWords(row) }}</th-status-chip>
        </ng-template>
        <th-empty-state
          thEmpty
          icon="book"
          [heading]="t('courses.none')"
          [hint]="t('courses.noneHint')"
        >
          <button type="button" class="th-button th-button--primary" (click)="create()">
            {{ t('courses.create') }}
          </button>
        </th-empty-state>
      </th-table>
    }
  `,
  styles: `
    .title {
      display: inline-block;
      margin: calc(-1 * var(--th-8)) 0;
      padding: var(--th-8) 0;
      font-weight: 500;
    }
  `,
})
export class CoursesPage {
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly list = read(endpoints.listCourses);
  protected readonly rows = computed(() =>
    this.list.hasValue() ? this.list.value().items : undefined,
  );
  private readonly address = addressState({ tim: '', trang: 1, xep: '' });
  protected readonly query = computed<TableQuery>(() => {
    const { tim, trang, xep } = this.address.value();
    const [key = '', direction] = xep.split(':');
    const sort = key
      ? { key, direction: direction === 'desc' ? ('desc' as const) : ('asc' as const) }
      : null;
    return { ...FIRST_PAGE, search: tim, page: trang, sort };
  });
  protected readonly state = stateOf;
  protected readonly byId = (row: CourseRow) => row.id;
  protected readonly columns = computed<TableColumn<CourseRow>[]>(() => [
    {
      key: 'code',
      title: this.t('courses.code'),
      text: (row) => row.code,
      sort: true,
      width: '5.5rem',
    },
    {
      key: 'title',
      title: this.t('courses.name'),
      text: (row) => row.title,
      sort: true,
      primary: true,
    },
    {
      key: 'unit',
      title: this.t('courses.unit'),
      text: (row) => row.unitName,
      wideOnly: true,
      width: '15rem',
    },
    {
      key: 'state',
      title: this.t('courses.stateColumn'),
      text: (row) => this.stateWords(row),
      width: '15rem',
    },
    {
      key: 'lessons',
      title: this.t('courses.lessons'),
      text: (row) => row.lessons,
      numeric: true,
      width: '6rem',
    },
    {
      key: 'updatedAt',
      title: this.t('courses.updated'),
      text: (row) => formatInstant(row.updatedAt),
      sort: (row) => row.updatedAt,
      width: '10rem',
    },
  ]);

  protected ask({ search, page, sort }: TableQuery): void {
    this.address.set({
      tim: search,
      trang: page,
      xep: sort ? `${sort.key}:${sort.direction}` : '',
    });
  }

  protected stateWords(row: CourseRow): string {
    const { key, params } = stateOf(row);
    return this.t(`courses.state.${key}`, params);
  }

  protected async create(): Promise<void> {
    const { NewCoursePage } = await import('./new-course.page');
    const id = await this.dialogs.open<string>(NewCoursePage, { wide: true });
    if (id) await this.router.navigate(['/soan', id]);
  }
}
