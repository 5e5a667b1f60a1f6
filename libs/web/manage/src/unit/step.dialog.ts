/** The room where one step of a reorganisation is described: who, what, and who takes over. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { endpoints, LINEAGE_KINDS, type ReorganisationPlan } from '@tap-huan/contract';
import { kept, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  IconComponent,
  InputDirective,
  SelectComponent,
  type UnitLike,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { injectUnitText } from './i18n/text';
import { endingUnits, isComplete, type StepDraft, type Target, withStep } from './plan-model';
import { kindChoices, TargetComponent } from './target.component';

export interface StepDialogData {
  plan: ReorganisationPlan;
  /** Open units of the scope. */
  units: readonly UnitLike[];
}

/** Most officers that are listed one by one. */
const MOST = 200;

const freshTarget = (parentId: string | null = null): Target => ({
  isNew: true,
  unitId: null,
  id: crypto.randomUUID(),
  name: '',
  code: '',
  kind: 'commune',
  parentId,
});

/** Closes with the plan that has the step in it. */
@Component({
  selector: 'th-step-dialog',
  imports: [
    CalloutComponent,
    DialogFrameComponent,
    FieldComponent,
    IconComponent,
    InputDirective,
    SelectComponent,
    TargetComponent,
    UnitPickerComponent,
  ],
  templateUrl: './step.dialog.html',
  styleUrl: './step.dialog.scss',
})
export class StepDialog {
  protected readonly data = inject<StepDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<ReorganisationPlan>>(DialogRef);
  protected readonly t = injectUnitText();
  private readonly manage = injectText();
  protected readonly most = MOST;
  protected readonly tried = signal(false);
  protected readonly draft = signal<StepDraft>({
    kind: 'merge',
    unitIds: [],
    targets: [freshTarget()],
    main: 0,
    chosen: {},
    name: '',
    code: '',
    unitKind: 'commune',
    parentId: null,
  });
  private readonly ending = endingUnits(this.data.plan);
  /** Units that live on, and those that begin with the plan. */
  protected readonly living: readonly UnitLike[] = [
    ...this.data.units.filter(({ id }) => !this.ending.has(id)),
    ...this.data.plan.units.map((unit) => ({
      ...unit,
      name: `${unit.name} (${this.t('plan.new')})`,
    })),
  ];
  /** Units that no step of the plan ends yet. */
  protected readonly sources = computed(() =>
    this.data.units.filter(({ id }) => !this.ending.has(id) && !this.draft().unitIds.includes(id)),
  );
  protected readonly choices = computed(() =>
    LINEAGE_KINDS.map((value) => ({ value, label: this.t(`kinds.${value}`) })),
  );
  protected readonly kinds = computed(() => kindChoices(this.manage));
  protected readonly complete = computed(() => isComplete(this.draft()));
  protected readonly many = computed(() => ['merge', 'move'].includes(this.draft().kind));
  private readonly splitUnit = computed(() =>
    this.draft().kind === 'split' ? this.draft().unitIds[0] : undefined,
  );
  private readonly people = kept(
    read(endpoints.listOfficers, () => {
      const unitId = this.splitUnit();
      return unitId ? { query: { unitId, page: 1, pageSize: MOST } } : undefined;
    }),
  );
  protected readonly officers = computed(() =>
    (this.people()?.items ?? []).filter(({ unitId }) => unitId === this.splitUnit()),
  );
  protected readonly tooMany = computed(() => (this.people()?.total ?? 0) > MOST);
  protected readonly first = computed(() => this.draft().targets[0] ?? this.spare);
  private readonly spare = freshTarget();
  protected readonly parts = computed(() =>
    this.draft().targets.map((target, at) => ({
      value: at,
      label: this.nameOf(target) || this.t('step.part', { number: at + 1 }),
    })),
  );

  protected set(part: Partial<StepDraft>): void {
    this.draft.set({ ...this.draft(), ...part });
  }

  protected setKind(kind: StepDraft['kind'] | null): void {
    if (!kind) return;
    const { targets, unitIds } = this.draft();
    const [first = freshTarget()] = targets;
    const second = targets[1] ?? freshTarget(first.parentId);
    this.set({
      kind,
      unitIds: kind === 'merge' || kind === 'move' ? unitIds : unitIds.slice(0, 1),
      targets:
        kind === 'split'
          ? [first, second]
          : [kind === 'dissolve' ? { ...first, isNew: false } : first],
      main: 0,
      chosen: {},
    });
    this.suggest();
  }

  protected addUnit(unitId: string | null): void {
    if (unitId === null) return;
    this.set({ unitIds: this.many() ? [...this.draft().unitIds, unitId] : [unitId], chosen: {} });
    this.suggest();
  }

  protected dropUnit(unitId: string): void {
    this.set({ unitIds: this.draft().unitIds.filter((id) => id !== unitId) });
  }

  protected setTarget(at: number, target: Target): void {
    this.set({
      targets: this.draft().targets.map((each, index) => (index === at ? target : each)),
    });
  }

  protected addPart(): void {
    const { targets } = this.draft();
    this.set({ targets: [...targets, freshTarget(targets[0]?.parentId ?? null)] });
  }

  protected dropPart(at: number): void {
    const { targets } = this.draft();
    this.set({ targets: targets.filter((_, index) => index !== at), main: 0, chosen: {} });
  }

  protected send(officerId: string, part: number | null): void {
    const rest = Object.entries(this.draft().chosen).filter(([id]) => id !== officerId);
    this.set({ chosen: Object.fromEntries(part === null ? rest : [...rest, [officerId, part]]) });
  }

  protected setSuccessor(unitId: string | null): void {
    const [first = freshTarget()] = this.draft().targets;
    this.set({ targets: [{ ...first, isNew: false, unitId }] });
  }

  protected unitName(id: string): string {
    return this.data.units.find((unit) => unit.id === id)?.name ?? '';
  }

  protected save(): void {
    this.tried.set(true);
    if (!this.complete()) return;
    this.ref.close(withStep(this.data.plan, this.draft()));
  }

  private nameOf(target: Target): string {
    if (target.isNew) return target.name.trim();
    return this.living.find(({ id }) => id === target.unitId)?.name ?? '';
  }

  /** A new unit usually stands where the old one did; a new name begins with the old one. */
  private suggest(): void {
    const { targets, unitIds, kind, name } = this.draft();
    const unit = this.data.units.find(({ id }) => id === unitIds[0]);
    if (!unit) return;
    const parentId =
      unit.parentId !== null && !this.ending.has(unit.parentId) ? unit.parentId : null;
    this.set({
      targets: targets.map((each) => ({ ...each, parentId: each.parentId ?? parentId })),
      ...(kind === 'rename' && !name ? { name: unit.name, code: unit.code ?? '' } : {}),
    });
  }
}
