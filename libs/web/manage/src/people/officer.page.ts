/** The room of one officer: who it is, the posts over time, and what changes on a day ahead. */
import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type OfficerPosition, type PlannedChange } from '@tap-huan/contract';
import { Api, kept, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CalloutComponent,
  Dialogs,
  ErrorStateComponent,
  formatDay,
  formatInstant,
  IconComponent,
  PageHeaderComponent,
  PageTitle,
  SectionComponent,
  SkeletonComponent,
  StatusChipComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { allUnits } from '../list/units';
import { injectPeopleText } from './i18n/text';
import { PositionsComponent } from './positions.component';

@Component({
  selector: 'th-officer-page',
  imports: [
    RouterLink,
    CalloutComponent,
    ErrorStateComponent,
    IconComponent,
    PageHeaderComponent,
    PositionsComponent,
    SectionComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './officer.page.html',
  styleUrl: './officer.page.scss',
})
export class OfficerPage {
  readonly officerId = input.required<string>();
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly store = inject(SessionStore);
  private readonly title = inject(PageTitle);
  protected readonly problems = inject(Problems);
  protected readonly t = injectPeopleText();
  private readonly units = allUnits();
  protected readonly detail = read(endpoints.readOfficer, () => ({
    params: { officerId: this.officerId() },
  }));
  protected readonly officer = kept(this.detail);
  protected readonly mayFollow = computed(() => this.store.can('completion.read'));
  protected readonly busy = signal(false);

  protected readonly facts = computed(() => {
    const officer = this.officer();
    if (!officer) return [];
    const none = this.t('officer.none');
    const rows: [string, string][] = [
      [this.t('field.staffCode'), officer.staffCode],
      [this.t('field.birthDate'), formatDay(officer.birthDate)],
      [this.t('field.email'), officer.email ?? none],
      [this.t('field.phone'), officer.phone ?? none],
      [
        this.t('officer.account'),
        this.t(officer.accountId ? 'officer.accountYes' : 'officer.accountNo'),
      ],
    ];
    return rows.map(([name, value]) => ({ name, value, isNone: value === none }));
  });

  constructor() {
    effect(() => {
      const officer = this.officer();
      if (officer) this.title.own.set(officer.fullName);
    });
  }

  protected leftOn(day: string): string {
    return this.t('officer.leftOn', { day: formatDay(day) });
  }

  protected plannedWords(change: PlannedChange): string {
    const day = formatDay(change.effectiveOn);
    if (change.kind === 'leave') {
      return this.t('officer.plannedLeave', { day, reason: change.reason ?? '' });
    }
    const job = [change.jobPosition, change.leadership].filter(Boolean).join(', ');
    return this.t('officer.plannedPost', { day, job, unit: change.unitName ?? '' });
  }

  protected plannedBy({ askedBy, askedAt }: PlannedChange): string {
    return this.t('officer.plannedBy', { name: askedBy ?? '', at: formatInstant(askedAt) });
  }

  protected async edit(): Promise<void> {
    const officer = this.officer();
    if (!officer) return;
    const { OfficerDialog } = await import('./officer.dialog');
    const units = this.units().filter(({ validTo }) => validTo === null);
    const data = { officer, units, unitId: null };
    if (await this.dialogs.open<boolean>(OfficerDialog, { data })) this.detail.reload();
  }

  /** Another post, the way back, or a position corrected. */
  protected async change(position?: OfficerPosition): Promise<void> {
    const officer = this.officer();
    if (!officer) return;
    const { PostDialog } = await import('./post.dialog');
    const data = { officer, units: this.units(), position };
    if (await this.dialogs.open<boolean>(PostDialog, { data })) this.detail.reload();
  }

  /** A position of the past that is not known yet. */
  protected async addPast(): Promise<void> {
    const officer = this.officer();
    if (!officer) return;
    const { PostDialog } = await import('./post.dialog');
    const data = { officer, units: this.units(), past: true };
    if (await this.dialogs.open<boolean>(PostDialog, { data })) this.detail.reload();
  }

  protected async removePast(position: OfficerPosition): Promise<void> {
    const sure = await this.dialogs.confirm({
      heading: this.t('officer.removeAsk', { job: position.jobPosition }),
      consequence: this.t('officer.removeWhat', { unit: position.unitName }),
      confirm: this.t('officer.removeConfirm'),
      danger: true,
    });
    if (!sure) return;
    try {
      await this.api.call(endpoints.removePastPosition, {
        params: { officerId: this.officerId(), positionId: position.id },
      });
      this.toasts.tell(this.t('officer.removed'));
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    }
    this.detail.reload();
  }

  protected async leave(): Promise<void> {
    const { LeaveDialog } = await import('./leave.dialog');
    if (await this.dialogs.open<boolean>(LeaveDialog, { data: this.officer() })) {
      this.detail.reload();
    }
  }

  protected async cancel({ id }: PlannedChange): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.call(endpoints.cancelPlannedChange, {
        params: { officerId: this.officerId(), plannedId: id },
      });
      this.toasts.tell(this.t('officer.cancelled'));
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    } finally {
      this.busy.set(false);
      this.detail.reload();
    }
  }
}
