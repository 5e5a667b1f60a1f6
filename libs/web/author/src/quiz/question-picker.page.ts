/** The room where questions are picked from the banks: a dialog. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { DIFFICULTIES, QUESTION_KINDS, type QuestionRow } from '@tap-huan/contract';
import { Problems } from '@tap-huan/web/api';
import {
  DialogFrameComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  SearchFieldComponent,
  SelectComponent,
  SkeletonComponent,
  StatusChipComponent,
} from '@tap-huan/web/ui';
import { categoryOptions } from '../bank/category-tree';
import { injectText } from '../i18n/text';
import type { BankShelf } from './bank-shelf';
import { foundQuestions, furtherSearch, NO_SEARCH, type QuestionSearch } from './question-search';
import type { QuestionFacts } from './slot-views';

export interface PickerWish {
  shelf: BankShelf;
  /** The bank to begin with. */
  bankId: string;
  /** Questions that stand in the quiz already. */
  taken: ReadonlySet<string>;
}
export interface PickedQuestion {
  id: string;
  facts: QuestionFacts;
}
/** More rows than anybody reads; whoever wants others searches. */
const MOST_SHOWN = 200;
const ALL = 'all';

/** Closes with the questions picked, in the order in which they were, or undefined. */
@Component({
  selector: 'th-question-picker-page',
  imports: [
    DialogFrameComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    SearchFieldComponent,
    SelectComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './question-picker.page.html',
  styleUrl: './question-picker.page.scss',
})
export class QuestionPickerPage {
  protected readonly wish = inject<PickerWish>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<PickedQuestion[]>>(DialogRef);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly shelf = this.wish.shelf;
  protected readonly most = MOST_SHOWN;
  protected readonly bankId = signal<string>(this.wish.bankId);
  protected readonly search = signal<QuestionSearch>(NO_SEARCH);
  protected readonly picked = signal<ReadonlyMap<string, QuestionFacts>>(new Map());
  /** Ids of the banks that are looked through. */
  private readonly chosen = computed(() =>
    this.bankId() === ALL ? this.shelf.banks().map(({ id }) => id) : [this.bankId()],
  );
  private readonly shelved = computed(() => this.chosen().map((id) => this.shelf.bank(id)));
  protected readonly loading = computed(() =>
    this.shelved().some((bank) => bank === undefined || bank.state === 'loading'),
  );
  protected readonly failure = computed(
    () => this.shelved().find((bank) => bank?.state === 'failed')?.error ?? null,
  );
  private readonly here = computed(() =>
    this.shelved().flatMap((bank) => (bank?.state === 'here' ? [bank] : [])),
  );
  private readonly all = computed(() =>
    this.here().flatMap(({ bank, questions }) =>
      questions.map((row) => ({ ...row, bankName: bank.name })),
    ),
  );
  protected readonly found = computed(() => {
    const categories = this.here().flatMap(({ bank }) => bank.categories);
    return foundQuestions(this.all(), categories, this.search());
  });
  protected readonly shown = computed(() => this.found().slice(0, MOST_SHOWN));
  private readonly free = computed(() => this.shown().filter(({ id }) => !this.wish.taken.has(id)));
  protected readonly freeCount = computed(() => this.free().length);
  protected readonly allPicked = computed(
    () => this.free().length > 0 && this.free().every(({ id }) => this.picked().has(id)),
  );
  protected readonly isEmpty = computed(() => !this.loading() && this.all().length === 0);
  protected readonly further = computed(() => {
    const count = furtherSearch(this.search());
    return count > 0 ? this.t('bank.moreFiltersSet', { count }) : this.t('bank.moreFilters');
  });

  protected readonly banks = computed(() => {
    const own = this.wish.bankId;
    const rows = this.shelf.banks();
    const options = [
      ...rows.filter(({ id }) => id === own),
      ...rows.filter(({ id }) => id !== own),
    ].map(({ id, name }) => ({ value: id, label: name }));
    return options.length > 1
      ? [...options, { value: ALL, label: this.t('quiz.picker.allBanks') }]
      : options;
  });
  protected readonly kinds = computed(() =>
    QUESTION_KINDS.map((value) => ({ value, label: this.t(`kinds.${value}`) })),
  );
  protected readonly statuses = computed(() =>
    (['ready', 'draft'] as const).map((value) => ({ value, label: this.t(`statuses.${value}`) })),
  );
  protected readonly difficulties = computed(() =>
    DIFFICULTIES.map((value) => ({ value, label: this.t(`difficulty.${value}`) })),
  );
  protected readonly categories = computed(() => {
    const [one, ...others] = this.here();
    return one && others.length === 0 ? categoryOptions(one.bank.categories) : [];
  });
  protected readonly tags = computed(() =>
    [...new Set(this.here().flatMap(({ bank }) => bank.tags.map(({ tag }) => tag)))]
      .sort((a, b) => a.localeCompare(b, 'vi'))
      .map((tag) => ({ value: tag, label: tag })),
  );

  constructor() {
    effect(() => {
      for (const id of this.chosen()) untracked(() => void this.shelf.open(id));
    });
  }

  protected goTo(bankId: string | null): void {
    this.bankId.set(bankId ?? this.wish.bankId);
    this.set({ categoryId: null, tag: null });
  }

  protected set(part: Partial<QuestionSearch>): void {
    this.search.update((search) => ({ ...search, ...part }));
  }

  protected again(): void {
    for (const id of this.chosen()) void this.shelf.open(id, true);
  }

  protected factsOf(row: QuestionRow & { bankName: string }): string {
    const facts = [this.t(`kinds.${row.kind}`), this.t(`difficulty.${row.difficulty}`)];
    if (this.bankId() === ALL) facts.push(row.bankName);
    return [...facts, ...row.tags].join(' · ');
  }

  protected pick(rows: readonly (QuestionRow & { bankName: string })[], on: boolean): void {
    const picked = new Map(this.picked());
    for (const row of rows) {
      if (!on) picked.delete(row.id);
      else if (!picked.has(row.id)) picked.set(row.id, knownOf(row));
    }
    this.picked.set(picked);
  }

  protected pickAll(on: boolean): void {
    this.pick(this.free(), on);
  }

  protected done(): void {
    this.ref.close([...this.picked()].map(([id, facts]) => ({ id, facts })));
  }
}

const knownOf = (row: QuestionRow & { bankName: string }): QuestionFacts => ({
  kind: row.kind,
  title: row.title,
  status: row.status,
  newestVersion: row.version,
  reviewDue: row.reviewDue,
  bankId: row.bankId,
  bankName: row.bankName,
});
