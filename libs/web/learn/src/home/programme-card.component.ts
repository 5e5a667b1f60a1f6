/** The room of one programme on the home: how far it is, until when, why, and its courses. */
import { Component, computed, input } from '@angular/core';
import { IconComponent, ProgressBarComponent } from '@tap-huan/web/ui';
import { dueTone, dueWords } from '../due-words';
import { injectText } from '../i18n/text';
import { AssignedComponent } from './assigned.component';
import { EnrolmentListComponent } from './enrolment-list.component';
import { progressOf, type ProgrammeView } from './programmes';

@Component({
  selector: 'th-programme-card',
  imports: [AssignedComponent, EnrolmentListComponent, IconComponent, ProgressBarComponent],
  template: `
    @let programme = view().programme;
    <div class="head">
      <div class="words">
        <h3>{{ programme.title }}</h3>
        <p class="facts">
          <span [class]="tone()">
            @if (tone() === 'bad' || tone() === 'warning') {
              <th-icon [name]="tone() === 'bad' ? 'alert' : 'clock'" [size]="16" />
            }
            @if (tone() === 'good') {
              <th-icon name="done" [size]="16" />
            }
            {{ due() }}
          </span>
          <span>{{ t('hours', { hours: programme.hours }) }}</span>
        </p>
        @if (parts().length) {
          <ul class="parts">
            @for (part of parts(); track $index) {
              <li>
                <th-icon [name]="part.complete ? 'check' : 'forward'" [size]="16" />
                {{ part.words }}
              </li>
            }
          </ul>
        }
        @if (isOpen() && programme.assigned; as assigned) {
          <th-assigned [assigned]="assigned" />
        }
        @for (gap of gaps(); track gap) {
          <p class="gap">{{ gap }}</p>
        }
      </div>
      @if (isOpen()) {
        <th-progress-bar
          [done]="share().done"
          [total]="share().needed"
          [words]="words()"
          [label]="t('programme.label', { title: programme.title })"
        />
      }
    </div>
    @if (isOpen() && view().courses.length) {
      <th-enrolment-list
        inside
        [label]="t('programme.list', { title: programme.title })"
        [enrolments]="view().courses"
      />
    }
  `,
  styles: `
    :host {
      display: block;
      padding: var(--th-16) var(--th-24);
      border: 1px solid var(--th-line);
      border-radius: var(--th-radius);
      background: var(--th-paper);
    }
    .head {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 17rem;
      gap: var(--th-8) var(--th-32);
      align-items: center;
    }
    h3 {
      margin: 0;
      font-size: var(--th-size-17);
      overflow-wrap: anywhere;
    }
    .facts {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--th-16);
      margin: 0;
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .facts > span {
      display: inline-flex;
      align-items: center;
      gap: var(--th-4);
    }
    .bad {
      color: var(--th-vermilion);
      font-weight: 500;
    }
    .warning {
      color: var(--th-amber);
      font-weight: 500;
    }
    .good th-icon {
      color: var(--th-celadon);
    }
    .parts {
      margin: var(--th-4) 0;
      padding: 0;
      list-style: none;
      font-size: var(--th-size-13);
    }
    .parts li {
      display: flex;
      gap: var(--th-8);
      align-items: center;
    }
    .parts th-icon {
      flex: none;
      color: var(--th-celadon);
    }
    .gap {
      margin: var(--th-4) 0 0;
      color: var(--th-amber);
      font-size: var(--th-size-13);
    }
    th-enrolment-list {
      margin-top: var(--th-12);
    }
    @media (max-width: 719px) {
      :host {
        padding: var(--th-16);
      }
      .head {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class ProgrammeCardComponent {
  readonly view = input.required<ProgrammeView>();
  protected readonly t = injectText();
  protected readonly isOpen = computed(() => this.view().programme.completedAt === null);
  protected readonly due = computed(() => dueWords(this.view().programme, this.t));
  protected readonly tone = computed(() => dueTone(this.view().programme));
  private readonly progress = computed(() => progressOf(this.view().programme));
  /** Courses; of a programme that asks for periods only, those. */
  protected readonly share = computed(() => {
    const { courses, hours } = this.progress();
    return courses.needed > 0 ? courses : hours;
  });
  protected readonly words = computed(() => {
    const { courses, hours } = this.progress();
    return courses.needed > 0
      ? this.t('programme.courses', { done: courses.done, needed: courses.needed })
      : this.t('programme.hours', { done: hours.done, needed: hours.needed });
  });
  /** Part by part, where there are several: not every course of a choice is asked. */
  protected readonly parts = computed(() => {
    const { sets } = this.view().programme;
    if (!this.isOpen() || sets.length < 2) return [];
    return sets.map(({ title, kind, done, needed, complete }) => {
      const key = complete ? 'full' : kind === 'hours' ? 'hours' : 'courses';
      const share = this.t(`programme.${key}`, { done: Math.min(done, needed), needed });
      return { complete, words: this.t('programme.part', { title, share }) };
    });
  });
  /** What no course on the list tells: once these are done, it says what the programme still waits for. */
  protected readonly gaps = computed(() => {
    const { gaps } = this.view().programme;
    return gaps.includes('sets')
      ? []
      : gaps.map((gap) => this.t(`programme.gap.${gap as Exclude<typeof gap, 'sets'>}`));
  });
}
