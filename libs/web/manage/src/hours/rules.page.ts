/** The room of what the year asks of whom, and of what fulfils the leaders' duty. */
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { form, FormField, maxLength, required } from '@angular/forms/signals';
import { endpoints, STAFF_CATEGORIES, type StaffCategory } from '@tap-huan/contract';
import { Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  DayPipe,
  EmptyStateComponent,
  ErrorStateComponent,
  FieldComponent,
  InputDirective,
  PageHeaderComponent,
  SectionComponent,
  SelectComponent,
  SkeletonComponent,
  StatusChipComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { HoursTabsComponent } from './hours-tabs.component';
import { injectText } from './i18n/text';

@Component({
  selector: 'th-hours-rules-page',
  imports: [
    CalloutComponent,
    DateInputComponent,
    DayPipe,
    EmptyStateComponent,
    ErrorStateComponent,
    FieldComponent,
    FormField,
    HoursTabsComponent,
    InputDirective,
    PageHeaderComponent,
    SectionComponent,
    SelectComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './rules.page.html',
  styleUrl: './rules.page.scss',
})
export class HoursRulesPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly list = read(endpoints.listHoursRules);
  protected readonly rules = kept(this.list);
  protected readonly courses = read(endpoints.listLeaderCourses);
  protected readonly paths = kept(this.courses);
  protected readonly chosen = linkedSignal(
    () => new Set((this.paths()?.items ?? []).flatMap(({ id, chosen }) => (chosen ? [id] : []))),
  );
  private readonly model = signal({
    staffCategory: 'vien_chuc' as StaffCategory | null,
    validFrom: null as string | null,
    hours: '40',
    legalBasis: '',
  });
  protected readonly form = form(this.model, (path) => {
    required(path.staffCategory);
    required(path.validFrom);
    required(path.hours);
    required(path.legalBasis);
    maxLength(path.legalBasis, 300);
  });
  protected readonly staffs = computed(() =>
    STAFF_CATEGORIES.map((value) => ({ value, label: this.t(`staff.${value}`) })),
  );
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly pathFailure = signal<unknown>(null);

  protected async save(): Promise<void> {
    this.form().markAsTouched();
    const { staffCategory, validFrom, hours, legalBasis } = this.model();
    if (this.busy() || !staffCategory || !validFrom || this.form().invalid()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.api.call(endpoints.setHoursRule, {
        body: { staffCategory, validFrom, hours: Number(hours), legalBasis },
      });
      this.toasts.tell(this.t('rules.saved'));
      this.list.reload();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  protected choose(id: string, chosen: boolean): void {
    this.chosen.update((before) => {
      const after = new Set(before);
      if (chosen) after.add(id);
      else after.delete(id);
      return after;
    });
  }

  protected async savePaths(): Promise<void> {
    this.pathFailure.set(null);
    const chosen = (this.paths()?.items ?? []).filter(({ id }) => this.chosen().has(id));
    const idsOf = (wanted: 'course' | 'programme') =>
      chosen.filter(({ kind }) => kind === wanted).map(({ id }) => id);
    try {
      await this.api.call(endpoints.setLeaderCourses, {
        body: { courseIds: idsOf('course'), programmeIds: idsOf('programme') },
      });
      this.toasts.tell(this.t('rules.leaderSaved'));
      this.courses.reload();
    } catch (error) {
      this.pathFailure.set(error);
    }
  }
}
