/** The room of the versions of a question: what changed from one to another, and where each is used. */
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { endpoints, type QuestionUse } from '@tap-huan/contract';
import { addressState, kept, Problems, read } from '@tap-huan/web/api';
import {
  ErrorStateComponent,
  IconComponent,
  InstantPipe,
  PageHeaderComponent,
  PageTitle,
  SectionComponent,
  SelectComponent,
  SkeletonComponent,
  StatusChipComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import { LocalCopies } from '../../saving/local-copies';
import { formOf } from '../question-form';
import { questionLink } from '../question-places';
import { contentLines } from './content-lines';
import { type DiffRow, versionDiff } from './version-diff';

@Component({
  selector: 'th-history-page',
  imports: [
    RouterLink,
    ErrorStateComponent,
    IconComponent,
    InstantPipe,
    PageHeaderComponent,
    SectionComponent,
    SelectComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './history.page.html',
  styleUrl: './history.page.scss',
})
export class HistoryPage {
  readonly courseId = input<string>();
  readonly bankId = input<string>();
  readonly questionId = input.required<string>();
  private readonly copies = inject(LocalCopies);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  /** In the address: the older and the newer version; 0 is the newest one, or the one before the newer. */
  protected readonly address = addressState({ cu: 0, moi: 0 });
  private readonly params = computed(() => ({ params: { questionId: this.questionId() } }));
  protected readonly question = read(endpoints.readQuestion, () => this.params());
  protected readonly history = read(endpoints.readQuestionHistory, () => this.params());
  protected readonly versions = computed(() => {
    const versions = this.history.hasValue() ? this.history.value().versions : [];
    return [...versions].sort((a, b) => b.number - a.number);
  });
  protected readonly uses = computed(() =>
    this.history.hasValue() ? this.history.value().uses : [],
  );
  protected readonly newest = computed(() => this.versions()[0]?.number ?? 0);
  protected readonly newer = computed(() => this.known(this.address.value().moi) ?? this.newest());
  /** 0 where there is nothing before. */
  protected readonly older = computed(() => {
    const asked = this.known(this.address.value().cu);
    return asked ?? this.versions().find(({ number }) => number < this.newer())?.number ?? 0;
  });
  private readonly newerText = kept(this.version(this.newer));
  private readonly olderText = kept(this.version(this.older));
  protected readonly all = signal(false);
  private readonly rows = computed<DiffRow[] | null>(() => {
    const [older, newer] = [this.olderText(), this.newerText()];
    if (!newer || newer.number !== this.newer()) return null;
    const lines = contentLines(newer.content, this.t);
    if (this.older() === 0) return versionDiff(lines, lines);
    return older?.number === this.older()
      ? versionDiff(contentLines(older.content, this.t), lines)
      : null;
  });
  protected readonly shown = computed(() => {
    const everything = this.all() || this.older() === 0;
    return this.rows()?.filter(({ change, before }) => {
      return everything || change !== 'same' || before !== null;
    });
  });
  protected readonly options = computed(() =>
    this.versions().map(({ number }) => ({
      value: number,
      label: this.t('question.version', { number }),
    })),
  );
  protected readonly front = computed(() => ({
    courseId: this.courseId() ?? null,
    bankId: this.bankId() ?? null,
  }));
  protected readonly back = computed(() => questionLink(this.front(), this.questionId()));

  constructor() {
    effect(() => {
      const title = this.question.hasValue() ? this.question.value().title : null;
      this.title.own.set(title && `${this.t('history.title')}: ${title}`);
    });
  }

  /** Shows what a version changed in the one before it. */
  protected compare(number: number): void {
    this.address.set({ moi: number, cu: 0 });
  }

  protected linkOf({ courseId, quizId }: QuestionUse): string[] | null {
    return courseId === null ? null : ['/soan', courseId, 'bai-kiem-tra', quizId];
  }

  protected isBehind({ keptVersion, inDraft, publishedVersion }: QuestionUse): boolean {
    const kept = inDraft && keptVersion !== null && keptVersion < this.newest();
    return kept || (publishedVersion !== null && publishedVersion < this.newest());
  }

  /** Opens the editor with the text of an older version; nothing is saved before its author says so. */
  protected async take(): Promise<void> {
    const version = this.newerText();
    if (!version || !this.question.hasValue()) return;
    const { categoryId, status, version: newest } = this.question.value();
    const place = { categoryId, status: status === 'draft' ? status : 'ready' } as const;
    const form = formOf(version.content, place);
    this.copies.of<unknown>('question', this.questionId()).keep(form, newest);
    await this.router.navigate(this.back());
  }

  private known(number: number): number | null {
    return this.versions().some((one) => one.number === number) ? number : null;
  }

  private version(number: () => number) {
    return read(endpoints.readQuestionVersion, () =>
      number() === 0 ? undefined : { params: { questionId: this.questionId(), number: number() } },
    );
  }
}
