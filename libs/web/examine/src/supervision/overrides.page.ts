/** The room of the rules of a quiz that are otherwise for somebody. */
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type QuizOverride } from '@tap-huan/contract';
import { Api, Problems, read } from '@tap-huan/web/api';
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
  type TableColumn,
  type TableQuery,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

@Component({
  selector: 'th-overrides-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    PageHeaderComponent,
  ],
  template: `
    <th-page-header [heading]="heading()" [sub]="t('override.sub')">
      <a thBack [routerLink]="['/khao-thi/giam-sat', quizId()]"
        ><th-icon name="back" /> {{ t('override.back') }}</a
      >
      <button thActions type="button" class="th-button th-button--primary" (click)="add()">
        <th-icon name="add" /> {{ t('override.add') }}
      </button>
    </th-page-header>
    @if (list.error(); as error) {
      <th-error-state [message]="problems.message(error)" (retry)="list.reload()" />
    } @else {
      <th-table
        [columns]="columns()"
        [rows]="rows()"
        [rowKey]="byId"
        [caption]="t('override.caption')"
        [(query)]="query"
      >
        <ng-template thCell="made" [thCellOf]="rows()" let-row>
          {{ row.createdByName }}
          <span class="sub">{{ instant(row.createdAt) }}</span>
        </ng-template>
        <ng-template thCell="actions" [thCellOf]="rows()" let-row>
          <button
            type="button"
            class="th-button th-button--quiet th-button--small"
            [attr.aria-label]="t('override.removeOf', { whom: whom(row) })"
            (click)="remove(row)"
          >
            {{ t('override.remove') }}
          </button>
        </ng-template>
        <th-empty-state
          thEmpty
          icon="people"
          [heading]="t('override.none')"
          [hint]="t('override.noneHint')"
        />
      </th-table>
    }
  `,
  styleUrl: './supervision.scss',
})
export class OverridesPage {
  readonly quizId = input.required<string>();
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly list = read(endpoints.listOverrides, () => ({
    params: { quizId: this.quizId() },
  }));
  protected readonly rows = computed(() =>
    this.list.hasValue() ? this.list.value().items : undefined,
  );
  protected readonly heading = computed(() => {
    const title = this.t('override.title');
    return this.list.hasValue() ? `${title}: ${this.list.value().quizTitle}` : title;
  });
  protected readonly query = signal<TableQuery>(FIRST_PAGE);
  protected readonly instant = formatInstant;
  protected readonly byId = (row: QuizOverride) => row.id;
  protected readonly columns = computed<TableColumn<QuizOverride>[]>(() => [
    {
      key: 'whom',
      title: this.t('override.whom'),
      text: (row) => this.whom(row),
      primary: true,
    },
    { key: 'rules', title: this.t('override.rules'), text: (row) => this.rules(row) },
    { key: 'reason', title: this.t('override.reason'), text: (row) => row.reason },
    { key: 'made', title: this.t('override.made'), wideOnly: true, width: '12rem' },
    { key: 'actions', title: this.t('quiz.actions'), width: '7rem' },
  ]);

  protected whom({ fullName, unitName, jobPosition }: QuizOverride): string {
    return fullName ?? [jobPosition, unitName].filter((part) => part).join(' · ');
  }

  protected async add(): Promise<void> {
    const { OverrideDialog } = await import('./override.dialog');
    const data = { quizId: this.quizId() };
    if (await this.dialogs.open<boolean>(OverrideDialog, { data })) this.list.reload();
  }

  protected async remove(row: QuizOverride): Promise<void> {
    try {
      await this.api.call(endpoints.removeOverride, { params: { overrideId: row.id } });
      this.toasts.tell(this.t('override.removed'));
      this.list.reload();
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    }
  }

  private rules(row: QuizOverride): string {
    const { timeLimitMinutes, attemptsAllowed, opensAt, closesAt } = row;
    return [
      ...(timeLimitMinutes ? [this.t('override.minutesShort', { n: timeLimitMinutes })] : []),
      ...(attemptsAllowed ? [this.t('override.attemptsShort', { n: attemptsAllowed })] : []),
      ...(opensAt ? [this.t('override.opensShort', { at: formatInstant(opensAt) })] : []),
      ...(closesAt ? [this.t('override.closesShort', { at: formatInstant(closesAt) })] : []),
    ].join(' · ');
  }
}
