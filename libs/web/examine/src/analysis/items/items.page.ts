/** The room of all questions of a quiz with their statistics, those with grave signs found at once. */
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AnalysedItem, DrawnQuestion } from '@tap-huan/contract';
import {
  CellDirective,
  DataTableComponent,
  FIRST_PAGE,
  injectLanguage,
  SectionComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { AnalysisDesk } from '../quiz/analysis-desk';
import { itemSignWords, type SignWords } from '../words/sign-words';
import { shownFixed, shownNumber, shownPercent, shownShare } from '../words/shown';
import { LegendComponent } from './legend.component';

/** One line of either table. */
export interface ItemRow {
  id: string;
  /** Place in the quiz; null for one of a draw. */
  number: number | null;
  title: string;
  kind: string;
  link: string[] | null;
  attempts: number;
  item: AnalysedItem | DrawnQuestion;
  signs: SignWords[];
}

const MOST_SIGNS = 2;
const GRAVITY = { bad: 3, warning: 2, neutral: 1 } as const;

@Component({
  selector: 'th-analysis-items-page',
  imports: [
    RouterLink,
    CellDirective,
    DataTableComponent,
    LegendComponent,
    SectionComponent,
    StatusChipComponent,
  ],
  templateUrl: './items.page.html',
  styleUrl: './items.page.scss',
})
export class ItemsPage {
  protected readonly desk = inject(AnalysisDesk);
  protected readonly t = injectText();
  private readonly language = injectLanguage();
  protected readonly most = MOST_SIGNS;
  protected readonly query = signal<TableQuery>({ ...FIRST_PAGE, pageSize: 200 });
  protected readonly drawnQuery = signal<TableQuery>({ ...FIRST_PAGE, pageSize: 50 });
  protected readonly byId = (row: ItemRow): string => row.id;

  protected readonly items = computed(() =>
    (this.desk.analysis()?.items ?? []).map((item): ItemRow => ({
      ...{ id: item.key, number: item.number, item },
      title: item.title ?? this.t('items.drawn'),
      kind: item.kind === null ? '' : this.t(`kinds.${item.kind}`),
      link: item.questionId === null ? null : this.linkOf(item.slotId, item.questionId),
      attempts: this.desk.analysis()?.statistics.attempts ?? 0,
      signs: itemSignWords(item.signs, this.t, this.language()),
    })),
  );
  protected readonly drawn = computed(() =>
    (this.desk.analysis()?.drawn ?? []).map((item): ItemRow => ({
      ...{ id: `${item.slotId} ${item.questionId}`, number: null, item },
      ...{ title: item.title, attempts: item.attempts },
      kind: this.t(`kinds.${item.kind}`),
      link: this.linkOf(item.slotId, item.questionId),
      signs: itemSignWords(item.signs, this.t, this.language()),
    })),
  );

  private readonly figures = computed<TableColumn<ItemRow>[]>(() => {
    const language = this.language();
    return [
      {
        key: 'facility',
        title: this.t('figures.facility.name'),
        text: ({ item }) => shownShare(item.facility, language),
        sort: ({ item }) => item.facility,
        numeric: true,
        width: '6rem',
      },
      {
        key: 'discrimination',
        title: this.t('figures.discrimination.name'),
        text: ({ item }) => shownNumber(item.discriminationIndex, language, 0),
        sort: ({ item }) => item.discriminationIndex,
        numeric: true,
        width: '7rem',
      },
      {
        key: 'efficiency',
        title: this.t('items.efficiency'),
        text: ({ item }) => shownPercent(item.discriminativeEfficiency, language, 0),
        sort: ({ item }) => item.discriminativeEfficiency,
        numeric: true,
        wideOnly: true,
        width: '6rem',
      },
    ];
  });
  private readonly signsColumn = computed<TableColumn<ItemRow>>(() => ({
    key: 'signs',
    title: this.t('items.signs'),
    text: ({ signs }) => signs.map(({ short }) => short).join(', '),
    sort: ({ signs }) =>
      -signs.reduce((sum, { tone }) => sum + 10 ** (GRAVITY[tone as keyof typeof GRAVITY] ?? 0), 0),
    width: '15rem',
  }));
  private readonly titleColumn = computed<TableColumn<ItemRow>>(() => ({
    key: 'title',
    title: this.t('items.question'),
    text: ({ title, kind }) => `${title} ${kind}`,
    primary: true,
  }));

  protected readonly columns = computed<TableColumn<ItemRow>[]>(() => [
    {
      key: 'number',
      title: this.t('items.number'),
      text: ({ number }) => number,
      sort: true,
      numeric: true,
      width: '4.5rem',
      wideOnly: true,
    },
    this.titleColumn(),
    ...this.figures(),
    {
      key: 'weight',
      title: this.t('items.weight'),
      text: ({ item }) => this.weights(item),
      sort: ({ item }) => ('effectiveWeight' in item ? item.effectiveWeight : null),
      numeric: true,
      wideOnly: true,
      width: '8rem',
    },
    this.signsColumn(),
  ]);
  protected readonly drawnColumns = computed<TableColumn<ItemRow>[]>(() => [
    this.titleColumn(),
    {
      key: 'attempts',
      title: this.t('figures.attempts.name'),
      text: ({ attempts }) => attempts,
      sort: true,
      numeric: true,
      width: '7rem',
    },
    ...this.figures(),
    this.signsColumn(),
  ]);

  private weights(item: AnalysedItem | DrawnQuestion): string {
    if (!('effectiveWeight' in item)) return '';
    const language = this.language();
    return [item.intendedWeight, item.effectiveWeight]
      .map((weight) => shownFixed(weight, language, 1))
      .join(' / ');
  }

  private linkOf(slotId: string, questionId: string): string[] {
    return ['/khao-thi/phan-tich', this.desk.quizId() ?? '', 'cau', slotId, questionId];
  }
}
