/** The room where HR of the whole academy says when reminders go out. */
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { endpoints, type NoticeSchedule } from '@tap-huan/contract';
import { Api, kept, Problems, read, UnsavedWork } from '@tap-huan/web/api';
import {
  CalloutComponent,
  ErrorStateComponent,
  FieldComponent,
  InputDirective,
  SectionComponent,
  SelectComponent,
  SkeletonComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from './i18n/text';
import { ReminderHeadComponent } from './reminder-head.component';
import {
  type DaysField,
  type Draft,
  draftOf,
  LIMITS,
  type NumberField,
  scheduleOf,
  wrongFields,
} from './schedule-form';

/** Monday is 1. */
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

@Component({
  selector: 'th-schedule-page',
  imports: [
    CalloutComponent,
    ErrorStateComponent,
    FieldComponent,
    InputDirective,
    ReminderHeadComponent,
    SectionComponent,
    SelectComponent,
    SkeletonComponent,
  ],
  templateUrl: './schedule.page.html',
  styles: `
    form {
      max-width: 60rem;
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
      gap: var(--th-16);
    }
  `,
})
export class SchedulePage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly stored = read(endpoints.readNoticeSchedule);
  protected readonly known = kept(this.stored);
  private readonly saved = linkedSignal(() => this.known()?.schedule);
  protected readonly draft = linkedSignal<NoticeSchedule | undefined, Draft | null>({
    source: this.saved,
    computation: (schedule) => (schedule ? draftOf(schedule) : null),
  });
  protected readonly wrong = computed(() => {
    const draft = this.draft();
    return draft ? wrongFields(draft) : [];
  });
  protected readonly strict = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly afterFields: readonly NumberField[] = ['overdueEvery', 'overdueTimes'];
  protected readonly superiorFields: readonly NumberField[] = [
    'escalateAfter',
    'escalateEvery',
    'escalateTimes',
  ];
  protected readonly weekdays = computed(() =>
    WEEKDAYS.map((day, index) => ({ value: index + 1, label: this.t(`schedule.weekday.${day}`) })),
  );
  protected readonly hours = Array.from({ length: 24 }, (_, value) => ({
    value,
    label: `${String(value).padStart(2, '0')}:00`,
  }));

  constructor() {
    inject(UnsavedWork).watch(
      computed(() => {
        const saved = this.saved();
        return (
          saved !== undefined && JSON.stringify(draftOf(saved)) !== JSON.stringify(this.draft())
        );
      }),
    );
  }

  protected labelOf(field: NumberField): string {
    if (field === 'escalateAfter') return this.t('schedule.escalateAfter');
    return this.t(field.endsWith('Every') ? 'schedule.every' : 'schedule.times');
  }

  protected problemOf(field: NumberField | DaysField): string | null {
    if (!this.strict() || !this.wrong().includes(field)) return null;
    if (field === 'beforeDays') return this.t('schedule.beforeWrong');
    if (field === 'leaderBeforeDays') return this.t('schedule.leaderWrong');
    const [from, to] = LIMITS[field];
    return this.t('schedule.number', { from, to });
  }

  protected change(part: Partial<Draft>): void {
    this.draft.update((draft) => draft && { ...draft, ...part });
  }

  protected type(field: NumberField, value: string): void {
    this.change({ [field]: value });
  }

  protected async save(): Promise<void> {
    const draft = this.draft();
    this.strict.set(true);
    if (!draft || this.busy() || this.wrong().length > 0) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const schedule = scheduleOf(draft);
      await this.api.call(endpoints.saveNoticeSchedule, { body: schedule });
      this.saved.set(schedule);
      this.toasts.tell(this.t('schedule.saved'));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
