/** The room where a draft becomes a version for learners. */
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints } from '@tap-huan/contract';
import { Api, isFailure, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DayPipe,
  Dialogs,
  IconComponent,
  InstantPipe,
  SectionComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { CourseStore } from '../course/course.store';
import { injectText } from '../i18n/text';
import { placesOf } from './problem-places';

@Component({
  selector: 'th-publish-page',
  imports: [CalloutComponent, DayPipe, IconComponent, InstantPipe, RouterLink, SectionComponent],
  templateUrl: './publish.page.html',
  styleUrl: './publish.page.scss',
})
export class PublishPage {
  protected readonly store = inject(CourseStore);
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly publishing = signal(false);
  protected readonly closing = signal(false);
  protected readonly todo = computed(() => {
    const course = this.store.course();
    if (!course) return [];
    const places = placesOf(course.problems, course.modules);
    return course.problems.map((problem, at) => ({
      words: this.t(`publish.problem.${problem.code}`, { where: problem.where }),
      commands: ['/soan', course.courseId, ...(places[at]?.path ?? [])],
      fragment: places[at]?.fragment,
    }));
  });
  protected readonly before = computed(() =>
    this.store.course()?.versions.find(({ state }) => state === 'published'),
  );

  protected async publish(): Promise<void> {
    const course = this.store.course();
    if (!course) return;
    const sure = await this.dialogs.confirm({
      heading: this.t('publish.ask', { number: course.number }),
      consequence: this.t(this.before() ? 'publish.whatNext' : 'publish.whatFirst'),
      confirm: this.t('publish.publish'),
    });
    if (!sure) return;
    this.publishing.set(true);
    try {
      const { number } = await this.api.call(endpoints.publishCourse, {
        params: { courseId: course.courseId },
      });
      this.toasts.tell(this.t('publish.done', { number }));
    } catch (error) {
      const told = isFailure(error, 'course_not_publishable');
      this.toasts.fail(told ? this.t('publish.notYet') : this.problems.message(error));
    } finally {
      this.publishing.set(false);
      this.store.reload();
    }
  }

  /** Closes the course to new learners, or opens it again. */
  protected async close(closed: boolean): Promise<void> {
    const courseId = this.store.courseId();
    if (courseId === null || this.closing()) return;
    this.closing.set(true);
    try {
      await this.api.call(endpoints.closeCourse, { params: { courseId }, body: { closed } });
      this.toasts.tell(this.t(closed ? 'publish.closedDone' : 'publish.reopened'));
      this.store.reload();
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    } finally {
      this.closing.set(false);
    }
  }
}
