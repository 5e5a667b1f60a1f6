/** The room where one answer is marked: question, answer and mark beside each other, and on to the next. */
import {
  afterRenderEffect,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type AttemptFile, endpoints, type MarkingTask } from '@tap-huan/contract';
import { Api, isFailure, kept, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  ErrorStateComponent,
  formatInstant,
  formatMarks,
  IconComponent,
  injectLanguage,
  PageTitle,
  SkeletonComponent,
  StatusChipComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { nextToMark, placeOf } from '../queue/task-list';
import { paperName, STATE_TONES } from '../queue/task-words';
import { CommentBankPage } from './comment-bank.page';
import { DecidePage } from './decide.page';
import { DraftConflictComponent } from './draft-conflict.component';
import { DraftStateComponent } from './draft-state.component';
import { GivenMarksComponent } from './given-marks.component';
import { MarkDesk } from './mark-desk';
import { UndecidedDraft } from './mark-draft';
import type { MarkReply } from './mark-draft.types';
import { MarkFieldsComponent } from './mark-fields.component';
import { ShortcutsComponent } from './shortcuts.component';
import { TaskAnswerComponent } from './task-answer.component';
import { TaskQuestionComponent } from './task-question.component';

@Component({
  selector: 'th-mark-page',
  imports: [
    RouterLink,
    CalloutComponent,
    CommentBankPage,
    DecidePage,
    DraftConflictComponent,
    DraftStateComponent,
    ErrorStateComponent,
    GivenMarksComponent,
    IconComponent,
    MarkFieldsComponent,
    ShortcutsComponent,
    SkeletonComponent,
    StatusChipComponent,
    TaskAnswerComponent,
    TaskQuestionComponent,
  ],
  providers: [MarkDesk],
  templateUrl: './mark.page.html',
  styleUrl: './mark.page.scss',
  host: { '(document:keydown)': 'onKey($event)' },
})
export class MarkPage {
  readonly taskId = input.required<string>();
  /** In the address: `hoc-vien` is paper by paper. */
  readonly xep = input<string>();
  /** In the address: only this question. */
  readonly cau = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly language = injectLanguage();
  protected readonly problems = inject(Problems);
  protected readonly desk = inject(MarkDesk);
  protected readonly t = injectText();
  private readonly order = computed(() =>
    this.xep() === 'hoc-vien' ? ('officer' as const) : ('question' as const),
  );
  private readonly walk = computed(() => ({ order: this.order(), questionId: this.cau() }));
  protected readonly resource = read(endpoints.readMarkingTask, () => ({
    params: { taskId: this.taskId() },
    query: this.walk(),
  }));
  /** The answer on screen: the last one stays until the next is there. */
  protected readonly task = kept(this.resource);
  protected readonly loading = computed(() => this.task()?.id !== this.taskId());
  private readonly quizId = computed(() => this.task()?.quizId);
  private readonly list = read(endpoints.listMarkingTasks, () => {
    const quizId = this.quizId();
    return quizId ? { params: { quizId }, query: { order: this.order() } } : undefined;
  });
  private readonly rows = computed(() => (this.list.hasValue() ? this.list.value().items : null));
  protected readonly place = computed(() => {
    const rows = this.rows();
    const task = this.task();
    return rows && task ? placeOf(rows, task.id, this.cau() ?? null) : null;
  });
  /** Where the walk goes on; as far as the list is not there, what the server says. */
  protected readonly following = computed(() => {
    const rows = this.rows();
    return rows ? nextToMark(rows, this.taskId(), this.cau() ?? null) : (this.task()?.next ?? null);
  });
  protected readonly params = computed(() => ({ xep: this.xep(), cau: this.cau() }));
  protected readonly listParams = computed(() => ({ xep: this.xep(), cau: this.cau() ?? null }));
  protected readonly tones = STATE_TONES;
  protected readonly heading = computed(() => {
    const task = this.task();
    return task ? paperName(task, this.t) : this.t('mark.title');
  });
  /** What stands below the heading. */
  protected readonly facts = computed(() => {
    const task = this.task();
    const place = this.place();
    if (!task) return '';
    return [
      task.quizTitle,
      ...(place?.place ? [this.t('mark.place', { place: place.place, total: place.total })] : []),
      ...(place
        ? [place.left ? this.t('mark.left', { n: place.left }) : this.t('mark.leftNone')]
        : []),
      this.t('mark.submitted', { at: formatInstant(task.submittedAt) }),
    ].join(' · ');
  });
  protected readonly strict = signal(false);
  protected readonly busy = signal(false);
  protected readonly changing = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly fields = viewChild(MarkFieldsComponent);
  private readonly head = viewChild<ElementRef<HTMLElement>>('head');
  private readonly answer = viewChild<ElementRef<HTMLElement>>('answer');
  private readonly marking = viewChild<ElementRef<HTMLElement>>('marking');
  private arrivedAt: string | null = null;
  protected readonly fileUrl = ({ id }: AttemptFile) =>
    this.api.fileUrl(endpoints.downloadAttemptFile, {
      params: { attemptId: this.task()?.attemptId ?? '', fileId: id },
    });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const task = this.task();
      if (!task) return;
      title.own.set(`${this.heading()} · ${task.quizTitle}`);
      untracked(() => this.desk.open(task));
    });
    // What could not be given for want of the network needs no words once it is saved.
    effect(() => {
      if (this.desk.view()?.state === 'saved') this.failure.set(null);
    });
    afterRenderEffect(() => {
      const task = this.task();
      if (task && this.arrivedAt !== task.id) this.arrive(task);
    });
  }

  /** The mark that counts, in words. */
  protected countsOf({ awarded, points }: MarkingTask): string {
    const marks = (value: number | null) => formatMarks(value, this.language());
    return this.t('given.counts', { awarded: marks(awarded), points: marks(points) });
  }

  protected async give(): Promise<void> {
    if (this.busy() || this.loading() || !this.task()?.mayMark) return;
    this.strict.set(true);
    if (!this.fields()?.check()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const following = this.following();
      const reply = await this.desk.give();
      this.note(reply);
      await this.goOn(following, reply);
    } catch (error) {
      if (isFailure(error, 'already_marked')) {
        this.toasts.tell(this.t('mark.elsewhere'));
        this.reload();
      } else if (!(error instanceof UndecidedDraft)) this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** A mark was agreed on or changed. */
  protected decided(): void {
    this.changing.set(false);
    this.reload();
  }

  protected onKey(event: KeyboardEvent): void {
    const elsewhere = (event.target as Element | null)?.closest?.('[role="dialog"]');
    if (elsewhere || event.isComposing) return;
    const mod = event.ctrlKey || event.metaKey;
    const task = this.task();
    if (mod && event.key === 'Enter' && task?.mayMark) this.act(event, () => this.give());
    else if (mod && event.key === 's') this.act(event, () => this.desk.save());
    else if (event.altKey && event.key === 'ArrowUp')
      this.act(event, () => this.go(task?.previous));
    else if (event.altKey && event.key === 'ArrowDown') this.act(event, () => this.go(task?.next));
  }

  private act(event: KeyboardEvent, run: () => unknown): void {
    event.preventDefault();
    void run();
  }

  private async go(taskId: string | null | undefined): Promise<void> {
    if (!taskId) return;
    await this.router.navigate(['/khao-thi/cham-diem/bai', taskId], { queryParams: this.params() });
  }

  private reload(): void {
    this.resource.reload();
    this.list.reload();
  }

  /** The list knows at once; asking anew would cost more than it tells. */
  private note({ state }: MarkReply): void {
    const id = this.taskId();
    this.list.update(
      (list) =>
        list && {
          ...list,
          items: list.items.map((row) =>
            row.id === id ? { ...row, state, own: 'final' as const, mayMark: false } : row,
          ),
        },
    );
  }

  private async goOn(following: string | null, { state, attemptMarked }: MarkReply): Promise<void> {
    const words = {
      waiting: 'mark.given',
      second: 'mark.givenSecond',
      to_agree: 'mark.givenAgree',
      done: attemptMarked ? 'mark.givenWhole' : 'mark.given',
    } as const;
    const said = this.t(words[state]);
    this.toasts.tell(following ? said : `${said} ${this.t('mark.allDone')}`);
    if (following) return this.go(following);
    await this.router.navigate(['/khao-thi/cham-diem', this.quizId()], {
      queryParams: this.listParams(),
    });
  }

  /** A new answer is on screen: marking begins at its first field, on a phone at its heading. */
  private arrive(task: MarkingTask): void {
    this.arrivedAt = task.id;
    this.strict.set(false);
    this.changing.set(false);
    this.failure.set(null);
    for (const part of [this.answer(), this.marking()]) part?.nativeElement.scrollTo(0, 0);
    const wide = matchMedia('(min-width: 1100px)').matches;
    if (wide && task.mayMark) this.fields()?.focus();
    else this.head()?.nativeElement.focus({ preventScroll: wide });
  }
}
