/** The room of a quiz's answers that people mark: question by question or paper by paper, and how far that is. */
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type MarkingTaskRow, type OutputOf } from '@tap-huan/contract';
import { addressState, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CalloutComponent,
  CellDirective,
  DataTableComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  formatMarks,
  IconComponent,
  injectLanguage,
  InstantPipe,
  MarksPipe,
  ProgressBarComponent,
  SelectComponent,
  StatusChipComponent,
  type TableColumn,
  type TableQuery,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { browserStorage, DeviceCopies } from '../mark/device-copies';
import { unsentTasks } from '../mark/mark-copy';
import { QuizHeadComponent } from './quiz-head.component';
import { SegmentsComponent } from './segments.component';
import { filterOf, filterTasks, isTodo, nextToMark, papersDone, TASK_FILTERS } from './task-list';
import { paperName, STATE_TONES } from './task-words';

type Question = OutputOf<typeof endpoints.listMarkingTasks>['questions'][number];
const PAGE_SIZE = 30;

@Component({
  selector: 'th-tasks-page',
  imports: [
    RouterLink,
    CalloutComponent,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    IconComponent,
    InstantPipe,
    MarksPipe,
    ProgressBarComponent,
    QuizHeadComponent,
    SegmentsComponent,
    SelectComponent,
    StatusChipComponent,
  ],
  templateUrl: './tasks.page.html',
  styleUrl: './queue.scss',
})
export class TasksPage {
  readonly quizId = input.required<string>();
  protected readonly problems = inject(Problems);
  private readonly store = inject(SessionStore);
  protected readonly t = injectText();
  private readonly language = injectLanguage();
  protected readonly address = addressState({
    page: 1,
    search: '',
    xep: 'cau-hoi',
    cau: null as string | null,
    loc: 'todo',
  });
  protected readonly order = computed(() =>
    this.address.value().xep === 'hoc-vien' ? ('officer' as const) : ('question' as const),
  );
  protected readonly filter = computed(() => filterOf(this.address.value().loc));
  protected readonly query = computed<TableQuery>(() => ({
    page: Math.max(1, this.address.value().page),
    pageSize: PAGE_SIZE,
    search: this.address.value().search,
    sort: null,
  }));
  protected readonly list = read(endpoints.listMarkingTasks, () => ({
    params: { quizId: this.quizId() },
    query: { order: this.order() },
  }));
  protected readonly page = kept(this.list);
  private readonly items = computed(() => this.page()?.items ?? []);
  protected readonly questions = computed(() => this.page()?.questions ?? []);
  private readonly titles = computed(
    () => new Map(this.questions().map(({ questionId, title }) => [questionId, title])),
  );
  protected readonly question = computed(() => {
    const { cau } = this.address.value();
    return cau !== null && this.titles().has(cau) ? cau : null;
  });
  protected readonly rows = computed(() =>
    this.page() ? filterTasks(this.items(), this.filter(), this.question()) : undefined,
  );
  protected readonly papers = computed(() => papersDone(this.items()));
  /** Where marking goes on, among the answers that are shown. */
  protected readonly first = computed(() => nextToMark(this.items(), null, this.question()));
  protected readonly walk = computed(() => ({
    xep: this.order() === 'officer' ? 'hoc-vien' : null,
    cau: this.question(),
  }));
  /** Marks that were typed on this device and did not reach the server. */
  protected readonly unsent = computed(() => {
    const account = this.store.session()?.accountId ?? '';
    const tasks = new Set(unsentTasks(new DeviceCopies(browserStorage(), account)));
    return this.items().filter(({ id }) => tasks.has(id));
  });
  protected readonly orders = computed(() => [
    { value: 'question' as const, label: this.t('tasks.byQuestion') },
    { value: 'officer' as const, label: this.t('tasks.byOfficer') },
  ]);
  protected readonly filters = computed(() =>
    TASK_FILTERS.map((value) => ({ value, label: this.t(`tasks.filters.${value}`) })),
  );
  protected readonly questionOptions = computed(() =>
    this.questions().map(({ questionId, title }) => ({ value: questionId, label: title })),
  );
  protected readonly tones = STATE_TONES;
  protected readonly byId = (row: MarkingTaskRow) => row.id;
  protected readonly paper = (row: MarkingTaskRow) => paperName(row, this.t);
  protected readonly columns = computed<TableColumn<MarkingTaskRow>[]>(() => [
    {
      key: 'paper',
      title: this.t('tasks.paper'),
      text: (row) => `${paperName(row, this.t)} ${row.paperNumber}`,
      primary: true,
      width: '13rem',
    },
    { key: 'question', title: this.t('tasks.question'), text: (row) => this.titleOf(row) },
    { key: 'submitted', title: this.t('tasks.submitted'), width: '10rem', wideOnly: true },
    { key: 'state', title: this.t('tasks.state'), width: '13rem' },
    { key: 'marks', title: this.t('tasks.marks'), numeric: true, width: '6rem' },
    { key: 'action', title: this.t('tasks.action'), width: '8rem' },
  ]);

  protected titleOf({ questionId }: Pick<MarkingTaskRow, 'questionId'>): string {
    return this.titles().get(questionId) ?? '';
  }

  protected turn({ page, search }: TableQuery): void {
    this.address.set({ page, search });
  }

  protected narrow(part: Partial<ReturnType<typeof this.address.value>>): void {
    this.address.set({ ...part, page: 1 });
  }

  protected orderBy(order: 'question' | 'officer'): void {
    this.narrow({ xep: order === 'officer' ? 'hoc-vien' : 'cau-hoi' });
  }

  protected totalOf({ counts }: Question): number {
    return counts.waiting + counts.second + counts.to_agree + counts.done;
  }

  /** What is open of a question, in words. */
  protected openOf({ counts, kind, points }: Question): string {
    const open = (['waiting', 'second', 'to_agree'] as const).filter((state) => counts[state] > 0);
    return [
      this.t(`kind.${kind}`),
      this.t('tasks.points', { points: formatMarks(points, this.language()) }),
      ...open.map((state) => this.t(`tasks.counts.${state}`, { n: counts[state] })),
    ].join(' · ');
  }

  protected nextOf({ questionId }: Question): string | null {
    return nextToMark(this.items(), null, questionId);
  }

  protected actionOf(row: MarkingTaskRow): string {
    if (row.mayMark) return this.t(row.own === 'draft' ? 'tasks.go' : 'tasks.mark');
    return this.t(isTodo(row) ? 'tasks.agree' : 'tasks.look');
  }
}
