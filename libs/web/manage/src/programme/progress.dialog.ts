/** The room of one officer's way through a programme: set by set, and what is missing. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { endpoints, type ProgrammeEnrolment, type ProgrammeEnrolmentRow } from '@tap-huan/contract';
import { Problems, read } from '@tap-huan/web/api';
import {
  DialogFrameComponent,
  ErrorStateComponent,
  formatInstantDay,
  SkeletonComponent,
  StatusChipComponent,
  type Tone,
} from '@tap-huan/web/ui';
import { STATE_TONES } from '../enrolment/enrolment-words';
import { injectProgrammeText } from './i18n/text';

type Gap = ProgrammeEnrolment['progress']['gaps'][number];
type Course = ProgrammeEnrolment['progress']['sets'][number]['courses'][number];

@Component({
  selector: 'th-progress-dialog',
  imports: [DialogFrameComponent, ErrorStateComponent, SkeletonComponent, StatusChipComponent],
  template: `
    <th-dialog [heading]="row.fullName">
      @if (way.error(); as error) {
        <th-error-state compact [message]="problems.message(error)" (retry)="way.reload()" />
      } @else if (way.hasValue()) {
        @let p = way.value().progress;
        <p>
          {{ p.code }} · {{ p.title }}
          <span class="th-muted">{{ days() }}</span>
        </p>
        @if (p.gaps.length) {
          <h3>{{ t('detail.gaps') }}</h3>
          <ul class="gaps">
            @for (gap of p.gaps; track gap) {
              <li>{{ gapWords(gap) }}</li>
            }
          </ul>
        } @else {
          <p>{{ t('detail.noGaps') }}</p>
        }
        @for (set of p.sets; track $index) {
          <h3>
            {{ set.title }}
            <th-status-chip [tone]="set.complete ? 'good' : 'neutral'">
              {{ t('detail.progress', { done: set.done, needed: set.needed }) }}
            </th-status-chip>
          </h3>
          <p class="th-muted th-small">{{ asked(set) }}</p>
          <ul class="courses">
            @for (course of set.courses; track course.courseId) {
              <li>
                <span>{{ course.code }} · {{ course.title }}</span>
                <th-status-chip [tone]="tone(course)">{{ words(course) }}</th-status-chip>
              </li>
            }
          </ul>
        }
        <p class="th-muted">{{ minutes() }}</p>
      } @else {
        <th-skeleton [count]="5" />
      }
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ t('detail.close') }}
      </button>
    </th-dialog>
  `,
  styles: `
    h3 {
      display: flex;
      flex-wrap: wrap;
      gap: var(--th-8);
      margin: var(--th-16) 0 0;
      font-size: var(--th-size-17);
    }
    ul {
      margin: var(--th-8) 0;
      padding-left: 1.2em;
    }
    .courses {
      padding: 0;
      list-style: none;
    }
    .courses li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--th-4) var(--th-16);
      padding: var(--th-8) 0;
      border-bottom: 1px solid var(--th-line);
    }
  `,
})
export class ProgressDialog {
  protected readonly row = inject<ProgrammeEnrolmentRow>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef>(DialogRef);
  protected readonly problems = inject(Problems);
  protected readonly t = injectProgrammeText();
  protected readonly way = read(endpoints.readProgrammeEnrolment, () => ({
    params: { programmeEnrolmentId: this.row.id },
  }));
  protected readonly days = computed(() => {
    const { enrolledAt, completedAt } = this.row;
    return completedAt
      ? this.t('detail.completed', { day: formatInstantDay(completedAt) })
      : this.t('detail.enrolled', { day: formatInstantDay(enrolledAt) });
  });
  protected readonly minutes = computed(() => {
    if (!this.way.hasValue()) return '';
    const { minutes, minimumMinutes } = this.way.value().progress;
    return minimumMinutes === null
      ? this.t('detail.minutes', { minutes })
      : this.t('detail.minutesOf', { minutes, of: minimumMinutes });
  });

  protected gapWords(gap: Gap): string {
    return this.t(`gap.${gap}`);
  }

  protected asked(set: ProgrammeEnrolment['progress']['sets'][number]): string {
    const count = set.needed;
    return set.kind === 'some'
      ? this.t('setWords.some', { count, of: set.courses.length })
      : this.t(`setWords.${set.kind}`, { count });
  }

  protected words({ state, counts }: Course): string {
    if (state === null) return this.t('detail.notEnrolled');
    if (state === 'completed') return this.t(counts ? 'detail.counts' : 'detail.countsNot');
    return this.t(`enrolmentState.${state}`);
  }

  protected tone({ state, counts }: Course): Tone {
    if (state === null) return 'neutral';
    return state === 'completed' && !counts ? 'warning' : STATE_TONES[state];
  }
}
