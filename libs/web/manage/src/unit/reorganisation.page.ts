/** The room where a reorganisation is planned, looked at before, and ordered; afterwards it is only read. */
import {
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  endpoints,
  type ReorganisationInput,
  type ReorganisationPlan,
  type ReorganisationPreview,
  type UnitRow,
} from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { Api, kept, Problems, read, UnsavedWork } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  FieldComponent,
  formatDay,
  formatNumber,
  IconComponent,
  injectLanguage,
  InputDirective,
  PageHeaderComponent,
  SectionComponent,
  SkeletonComponent,
  StatusChipComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { injectUnitText } from './i18n/text';
import { type CentresTogether, centresTogether, withCentres } from './centres';
import { EMPTY_PLAN, groupsOf, type StepGroup, withoutGroup } from './plan-model';
import { PreviewComponent } from './preview.component';
import { STATE_TONES } from './reorganisations.page';
import type { StepDialogData } from './step.dialog';

interface Draft {
  title: string;
  effectiveOn: string | null;
  legalBasis: string;
  plan: ReorganisationPlan;
}

@Component({
  selector: 'th-reorganisation-page',
  imports: [
    RouterLink,
    CalloutComponent,
    DateInputComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    FieldComponent,
    IconComponent,
    InputDirective,
    PageHeaderComponent,
    PreviewComponent,
    SectionComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './reorganisation.page.html',
  styleUrl: './reorganisation.page.scss',
})
export class ReorganisationPage {
  /** Absent for a new plan. */
  readonly reorganisationId = input<string>();
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly language = injectLanguage();
  protected readonly problems = inject(Problems);
  protected readonly t = injectUnitText();
  protected readonly manage = injectText();
  protected readonly formatDay = formatDay;
  protected readonly tones = STATE_TONES;

  private readonly units = kept(read(endpoints.listUnits));
  protected readonly stored = read(endpoints.readReorganisation, () => {
    const reorganisationId = this.reorganisationId();
    return reorganisationId ? { params: { reorganisationId } } : undefined;
  });
  protected readonly row = kept(this.stored);
  protected readonly ready = computed(() => !this.reorganisationId() || this.row() !== undefined);
  protected readonly isDraft = computed(() => (this.row()?.state ?? 'draft') === 'draft');
  protected readonly draft = linkedSignal<Draft>(() => {
    const row = this.row();
    return row
      ? {
          title: row.title,
          effectiveOn: row.effectiveOn,
          legalBasis: row.legalBasis,
          plan: row.plan,
        }
      : { title: '', effectiveOn: null, legalBasis: '', plan: EMPTY_PLAN };
  });
  protected readonly groups = computed(() => groupsOf(this.draft().plan));
  private readonly openUnits = computed(() =>
    (this.units()?.items ?? []).filter(({ validTo }) => validTo === null),
  );
  /** Service centres that would stand side by side in one commune. */
  protected readonly centres = computed(() => centresTogether(this.draft().plan, this.openUnits()));
  protected readonly complete = computed(() => inputOf(this.draft()) !== null);
  protected readonly tried = signal(false);
  protected readonly busy = signal<'preview' | 'save' | 'order' | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly preview = signal<ReorganisationPreview | null>(null);
  /** The plan that was looked at, so that another one is looked at again. */
  private readonly previewed = signal<string | null>(null);
  private readonly saved = linkedSignal(() => JSON.stringify(untracked(this.draft)));
  protected readonly mayOrder = computed(
    () =>
      this.preview()?.problems.length === 0 && this.previewed() === JSON.stringify(this.draft()),
  );
  protected readonly later = computed(() => {
    const day = this.draft().effectiveOn;
    return day !== null && day > today(new Date());
  });

  constructor() {
    // What the server sent is what was saved.
    effect(() => {
      this.row();
      this.saved.set(JSON.stringify(untracked(this.draft)));
    });
    inject(UnsavedWork).watch(
      computed(() => this.isDraft() && JSON.stringify(this.draft()) !== this.saved()),
    );
  }

  protected set(part: Partial<Draft>): void {
    this.draft.set({ ...this.draft(), ...part });
  }

  protected nameOf(id: string): string {
    const planned = this.draft().plan.units.find((unit) => unit.id === id);
    if (planned) return planned.name;
    return this.units()?.items.find((unit) => unit.id === id)?.name ?? '…';
  }

  protected isNew(id: string): boolean {
    return this.draft().plan.units.some((unit) => unit.id === id);
  }

  protected valueOf(group: StepGroup): string {
    return group.kind === 'change_of_kind'
      ? this.manage(`kind.${group.value as UnitRow['kind']}`)
      : (group.value ?? '');
  }

  protected wordsOf(group: StepGroup): string {
    const names = group.unitIds.map((id) => this.nameOf(id)).join(', ');
    return `${this.t(`kinds.${group.kind}`)} ${names}`;
  }

  protected async add(): Promise<void> {
    const { StepDialog } = await import('./step.dialog');
    const data: StepDialogData = { plan: this.draft().plan, units: this.openUnits() };
    const plan = await this.dialogs.open<ReorganisationPlan>(StepDialog, {
      data,
      wide: true,
      stay: true,
    });
    if (plan) this.set({ plan });
  }

  protected remove(group: StepGroup): void {
    const before = this.draft().plan;
    this.set({ plan: withoutGroup(before, group) });
  }

  /** Their service centres come together as well. */
  protected bringTogether(centres: readonly CentresTogether[]): void {
    let { plan } = this.draft();
    for (const each of centres) {
      const name = this.t('plan.centreName', { name: each.commune.name });
      plan = withCentres(plan, each, crypto.randomUUID(), name);
    }
    this.set({ plan });
  }

  protected look(): Promise<void> {
    return this.busily('preview', async (body) => {
      const seen = JSON.stringify(this.draft());
      this.preview.set(await this.api.call(endpoints.previewReorganisation, { body }));
      this.previewed.set(seen);
    });
  }

  protected save(): Promise<void> {
    return this.busily('save', async (body) => {
      const { id } = await this.keep(body);
      this.toasts.tell(this.t('plan.saved'));
      if (!this.reorganisationId()) {
        await this.router.navigate(['/quan-ly/don-vi/sap-xep', id], { replaceUrl: true });
      }
    });
  }

  protected async order(): Promise<void> {
    const figures = this.preview()?.figures;
    const { title: name, effectiveOn } = this.draft();
    if (!figures || !this.mayOrder()) return;
    const words = (number: number) => formatNumber(number, this.language());
    const day = formatDay(effectiveOn);
    const sure = await this.dialogs.confirm({
      heading: this.t('plan.orderHeading', { name }),
      consequence: this.t(this.later() ? 'plan.orderLater' : 'plan.orderNow', {
        end: words(figures.end),
        begin: words(figures.begin),
        officers: words(figures.officers),
        day,
      }),
      confirm: this.t(this.later() ? 'plan.schedule' : 'plan.order'),
    });
    if (!sure) return;
    await this.busily('order', async (body) => {
      const { id, revision } = await this.keep(body);
      const params = { reorganisationId: id };
      const { state } = await this.api.call(endpoints.orderReorganisation, {
        params,
        body: { revision },
      });
      const done = state === 'scheduled' ? 'plan.scheduled' : 'plan.applied';
      this.toasts.tell(this.t(done, { name, day }));
      await this.router.navigateByUrl('/quan-ly/don-vi/sap-xep');
    });
  }

  /** Keeps the draft on the server. */
  private async keep(body: ReorganisationInput): Promise<{ id: string; revision: number }> {
    const row = this.row();
    const kept = JSON.stringify(this.draft());
    if (!row) {
      const { id } = await this.api.call(endpoints.createReorganisation, { body });
      this.saved.set(kept);
      return { id, revision: 1 };
    }
    const { revision } = await this.api.call(endpoints.updateReorganisation, {
      params: { reorganisationId: row.id },
      body: { ...body, revision: row.revision },
    });
    this.saved.set(kept);
    this.stored.set({ ...row, ...body, revision });
    return { id: row.id, revision };
  }

  private async busily(
    what: 'preview' | 'save' | 'order',
    work: (body: ReorganisationInput) => Promise<void>,
  ): Promise<void> {
    this.tried.set(true);
    const body = inputOf(this.draft());
    if (this.busy() || !body) return;
    this.busy.set(what);
    this.failure.set(null);
    try {
      await work(body);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(null);
    }
  }
}

/** What the endpoints take; null where something is missing. */
function inputOf({ title, effectiveOn, legalBasis, plan }: Draft): ReorganisationInput | null {
  if (title.trim().length < 3 || legalBasis.trim().length < 3 || effectiveOn === null) return null;
  return plan.steps.length === 0 ? null : { title, effectiveOn, legalBasis, plan };
}
