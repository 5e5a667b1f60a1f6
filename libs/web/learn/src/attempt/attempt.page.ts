/** The room where an officer takes a quiz: one page of questions, the clock, what is saved, and all questions at a glance. */
import { Location } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  linkedSignal,
  untracked,
  viewChildren,
} from '@angular/core';
import { Router } from '@angular/router';
import { Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  ErrorStateComponent,
  IconComponent,
  SkeletonComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { attemptPath } from '../paths';
import { AnswerStateComponent } from './answer-state.component';
import { AttemptClockComponent } from './attempt-clock.component';
import { AttemptDesk } from './attempt-desk';
import { AttemptReviewComponent } from './attempt-review.component';
import { pagesOf } from './paper-state';
import { QuestionMapComponent } from './question-map.component';
import { QuestionSheetComponent } from './question-sheet.component';

/** In the address instead of a question's number: the page before submitting. */
const REVIEW = 'nop-bai';

@Component({
  selector: 'th-attempt-page',
  imports: [
    AnswerStateComponent,
    AttemptClockComponent,
    AttemptReviewComponent,
    CalloutComponent,
    ErrorStateComponent,
    IconComponent,
    QuestionMapComponent,
    QuestionSheetComponent,
    SkeletonComponent,
  ],
  providers: [AttemptDesk],
  templateUrl: './attempt.page.html',
  styleUrl: './attempt.page.scss',
  host: { '(document:keydown)': 'press($event)' },
})
export class AttemptPage {
  readonly attemptId = input.required<string>();
  /** From the address: the question, so that a reload comes back to it; or the review. */
  readonly cau = input<string>();
  protected readonly t = injectText();
  protected readonly desk = inject(AttemptDesk);
  protected readonly problems = inject(Problems);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly sheets = viewChildren(QuestionSheetComponent);
  private readonly location = inject(Location);
  private readonly place = linkedSignal(() => this.cau() ?? '1');

  protected readonly slots = computed(() => this.desk.view()?.slots ?? []);
  private readonly pages = computed(() =>
    pagesOf(this.slots(), this.desk.view()?.questionsPerPage ?? 1),
  );
  protected readonly reviewing = computed(() => this.place() === REVIEW);
  private readonly at = computed(() => {
    const number = Number(this.place());
    return Math.max(
      0,
      this.pages().findIndex((page) => page.some(({ slot }) => slot === number)),
    );
  });
  protected readonly page = computed(() => this.pages()[this.at()] ?? []);
  /** Where everything is on one page, nothing is set apart. */
  protected readonly shown = computed(() =>
    this.reviewing() || this.pages().length === 1 ? [] : this.page().map(({ slot }) => slot),
  );
  protected readonly single = computed(() => this.pages().every((page) => page.length === 1));
  protected readonly first = computed(() => this.at() === 0);
  protected readonly last = computed(() => this.at() === this.pages().length - 1);
  protected readonly readonly = computed(
    () => this.desk.phase() !== 'open' || this.desk.submitting(),
  );
  /** Words on the button that opens the map on a phone. */
  protected readonly whereWords = computed(() => {
    const { answered } = this.desk.counts();
    return `${answered}/${this.slots().length}`;
  });
  protected readonly troubleWords = computed(() => {
    const trouble = this.desk.trouble();
    if (!trouble) return null;
    if (trouble.kind === 'unsent') return this.t('attempt.submit.unsent', { count: trouble.count });
    return this.t('attempt.submit.failed', { why: this.problems.message(trouble.error) });
  });

  constructor() {
    effect(() => {
      const attemptId = this.attemptId();
      untracked(() => void this.desk.open(attemptId));
    });
    effect(() => {
      if (this.desk.phase() !== 'ended') return;
      const late = this.desk.late();
      untracked(
        () =>
          void this.router.navigate(['/hoc/ket-qua', this.attemptId()], {
            replaceUrl: true,
            state: { late },
          }),
      );
    });
  }

  protected go(slot: number): void {
    this.put(String(slot));
    afterNextRender(
      () =>
        this.sheets()
          .find((sheet) => sheet.slot().slot === slot)
          ?.focus(),
      {
        injector: this.injector,
      },
    );
  }

  protected turn(by: number): void {
    const page = this.pages()[this.at() + by];
    const slot = page?.[0]?.slot;
    if (slot !== undefined) this.go(slot);
    else if (by > 0) this.review();
  }

  protected review(): void {
    this.put(REVIEW);
  }

  protected back(): void {
    const missing = this.desk.standing().find(({ state }) => state !== 'answered');
    this.go(missing?.slot ?? 1);
  }

  /** Not by the router: it would scroll to the top, and turning a page asks nobody anything. */
  private put(cau: string): void {
    this.place.set(cau);
    this.location.replaceState(attemptPath(this.attemptId()), `cau=${cau}`);
  }

  /** Alt with a letter: no browser of the provinces' machines takes these, and typing is not disturbed. */
  protected press(event: KeyboardEvent): void {
    if (!event.altKey || event.ctrlKey || event.metaKey || !this.desk.view()) return;
    const acts: Record<string, () => void> = {
      KeyN: () => this.turn(1),
      KeyP: () => this.turn(-1),
      KeyM: () => this.page().length === 1 && this.desk.flag(this.page()[0]?.slot ?? 0),
      KeyR: () => this.review(),
    };
    const act = acts[event.code];
    if (!act || (this.reviewing() && event.code !== 'KeyP')) return;
    event.preventDefault();
    if (this.reviewing()) this.go(this.slots().at(-1)?.slot ?? 1);
    else act();
  }
}
