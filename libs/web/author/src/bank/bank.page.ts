/** The room where the questions of a course are kept. */
import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { endpoints, QUESTION_KINDS, type QuestionKind, type QuestionRow } from '@tap-huan/contract';
import { addressState, kept, Problems, read } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  FIRST_PAGE,
  formatInstantDay,
  IconComponent,
  SearchFieldComponent,
  SelectComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { CourseStore } from '../course/course.store';
import { injectText } from '../i18n/text';

@Component({
  selector: 'th-bank-page',
  imports: [
    CdkMenu,
    CdkMenuItem,
    CdkMenuTrigger,
    RouterLink,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    SearchFieldComponent,
    SelectComponent,
  ],
  template: `
    <div class="th-row head">
      <p class="th-muted">{{ t('bank.hint') }}</p>
      <button type="button" class="th-button th-button--primary" [cdkMenuTriggerFor]="menu">
        <th-icon name="add" /> {{ t('bank.write') }} <th-icon name="chevron-down" [size]="16" />
      </button>
    </div>
    <ng-template #menu>
      <div class="th-menu kinds" cdkMenu>
        @for (kind of kinds; track kind) {
          <button class="th-menu-item" cdkMenuItem (cdkMenuItemTriggered)="write(kind)">
            <span>
              <span class="kind">{{ t(kindKey(kind)) }}</span>
              <small class="th-muted">{{ t(kindHint(kind)) }}</small>
            </span>
          </button>
        }
      </div>
    </ng-template>
    @if (list.error(); as error) {
      <th-error-state [message]="problems.message(error)" (retry)="list.reload()" />
    } @else {
      <th-table
        [columns]="columns()"
        [rows]="rows()"
        [rowKey]="byId"
        [caption]="t('bank.caption')"
        [query]="query()"
        (queryChange)="ask($event)"
        [loading]="list.isLoading()"
        [filtered]="address.value().tim !== '' || address.value().loai !== ''"
      >
        <th-search
          thToolbar
          [label]="t('bank.search')"
          [value]="address.value().tim"
          (valueChange)="address.set({ tim: $event, trang: 1 })"
        />
        <th-select
          thToolbar
          [label]="t('bank.kind')"
          [empty]="t('bank.anyKind')"
          [options]="kindOptions()"
          [value]="address.value().loai || null"
          (valueChange)="address.set({ loai: $event ?? '', trang: 1 })"
        />
        <ng-template thCell="title" [thCellOf]="rows()" let-row>
          <a class="title" [routerLink]="['../cau-hoi', row.id]">{{ row.title }}</a>
        </ng-template>
        <th-empty-state
          thEmpty
          icon="question"
          [heading]="t('bank.none')"
          [hint]="t('bank.noneHint')"
        />
      </th-table>
    }
  `,
  styles: `
    .head {
      justify-content: space-between;
      margin-bottom: var(--th-16);
    }
    .head p {
      max-width: 44rem;
    }
    .title {
      display: inline-block;
      margin: calc(-1 * var(--th-8)) 0;
      padding: var(--th-8) 0;
    }
    .kinds {
      max-height: 70dvh;
      overflow-y: auto;
    }
    .kind,
    small {
      display: block;
    }
  `,
})
export class BankPage {
  private readonly store = inject(CourseStore);
  private readonly router = inject(Router);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly kinds = QUESTION_KINDS;
  protected readonly address = addressState({ tim: '', loai: '', trang: 1, xep: '' });
  protected readonly list = read(endpoints.listQuestions, () => {
    const { tim, loai } = this.address.value();
    const bankId = this.store.course()?.bankId;
    const kind = QUESTION_KINDS.find((one) => one === loai);
    return bankId === undefined
      ? undefined
      : { params: { bankId }, query: { search: tim || undefined, kind } };
  });
  private readonly answer = kept(this.list);
  protected readonly rows = computed(() => this.answer()?.items);
  protected readonly query = computed<TableQuery>(() => {
    const { trang, xep } = this.address.value();
    const [key = '', direction] = xep.split(':');
    const sort = key
      ? { key, direction: direction === 'desc' ? ('desc' as const) : ('asc' as const) }
      : null;
    return { ...FIRST_PAGE, page: trang, sort };
  });
  protected readonly kindOptions = computed(() =>
    QUESTION_KINDS.map((kind) => ({ value: kind as string, label: this.t(this.kindKey(kind)) })),
  );
  protected readonly byId = (row: QuestionRow) => row.id;
  protected readonly columns = computed<TableColumn<QuestionRow>[]>(() => [
    { key: 'title', title: this.t('bank.question'), text: (row) => row.title, primary: true },
    {
      key: 'kind',
      title: this.t('bank.kind'),
      text: (row) => this.t(this.kindKey(row.kind)),
      sort: true,
      width: '10rem',
    },
    {
      key: 'difficulty',
      title: this.t('bank.difficulty'),
      text: (row) => this.t(`difficulty.${row.difficulty}`),
      sort: (row) => ['recall', 'understand', 'apply'].indexOf(row.difficulty),
      width: '8rem',
    },
    {
      key: 'usedIn',
      title: this.t('bank.usedIn'),
      text: (row) =>
        row.usedIn === 0 ? this.t('bank.notUsed') : this.t('bank.used', { count: row.usedIn }),
      sort: (row) => row.usedIn,
      width: '10rem',
    },
    {
      key: 'version',
      title: this.t('bank.version'),
      text: (row) => row.version,
      numeric: true,
      wideOnly: true,
      width: '7rem',
    },
    {
      key: 'updatedAt',
      title: this.t('bank.updated'),
      text: (row) => formatInstantDay(row.updatedAt),
      sort: (row) => row.updatedAt,
      wideOnly: true,
      width: '8rem',
    },
  ]);

  protected kindKey(kind: QuestionKind) {
    return `kinds.${kind}` as const;
  }

  protected kindHint(kind: QuestionKind) {
    return `kindHints.${kind}` as const;
  }

  protected ask({ page, sort }: TableQuery): void {
    this.address.set({ trang: page, xep: sort ? `${sort.key}:${sort.direction}` : '' });
  }

  protected write(kind: QuestionKind): void {
    const courseId = this.store.courseId();
    void this.router.navigate(['/soan', courseId, 'cau-hoi', 'moi', kind]);
  }
}
