/** The room of one course as its officer sees it: what it is, how far it is, where to go on. */
import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { routes } from '@tap-huan/contract';
import { Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DayPipe,
  ErrorStateComponent,
  IconComponent,
  MarksPipe,
  PageHeaderComponent,
  PageTitle,
  ProgressBarComponent,
  SkeletonComponent,
  StatusChipComponent,
} from '@tap-huan/web/ui';
import { CertificateNoticeComponent } from '../certificate/certificate-notice.component';
import { watchCertificate } from '../certificate/certificate-watch';
import { pdfLinks } from '../certificate/pdf-links';
import { dueTone, dueWords } from '../due-words';
import { injectText } from '../i18n/text';
import { lessonPath } from '../paths';
import { OutlineComponent } from './outline.component';

@Component({
  selector: 'th-course-page',
  imports: [
    CalloutComponent,
    CertificateNoticeComponent,
    DayPipe,
    ErrorStateComponent,
    IconComponent,
    MarksPipe,
    OutlineComponent,
    PageHeaderComponent,
    ProgressBarComponent,
    RouterLink,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './course.page.html',
  styleUrl: './course.page.scss',
})
export class CoursePage {
  readonly enrolmentId = input.required<string>();
  protected readonly t = injectText();
  protected readonly problems = inject(Problems);
  protected readonly pdf = pdfLinks();
  private readonly pageTitle = inject(PageTitle);
  protected readonly resource = read(routes.readMyCourse, () => ({
    params: { enrolmentId: this.enrolmentId() },
  }));
  private readonly about = read(routes.readAbout);
  protected readonly demo = computed(() => this.about.hasValue() && this.about.value().demo);

  protected readonly course = computed(() =>
    this.resource.hasValue() ? this.resource.value() : undefined,
  );
  protected readonly finished = computed(() => {
    const course = this.course();
    if (!course || course.state === 'withdrawn') return false;
    return (
      course.state === 'completed' ||
      (course.progress.total > 0 && course.progress.done === course.progress.total)
    );
  });
  /** The completion is recorded a moment after the last lesson; its certificate is looked for from then on. */
  protected readonly watch = watchCertificate(
    computed(() => (this.finished() ? this.enrolmentId() : null)),
  );
  protected readonly due = computed(() => {
    const course = this.course();
    return course ? dueWords(course, this.t) : '';
  });
  protected readonly tone = computed(() => {
    const course = this.course();
    return course ? dueTone(course) : 'neutral';
  });
  protected readonly next = computed(() => {
    const course = this.course();
    if (!course?.nextLesson || course.state === 'withdrawn') return null;
    const { title } = course.nextLesson;
    return {
      title,
      to: lessonPath(course.id, course.nextLesson),
      begun: course.state === 'in_progress',
    };
  });

  constructor() {
    effect(() => {
      const course = this.course();
      if (course) this.pageTitle.own.set(course.courseTitle);
    });
    effect(() => {
      // With the certificate the completion is recorded too.
      if (this.watch.certificate() && this.course()?.state === 'in_progress')
        this.resource.reload();
    });
  }
}
