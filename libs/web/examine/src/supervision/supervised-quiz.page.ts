/** The room where a quiz is watched while it is sat: who, how far, how long; and where time is added. */
import { Component, computed, DestroyRef, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ATTEMPT_PHASES, endpoints, type SupervisedAttempt } from '@tap-huan/contract';
import { addressState, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CellDirective,
  DataTableComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatClock,
  formatInstant,
  formatTime,
  IconComponent,
  InstantPipe,
  MarksPipe,
  PageHeaderComponent,
  PersonComponent,
  SectionComponent,
  SelectComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { injectText } from './i18n/text';
import { factsOf, PHASE_TONES } from './supervised-words';

/** Milliseconds between two looks at the server. */
const LOOK = 10_000;
const PAGE_SIZE = 30;

@Component({
  selector: 'th-supervised-quiz-page',
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
    PersonComponent,
    SectionComponent,
    SelectComponent,
    StatusChipComponent,
  ],
  templateUrl: './supervised-quiz.page.html',
  styleUrl: './supervision.scss',
})
export class SupervisedQuizPage {
  readonly quizId = input.required<string>();
  private readonly dialogs = inject(Dialogs);
  private readonly store = inject(SessionStore);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly address = addressState({
    page: 1,
    search: '',
    trangThai: null as string | null,
    dangChuY: null as string | null,
  });
  protected readonly phase = computed(
    () => ATTEMPT_PHASES.find((phase) => phase === this.address.value().trangThai) ?? null,
  );
  protected readonly query = computed<TableQuery>(() => ({
    page: Math.max(1, this.address.value().page),
    pageSize: PAGE_SIZE,
    search: this.address.value().search.slice(0, 200),
    sort: null,
  }));
  protected readonly filtered = computed(
    () => this.phase() !== null || this.address.value().dangChuY !== null,
  );
  protected readonly list = read(endpoints.readSupervision, () => ({
    params: { quizId: this.quizId() },
    query: {
      page: this.query().page,
      pageSize: PAGE_SIZE,
      search: this.query().search || undefined,
      phase: this.phase() ?? undefined,
      notable: this.address.value().dangChuY === '1' ? ('true' as const) : undefined,
    },
  }));
  protected readonly page = kept(this.list);
  protected readonly quiz = computed(() => this.page()?.quiz);
  protected readonly rows = computed(() => this.page()?.items);
  protected readonly extensions = computed(() => this.page()?.extensions ?? []);
  protected readonly maySupervise = computed(() => this.store.can('attempt.supervise'));
  /** Seconds on the server's clock since the last look, so that the time left runs on. */
  private readonly sinceLook = signal(0);
  protected readonly phases = computed(() =>
    ATTEMPT_PHASES.map((value) => ({ value: value as string, label: this.t(`phase.${value}`) })),
  );
  protected readonly tones = PHASE_TONES;
  protected readonly factsOf = factsOf;
  protected readonly instant = formatInstant;
  protected readonly byId = (row: SupervisedAttempt) => row.attemptId;
  protected readonly sub = computed(() => {
    const quiz = this.quiz();
    if (!quiz) return '';
    const { running, submitted, marked, prepared } = quiz;
    const counts = this.t('quiz.counts', { running, submitted, marked });
    return prepared > 0 ? `${counts} · ${this.t('quiz.prepared', { n: prepared })}` : counts;
  });
  protected readonly updated = computed(() => {
    const page = this.page();
    return page ? this.t('quiz.updated', { at: formatTime(page.serverNow) }) : '';
  });
  protected readonly columns = computed<TableColumn<SupervisedAttempt>[]>(() => [
    { key: 'person', title: this.t('quiz.person'), text: (row) => row.fullName, primary: true },
    { key: 'state', title: this.t('quiz.state'), width: '9.5rem' },
    {
      key: 'answered',
      title: this.t('quiz.answered'),
      text: (row) => this.t('quiz.of', { done: row.answered, total: row.questions }),
      width: '8rem',
    },
    { key: 'deadline', title: this.t('quiz.deadline'), width: '9rem' },
    {
      key: 'saved',
      title: this.t('quiz.saved'),
      text: (row) => (row.lastSavedAt ? formatTime(row.lastSavedAt) : ''),
      wideOnly: true,
      width: '7rem',
    },
    { key: 'facts', title: this.t('quiz.facts'), width: '9rem' },
    { key: 'score', title: this.t('quiz.score'), numeric: true, width: '5rem' },
    { key: 'actions', title: this.t('quiz.actions'), width: '11rem' },
  ]);

  constructor() {
    const second = setInterval(() => this.tick(), 1_000);
    inject(DestroyRef).onDestroy(() => clearInterval(second));
  }

  protected turn({ page, search }: TableQuery): void {
    this.address.set({ page, search });
  }

  protected filter(part: Partial<ReturnType<typeof this.address.value>>): void {
    this.address.set({ ...part, page: 1 });
  }

  protected clear(): void {
    this.filter({ trangThai: null, dangChuY: null, search: '' });
  }

  protected personSub({ staffCode, unitName, number }: SupervisedAttempt): string {
    return [staffCode, unitName, `#${number}`].filter((part) => part !== '').join(' · ');
  }

  protected left({ deadline }: SupervisedAttempt): string {
    const now = this.page()?.serverNow;
    if (!deadline || !now) return '';
    const seconds = (Date.parse(deadline) - Date.parse(now)) / 1_000 - this.sinceLook();
    return seconds > 0 ? this.t('quiz.left', { time: formatClock(seconds) }) : this.t('quiz.over');
  }

  protected extensionWords(one: ReturnType<typeof this.extensions>[number]): string {
    const whom = one.fullName ?? this.t('everybody');
    return this.t('quiz.extensionLine', { minutes: one.minutes, whom, n: one.attempts });
  }

  protected async extend(row: SupervisedAttempt | null): Promise<void> {
    const { ExtendDialog } = await import('./extend.dialog');
    const data = { quizId: this.quizId(), attempt: row };
    if (await this.dialogs.open<boolean>(ExtendDialog, { data })) this.look();
  }

  protected async loadFile(): Promise<void> {
    const { AnswerFileDialog } = await import('./answer-file.dialog');
    const data = { quizId: this.quizId() };
    if (await this.dialogs.open<boolean>(AnswerFileDialog, { data, wide: true })) this.look();
  }

  private look(): void {
    this.sinceLook.set(0);
    this.list.reload();
  }

  /** A page that nobody sees asks nothing. */
  private tick(): void {
    this.sinceLook.update((seconds) => seconds + 1);
    if (this.sinceLook() * 1_000 >= LOOK && document.visibilityState === 'visible') this.look();
  }
}
