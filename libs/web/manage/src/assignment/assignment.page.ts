/** The room of one assignment: what it asks, how far it is, and who stands how. */
import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CASE_STATES, type CaseRow, endpoints } from '@tap-huan/contract';
import { addressState, Api, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CalloutComponent,
  Dialogs,
  ErrorStateComponent,
  formatDay,
  IconComponent,
  InstantPipe,
  NumberPipe,
  PageHeaderComponent,
  PageTitle,
  SkeletonComponent,
  StatusChipComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { oneOf } from '../list/list-address';
import { ASSIGNMENT_TONES, dueRuleWords } from './assignment-words';
import { CasesComponent } from './cases.component';
import { injectAssignmentText } from './i18n/text';

@Component({
  selector: 'th-assignment-page',
  imports: [
    RouterLink,
    CalloutComponent,
    CasesComponent,
    ErrorStateComponent,
    IconComponent,
    InstantPipe,
    NumberPipe,
    PageHeaderComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './assignment.page.html',
  styleUrl: './assignment.scss',
})
export class AssignmentPage {
  readonly assignmentId = input.required<string>();
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly title = inject(PageTitle);
  protected readonly problems = inject(Problems);
  /** Whoever may look somebody up may ask about them. */
  protected readonly mayAsk = inject(SessionStore).can('officer.read');
  protected readonly t = injectAssignmentText();
  protected readonly address = addressState({
    page: 1,
    search: '',
    state: null as string | null,
    unitId: null as string | null,
  });
  protected readonly state = computed(() => oneOf(CASE_STATES, this.address.value().state) ?? null);
  protected readonly assignment = read(endpoints.readAssignment, () => ({
    params: { assignmentId: this.assignmentId() },
  }));
  protected readonly states = CASE_STATES;
  protected readonly tones = ASSIGNMENT_TONES;
  protected readonly all = computed(() =>
    this.assignment.hasValue()
      ? Object.values(this.assignment.value().counts).reduce((sum, count) => sum + count, 0)
      : 0,
  );
  protected readonly facts = computed(() => {
    if (!this.assignment.hasValue()) return [];
    const a = this.assignment.value();
    const [from, to] = [formatDay(a.startsOn), formatDay(a.endsOn)];
    const due = [
      dueRuleWords({ due: a.due, recurrence: null }, this.t),
      a.graceDays ? this.t('page.grace', { count: a.graceDays }) : '',
      a.lateDays ? this.t('page.late', { count: a.lateDays }) : '',
    ];
    const again = a.recurrence && [
      this.t('page.renewalWords', {
        months: a.recurrence.validityMonths,
        days: a.recurrence.renewalWindowDays,
      }),
      a.renewalTitle ? this.t('page.renewalCourse', { title: a.renewalTitle }) : '',
    ];
    return [
      { name: this.t('page.target'), value: `${a.targetCode} · ${a.targetTitle}` },
      { name: this.t('page.audience'), value: a.audienceName },
      { name: this.t('page.scope'), value: a.unitName },
      {
        name: this.t('page.period'),
        value: a.endsOn
          ? this.t('page.periodClosed', { from, to })
          : this.t('page.periodOpen', { from }),
      },
      { name: this.t('page.due'), value: due.filter(Boolean).join('; ') },
      { name: this.t('page.renewal'), value: again ? again.filter(Boolean).join(', ') : '' },
      { name: this.t('page.reason'), value: a.reason },
      { name: this.t('page.legalBasis'), value: a.legalBasis },
    ].filter(({ value }) => value !== '');
  });
  protected readonly sheet = computed(() =>
    this.api.fileUrl(endpoints.exportCases, {
      params: { assignmentId: this.assignmentId() },
      query: {
        state: this.state() ?? undefined,
        search: this.address.value().search || undefined,
        unitId: this.address.value().unitId ?? undefined,
      },
    }),
  );

  constructor() {
    effect(() => {
      if (this.assignment.hasValue()) this.title.own.set(this.assignment.value().title);
    });
  }

  protected only(state: CaseRow['state'] | null): void {
    this.address.set({ state, page: 1 });
  }

  /** Opens "why is this officer (not) assigned?", with what was typed already. */
  protected async explain(search: string): Promise<void> {
    const { StandingDialog } = await import('./standing.dialog');
    const data = { assignmentId: this.assignmentId(), search };
    await this.dialogs.open(StandingDialog, { data, wide: true });
  }

  protected async become(to: 'active' | 'paused' | 'ended'): Promise<void> {
    const key = { active: 'activate', paused: 'pause', ended: 'end' } as const;
    const agreed = await this.dialogs.confirm({
      heading: this.t(`page.${key[to]}Question`),
      consequence: this.t(`page.${key[to]}Consequence`),
      confirm: this.t(`page.${key[to]}`),
      danger: to === 'ended',
    });
    if (!agreed) return;
    await this.attempt(async (params) => {
      const outcome = await this.api.call(endpoints.changeAssignmentState, {
        params,
        body: { to },
      });
      const told = { active: 'activated', paused: 'paused', ended: 'ended' } as const;
      return this.t(`page.${told[to]}`, { count: outcome.enrolled });
    });
  }

  protected async reconcile(): Promise<void> {
    await this.attempt(async (params) => {
      const { officers, changed, enrolled } = await this.api.call(endpoints.reconcileAssignment, {
        params,
      });
      return this.t('page.reconciled', { officers, changed, enrolled });
    });
  }

  private async attempt(
    work: (params: { assignmentId: string }) => Promise<string>,
  ): Promise<void> {
    try {
      this.toasts.tell(await work({ assignmentId: this.assignmentId() }));
      this.assignment.reload();
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    }
  }
}
