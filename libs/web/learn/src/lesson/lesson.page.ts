/** The room where an officer reads a lesson, stops, comes back to the same line, and finishes it. */
import {
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type MyLesson, routes } from '@tap-huan/contract';
import { Api, Problems, read } from '@tap-huan/web/api';
import {
  DayPipe,
  ErrorStateComponent,
  IconComponent,
  MinutesPipe,
  PageTitle,
  SizePipe,
  SkeletonComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { coursePath, lessonPath } from '../paths';
import { ContentsComponent } from './contents.component';
import { withHeadings } from './headings';
import { LessonArticleComponent } from './lesson-article.component';
import { ReadingTracker } from './reading-tracker';

/** Between two reports of the place (ms). */
const REPORT = 10_000;

@Component({
  selector: 'th-lesson-page',
  imports: [
    ContentsComponent,
    DayPipe,
    ErrorStateComponent,
    IconComponent,
    LessonArticleComponent,
    MinutesPipe,
    RouterLink,
    SizePipe,
    SkeletonComponent,
  ],
  templateUrl: './lesson.page.html',
  styleUrl: './lesson.page.scss',
})
export class LessonPage {
  readonly enrolmentId = input.required<string>();
  readonly lessonId = input.required<string>();
  protected readonly t = injectText();
  protected readonly problems = inject(Problems);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly pageTitle = inject(PageTitle);
  private readonly params = computed(() => ({
    enrolmentId: this.enrolmentId(),
    lessonId: this.lessonId(),
  }));
  protected readonly resource = read(routes.readMyLesson, () => ({
    params: this.params(),
  }));
  private readonly course = read(routes.readMyCourse, () => ({
    params: { enrolmentId: this.enrolmentId() },
  }));
  private readonly about = read(routes.readAbout);
  private tracker: {
    params: { enrolmentId: string; lessonId: string };
    of: ReadingTracker;
  } | null = null;

  protected readonly lesson = computed(() =>
    this.resource.hasValue() ? this.resource.value() : undefined,
  );
  protected readonly text = computed(() => withHeadings(this.lesson()?.bodyHtml ?? ''));
  protected readonly demo = computed(() => this.about.hasValue() && this.about.value().demo);
  protected readonly done = linkedSignal(() => this.lesson()?.state === 'done');
  protected readonly finishing = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly resumed = linkedSignal({ source: this.lesson, computation: () => false });
  /** A finished lesson is read again from the top. */
  protected readonly startAt = computed(() => {
    const lesson = this.lesson();
    return lesson && lesson.state !== 'done' ? lesson.position : 0;
  });
  protected readonly place = computed(() => {
    if (!this.course.hasValue()) return null;
    const lessons = this.course.value().modules.flatMap((module) => module.lessons);
    const at = lessons.findIndex(({ id }) => id === this.lessonId()) + 1;
    return at > 0 ? { at, total: lessons.length } : null;
  });
  protected readonly coursePath = computed(() => coursePath(this.enrolmentId()));

  constructor() {
    effect(() => {
      const lesson = this.lesson();
      if (!lesson) return;
      this.pageTitle.own.set(lesson.title);
      untracked(() => this.begin(lesson));
    });
    const timer = setInterval(() => this.report(), REPORT);
    const sight = () => {
      const visible = document.visibilityState === 'visible';
      this.tracker?.of.seen(visible);
      if (!visible) this.report({ leaving: true });
    };
    const hide = () => this.report({ leaving: true });
    document.addEventListener('visibilitychange', sight);
    addEventListener('pagehide', hide);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', sight);
      removeEventListener('pagehide', hide);
      this.report({ leaving: true });
    });
  }

  protected to(lesson: NonNullable<MyLesson['next']>): string {
    return lessonPath(this.enrolmentId(), lesson);
  }

  protected readTo(position: number): void {
    this.tracker?.of.at(position);
  }

  protected fromTop(): void {
    this.resumed.set(false);
    scrollTo({ top: 0 });
  }

  /** Marks the lesson as finished and goes on; where that fails nothing is lost and the page stays. */
  protected async finish(next: MyLesson['next']): Promise<void> {
    if (this.finishing()) return;
    this.finishing.set(true);
    this.failure.set(null);
    const report = this.tracker?.of.take(true) ?? { position: 1, seconds: 0 };
    try {
      await this.api.call(routes.recordProgress, {
        params: this.params(),
        body: { ...report, done: true },
      });
      this.done.set(true);
      await this.router.navigateByUrl(next ? this.to(next) : this.coursePath());
    } catch (error) {
      this.tracker?.of.giveBack(report);
      this.failure.set(error);
    } finally {
      this.finishing.set(false);
    }
  }

  /** Another lesson came: the one before is reported first. Opening one begins it. */
  private begin(lesson: MyLesson): void {
    if (this.tracker?.params.lessonId === lesson.id) return;
    this.report();
    this.finishing.set(false);
    this.failure.set(null);
    this.tracker = {
      params: this.params(),
      of: new ReadingTracker(lesson.position, () => performance.now()),
    };
    if (lesson.state === 'not_started') this.report({ force: true });
  }

  private report({ leaving = false, force = false } = {}): void {
    if (!this.tracker) return;
    const { params, of } = this.tracker;
    const report = of.take(force);
    if (!report) return;
    // Quiet: a place in a text is not worth asking anybody to sign in again.
    this.api
      .call(
        routes.recordProgress,
        { params, body: { ...report, done: false } },
        { quiet: true, keepalive: leaving },
      )
      .catch(() => of.giveBack(report));
  }
}
