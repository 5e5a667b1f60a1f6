/** The room where an officer takes a quiz: one page of questions, the clock, what is saved, and all questions at a glance. */
import { Location, NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
  viewChildren,
} from '@angular/core';
import { Router } from '@angular/router';
import { MARKED_BY_HAND } from '@tap-huan/contract';
import { Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  ErrorStateComponent,
  IconComponent,
  SkeletonComponent,
} from '@tap-huan/web/ui';
import { injectAttemptText } from '../i18n/attempt.text';
import { attemptPath, resultPath } from '../paths';
import { AnswerUploads } from '../question/files/uploads';
import { loadKinds } from '../question/kinds';
import { StimulusComponent } from '../question/stimulus.component';
import { AnswerFileDesk } from './answer-file-desk';
import { AnswerStateComponent } from './answer-state.component';
import { AttemptClockComponent } from './attempt-clock.component';
import { AttemptDesk } from './attempt-desk';
import { AttemptReviewComponent } from './attempt-review.component';
import { slotOf } from './attempt-watch';
import { attemptWords } from './attempt-words';
import { DisplayMenuComponent } from './display-menu.component';
import { EndingComponent } from './ending.component';
import { FileRescueComponent } from './file-rescue.component';
import { lendFiles } from './file-port';
import { LeavePartComponent } from './leave-part.component';
import { NoticesComponent } from './notices.component';
import { blocksOf, isBegun, pagesOf, type PaperSlot, partFactsOf } from './paper-state';
import { PracticeDesk } from './practice-desk';
import { QuestionMapComponent } from './question-map.component';
import { type PracticeSheet, QuestionSheetComponent } from './question-sheet.component';
import { rangesOf } from './ranges';
import { Screen } from './screen';
import { SectionHeadComponent } from './section-head.component';
import { TakenOverComponent } from './taken-over.component';

/** In the address instead of a question's number: the page before submitting. */
const REVIEW = 'nop-bai';

@Component({
  selector: 'th-attempt-page',
  imports: [
    AnswerStateComponent,
    AttemptClockComponent,
    AttemptReviewComponent,
    CalloutComponent,
    DisplayMenuComponent,
    EndingComponent,
    ErrorStateComponent,
    FileRescueComponent,
    IconComponent,
    LeavePartComponent,
    NgTemplateOutlet,
    NoticesComponent,
    QuestionMapComponent,
    QuestionSheetComponent,
    SectionHeadComponent,
    SkeletonComponent,
    StimulusComponent,
    TakenOverComponent,
  ],
  providers: [AnswerFileDesk, AnswerUploads, AttemptDesk, PracticeDesk, Screen],
  templateUrl: './attempt.page.html',
  styleUrl: './attempt.page.scss',
  host: { '(document:keydown)': 'press($event)' },
})
export class AttemptPage {
  readonly attemptId = input.required<string>();
  /** From the address: the question, so that a reload comes back to it; or the review. */
  readonly cau = input<string>();
  protected readonly t = injectAttemptText();
  protected readonly desk = inject(AttemptDesk);
  protected readonly practice = inject(PracticeDesk);
  protected readonly screen = inject(Screen);
  protected readonly uploads = inject(AnswerUploads);
  protected readonly problems = inject(Problems);
  protected readonly fileUrl = lendFiles(this.attemptId, this.desk, this.uploads);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly location = inject(Location);
  private readonly sheets = viewChildren(QuestionSheetComponent);
  private readonly leaving = viewChild(LeavePartComponent);
  private readonly place = linkedSignal(() => this.cau() ?? '1');
  protected readonly sendingFiles = signal(false);
  /** The officer knows what leaving a page means: it was asked once. */
  private askedToLeave = false;

  protected readonly slots = computed(() => this.desk.view()?.slots ?? []);
  private readonly pages = computed(() => {
    const view = this.desk.view();
    const perPage = this.screen.settings().oneQuestionPerPage ? 1 : (view?.questionsPerPage ?? 1);
    return pagesOf(this.slots(), perPage, view?.sections);
  });
  protected readonly pageCount = computed(() => this.pages().length);
  protected readonly reviewing = computed(() => this.place() === REVIEW && this.mayReview());
  private readonly at = computed(() => {
    const number = Number(this.place());
    return Math.max(
      0,
      this.pages().findIndex((page) => page.some(({ slot }) => slot === number)),
    );
  });
  private readonly page = computed(() => this.pages()[this.at()] ?? []);
  protected readonly blocks = computed(() =>
    blocksOf(this.page(), this.desk.view()?.sections ?? []),
  );
  /** A case stands beside its questions: the list of questions makes room. */
  protected readonly wide = computed(
    () => !this.reviewing() && this.page().some(({ stimulusId }) => stimulusId !== null),
  );
  /** Where everything is on one page, nothing is set apart. */
  protected readonly shown = computed(() =>
    this.reviewing() || this.pages().length === 1 ? [] : this.page().map(({ slot }) => slot),
  );
  protected readonly single = computed(() => this.pages().every((page) => page.length === 1));
  protected readonly first = computed(() => this.at() === 0);
  private readonly last = computed(() => this.at() === this.pages().length - 1);
  /** Only the last part can be handed in. */
  protected readonly mayReview = computed(() => this.desk.view()?.part?.last ?? true);
  protected readonly partFacts = computed(() => partFactsOf(this.desk.view()));
  protected readonly missing = computed(() =>
    this.desk.standing().flatMap(({ slot, state }) => (state === 'answered' ? [] : [slot])),
  );
  protected readonly tooLate = computed(() => rangesOf(this.desk.saving().tooLate));
  /** Questions that did not reach the server although there is a result. */
  protected readonly leftBehind = computed(() =>
    this.desk.phase() === 'ended' && this.desk.view() ? this.desk.saving().unsent : [],
  );
  protected readonly facts = computed(() => {
    const { unsent } = this.desk.saving();
    const given = [...this.desk.given()].filter(
      ([slot, { response }]) => isBegun(response) && !unsent.includes(slot),
    );
    return {
      saved: given.length,
      total: this.desk.view()?.questions ?? 0,
      unsent: unsent.length,
      closesAt: this.desk.times.takenUntil(),
    };
  });
  private readonly words = attemptWords(this.desk, this.facts);
  protected readonly which = this.words.which;
  protected readonly failedWords = this.words.failed;
  protected readonly waitingWords = this.words.waiting;
  protected readonly advanceTrouble = this.words.advance;
  /** Words on the button that opens the map. */
  protected readonly whereWords = computed(
    () => `${this.desk.counts().answered}/${this.slots().length}`,
  );
  protected readonly onward = computed(() => {
    const part = this.desk.view()?.part;
    if (!this.last()) return this.single() ? this.t('next') : this.t('nextPage');
    if (!part || part.last) return this.t('review');
    const kind = this.partFacts().kind;
    if (kind === 'part') return this.t('part.go');
    return kind === 'page' ? this.t('nextPage') : this.t('next');
  });

  constructor() {
    effect(() => {
      const attemptId = this.attemptId();
      untracked(() => void this.desk.open(attemptId));
    });
    effect(() => {
      const view = this.desk.view();
      if (!view) return;
      this.screen.given.set(view.screen);
      // Fetched ahead: a question must not need the network when its turn comes.
      void loadKinds(view.slots.map(({ question }) => question));
    });
    const part = computed(() => this.desk.view()?.part?.index);
    effect(() => {
      const index = part();
      if (index === undefined) return;
      untracked(() => this.enter());
    });
    effect(() => this.desk.look(this.reviewing() ? null : (this.page()[0]?.slot ?? null)));
    effect(() => {
      if (this.desk.phase() !== 'ended' || this.leftBehind().length > 0) return;
      const done = this.desk.saving().status === 'closed' || !this.desk.outbox;
      const path = resultPath(this.attemptId());
      if (done) untracked(() => void this.router.navigateByUrl(path, { replaceUrl: true }));
    });
  }

  /** How sure one is plays no part where a person marks. */
  protected isMarkedByHand({ question }: PaperSlot): boolean {
    return MARKED_BY_HAND.some((kind) => kind === question.kind);
  }

  protected stimulus(id: string | null) {
    return this.desk.view()?.stimuli.find((one) => one.id === id) ?? null;
  }

  protected practiceOf(slot: number): PracticeSheet | null {
    const rules = this.practice.rules();
    if (!rules) return null;
    const failure = this.practice.failure(slot);
    return {
      ...rules,
      check: this.practice.of(slot),
      checking: this.practice.does(slot, 'check'),
      hinting: this.practice.does(slot, 'hint'),
      hasHints: this.practice.hasHints(slot),
      trouble: failure ? this.problems.message(failure) : null,
    };
  }

  protected look(event: Event): void {
    const slot = slotOf(event);
    if (slot !== null) this.desk.look(slot);
  }

  protected go(slot: number): void {
    this.put(String(slot));
    afterNextRender(
      () =>
        this.sheets()
          .find((sheet) => sheet.slot().slot === slot)
          ?.focus(),
      { injector: this.injector },
    );
  }

  protected turn(by: number): void {
    const slot = this.pages()[this.at() + by]?.[0]?.slot;
    if (slot !== undefined) this.go(slot);
    else if (by > 0 && this.mayReview()) this.review();
    else if (by > 0) this.leavePart();
  }

  protected review(): void {
    this.put(REVIEW);
  }

  protected back(): void {
    this.go(this.missing()[0] ?? this.slots()[0]?.slot ?? 1);
  }

  /** Asked for a whole part, for gaps, and once for what it means. */
  private leavePart(): void {
    if (!this.desk.writable()) return;
    const asks =
      this.partFacts().kind === 'part' || this.missing().length > 0 || !this.askedToLeave;
    this.askedToLeave = true;
    const dialog = this.leaving();
    if (asks && dialog) dialog.ask();
    else this.advance();
  }

  protected advance(): void {
    void this.desk.advance();
  }

  /** A part has been opened, by the officer or by the clock. */
  private enter(): void {
    this.leaving()?.dismiss();
    const slot = this.slots()[0]?.slot;
    if (slot !== undefined && !this.slots().some((one) => String(one.slot) === this.place()))
      this.go(slot);
  }

  protected async handIn(): Promise<void> {
    if (this.uploads.unsent() > 0 && !this.desk.network.away()) {
      this.sendingFiles.set(true);
      await this.uploads.settle().finally(() => this.sendingFiles.set(false));
    }
    this.desk.submit();
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
      KeyR: () => this.mayReview() && this.review(),
    };
    const act = acts[event.code];
    if (!act || (this.reviewing() && event.code !== 'KeyP')) return;
    event.preventDefault();
    if (this.reviewing()) this.go(this.slots().at(-1)?.slot ?? 1);
    else act();
  }
}
