/** The room of a quiet list of courses under one heading. */
import { booleanAttribute, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MyEnrolment } from '@tap-huan/contract';
import { IconComponent, injectLanguage, formatMarks, ProgressBarComponent } from '@tap-huan/web/ui';
import { dueTone, dueWords } from '../due-words';
import { injectText } from '../i18n/text';
import { coursePath } from '../paths';
import { AssignedComponent } from './assigned.component';

@Component({
  selector: 'th-enrolment-list',
  imports: [AssignedComponent, IconComponent, ProgressBarComponent, RouterLink],
  template: `
    @if (heading()) {
      <h2>
        {{ heading() }} <span class="count">{{ rows().length }}</span>
      </h2>
    }
    <ul [attr.aria-label]="label()">
      @for (row of rows(); track row.id) {
        <li>
          <a [routerLink]="row.to">
            <span class="words">
              <strong>{{ row.title }}</strong>
              <span class="facts">
                <span [class]="row.tone">
                  @if (row.tone === 'bad' || row.tone === 'warning') {
                    <th-icon [name]="row.tone === 'bad' ? 'alert' : 'clock'" [size]="16" />
                  }
                  @if (row.tone === 'good') {
                    <th-icon name="done" [size]="16" />
                  }
                  {{ row.due }}
                </span>
                @if (row.score) {
                  <span>{{ row.score }}</span>
                }
              </span>
              @if (row.assigned; as assigned) {
                <th-assigned [assigned]="assigned" />
              }
            </span>
            @if (row.open) {
              <th-progress-bar
                [done]="row.done"
                [total]="row.total"
                [words]="row.progress"
                [label]="row.label"
              />
            } @else {
              <span class="th-muted th-small th-figures">{{ row.progress }}</span>
            }
            <th-icon name="chevron-right" [size]="18" />
          </a>
        </li>
      }
    </ul>
  `,
  styleUrl: './enrolment-list.component.scss',
  host: { '[class.inside]': 'inside()' },
})
export class EnrolmentListComponent {
  readonly heading = input('');
  /** Where no heading says what the list is. */
  readonly label = input<string>();
  /** Within a programme, which says why it is asked: only what was assigned by itself says so too. */
  readonly inside = input(false, { transform: booleanAttribute });
  readonly enrolments = input.required<readonly MyEnrolment[]>();
  protected readonly t = injectText();
  private readonly language = injectLanguage();

  private reasonOf({ completedAt, assigned }: MyEnrolment): MyEnrolment['assigned'] {
    if (completedAt !== null) return null;
    return this.inside() && !assigned?.title ? null : assigned;
  }

  protected readonly rows = computed(() =>
    this.enrolments().map((each) => ({
      id: each.id,
      to: coursePath(each.id),
      title: each.courseTitle,
      due: dueWords(each, this.t),
      tone: dueTone(each),
      open: each.state === 'in_progress' || each.state === 'not_started',
      assigned: this.reasonOf(each),
      ...each.progress,
      progress: this.t('progress.lessons', each.progress),
      label: this.t('progress.label', { title: each.courseTitle }),
      score:
        each.scoreOfTen === null
          ? null
          : this.t('score', { score: formatMarks(each.scoreOfTen, this.language()) }),
    })),
  );
}
