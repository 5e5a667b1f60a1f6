/** The room of one course: its name and state, and the tabs. */
import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  ErrorStateComponent,
  IconComponent,
  PageHeaderComponent,
  PageTitle,
  SkeletonComponent,
  StatusChipComponent,
  TabsComponent,
} from '@tap-huan/web/ui';
import { stateOf } from '../courses/course-state';
import { injectText } from '../i18n/text';
import { CourseStore } from './course.store';

@Component({
  selector: 'th-course-page',
  imports: [
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    CalloutComponent,
    ErrorStateComponent,
    IconComponent,
    PageHeaderComponent,
    SkeletonComponent,
    StatusChipComponent,
    TabsComponent,
  ],
  providers: [CourseStore],
  template: `
    @if (store.course(); as course) {
      <th-page-header [heading]="course.meta.title" [sub]="course.code">
        <a thBack routerLink="/soan"><th-icon name="back" /> {{ t('courses.title') }}</a>
        <th-status-chip thStatus [tone]="state().tone">
          {{ t(stateKey(), state().params) }}
        </th-status-chip>
        @if (!store.editable()) {
          <button
            thActions
            type="button"
            class="th-button th-button--primary"
            [disabled]="store.busy()"
            (click)="store.beginDraft()"
          >
            <th-icon name="edit" /> {{ t('course.beginDraft') }}
          </button>
        }
      </th-page-header>
      @if (!store.editable()) {
        <th-callout class="locked" kind="note" [heading]="t('course.readOnly')">
          {{ t('course.readOnlyHint') }}
        </th-callout>
      }
      <th-tabs [label]="t('course.tabs')">
        <a
          routerLink="."
          routerLinkActive="active"
          ariaCurrentWhenActive="page"
          [routerLinkActiveOptions]="{ exact: true }"
          >{{ t('course.outline') }}</a
        >
        <a routerLink="thong-tin" routerLinkActive="active" ariaCurrentWhenActive="page">{{
          t('course.meta')
        }}</a>
        <a routerLink="ngan-hang" routerLinkActive="active" ariaCurrentWhenActive="page">{{
          t('course.bank')
        }}</a>
        <a routerLink="phat-hanh" routerLinkActive="active" ariaCurrentWhenActive="page">
          {{ t('course.publish') }}
          @if (store.editable() && course.problems.length > 0) {
            <span class="left">{{
              t('course.problemsLeft', { count: course.problems.length })
            }}</span>
          }
        </a>
      </th-tabs>
      <router-outlet />
    } @else if (store.resource.error(); as error) {
      <th-error-state [message]="problems.message(error)" (retry)="store.reload()">
        <a class="th-button" routerLink="/soan">{{ t('course.toCourses') }}</a>
      </th-error-state>
    } @else {
      <th-skeleton shape="page" [count]="8" />
    }
  `,
  styles: `
    .locked {
      margin-bottom: var(--th-16);
    }
    .left {
      color: var(--th-amber);
      font-size: var(--th-size-13);
      font-weight: 400;
    }
  `,
})
export class CoursePage {
  readonly courseId = input.required<string>();
  protected readonly store = inject(CourseStore);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly title = inject(PageTitle);
  protected readonly state = computed(() => {
    const versions = this.store.course()?.versions ?? [];
    return stateOf({
      draftNumber: versions.find(({ state }) => state === 'draft')?.number ?? null,
      publishedNumber: versions.find(({ state }) => state === 'published')?.number ?? null,
      closedOn: this.store.course()?.closedOn ?? null,
    });
  });
  protected readonly stateKey = computed(() => `courses.state.${this.state().key}` as const);

  constructor() {
    effect(() => this.store.courseId.set(this.courseId()));
    effect(() => this.title.own.set(this.store.course()?.meta.title ?? null));
  }
}
