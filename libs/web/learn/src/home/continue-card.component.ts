/** The room of the largest thing on the home: where to go on. */
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MyEnrolment, MyProgramme } from '@tap-huan/contract';
import { IconComponent, ProgressBarComponent, StatusChipComponent } from '@tap-huan/web/ui';
import { dueTone, dueWords } from '../due-words';
import { injectText } from '../i18n/text';
import { coursePath, lessonPath } from '../paths';
import { AssignedComponent } from './assigned.component';

@Component({
  selector: 'th-continue-card',
  imports: [
    AssignedComponent,
    IconComponent,
    ProgressBarComponent,
    RouterLink,
    StatusChipComponent,
  ],
  template: `
    @let course = enrolment();
    <div class="words">
      <th-status-chip [tone]="tone()">{{ due() }}</th-status-chip>
      <h2>
        <a [routerLink]="coursePath(course.id)">{{ course.courseTitle }}</a>
      </h2>
      @if (programme(); as programme) {
        <p class="of">{{ t('programme.partOf', { title: programme.title }) }}</p>
      }
      @if (next(); as next) {
        <p class="next">{{ next }}</p>
      }
      <th-progress-bar
        [done]="course.progress.done"
        [total]="course.progress.total"
        [words]="
          t('progress.lessons', { done: course.progress.done, total: course.progress.total })
        "
        [label]="t('progress.label', { title: course.courseTitle })"
      />
    </div>
    <a class="th-button th-button--primary" [routerLink]="to()">
      <th-icon name="play" [size]="18" />
      {{ course.state === 'not_started' ? t('home.start') : t('home.continue') }}
    </a>
    @if (assigned(); as assigned) {
      <th-assigned [assigned]="assigned" />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--th-24) var(--th-48);
      padding: var(--th-32);
      border: 1px solid var(--th-line);
      border-radius: var(--th-radius);
      background: var(--th-paper);
    }
    .words {
      flex: 1 1 22rem;
      min-width: 0;
    }
    h2 {
      margin: var(--th-8) 0 var(--th-4);
      font-size: var(--th-size-27);
      line-height: 1.4;
    }
    h2 a {
      color: inherit;
      text-decoration: none;
    }
    h2 a:hover {
      text-decoration: underline;
    }
    .of {
      margin-bottom: var(--th-4);
      color: var(--th-ink-2);
    }
    th-assigned {
      flex: 1 0 100%;
    }
    .next {
      margin-bottom: var(--th-16);
      color: var(--th-ink-2);
    }
    .th-button {
      min-height: 52px;
      padding-inline: var(--th-32);
      font-size: var(--th-size-17);
    }
    @media (max-width: 719px) {
      :host {
        padding: var(--th-16);
      }
      h2 {
        font-size: var(--th-size-21);
      }
      .th-button {
        width: 100%;
      }
    }
  `,
})
export class ContinueCardComponent {
  readonly enrolment = input.required<MyEnrolment>();
  /** The programme that the course belongs to. */
  readonly programme = input<MyProgramme | null>(null);
  /** An assignment of the course itself says more than the programme's. */
  protected readonly assigned = computed(() => {
    const { assigned } = this.enrolment();
    return assigned?.title ? assigned : (this.programme()?.assigned ?? assigned);
  });
  protected readonly t = injectText();
  protected readonly coursePath = coursePath;
  protected readonly due = computed(() => dueWords(this.enrolment(), this.t));
  protected readonly tone = computed(() => dueTone(this.enrolment()));
  protected readonly to = computed(() => {
    const { id, nextLesson } = this.enrolment();
    return nextLesson ? lessonPath(id, nextLesson) : coursePath(id);
  });
  protected readonly next = computed(() => {
    const lesson = this.enrolment().nextLesson;
    return (
      lesson &&
      this.t(lesson.kind === 'quiz' ? 'home.nextQuiz' : 'home.next', { title: lesson.title })
    );
  });
}
