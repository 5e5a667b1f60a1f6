/** The room of a plan as it is being made: added to, read back as groups, taken from. Pure functions. */
import type { LineageKind, PlannedUnit, PlanStep, ReorganisationPlan } from '@tap-huan/contract';

/** Somebody who takes over: an open unit, one of the plan, or a new one that is being described. */
export interface Target {
  isNew: boolean;
  /** Of the open or planned unit; null while none is chosen. */
  unitId: string | null;
  /** Id, name, code, kind and parent of the new one. */
  id: string;
  name: string;
  code: string;
  kind: PlannedUnit['kind'];
  parentId: string | null;
}

/** What the dialog has filled in. */
export interface StepDraft {
  kind: LineageKind;
  unitIds: string[];
  /** One for a merge or the end of a unit, two or more for a split. */
  targets: Target[];
  main: number;
  /** Officers of a split who do not go to the main part, by the number of their part. */
  chosen: Record<string, number>;
  name: string;
  code: string;
  unitKind: PlannedUnit['kind'];
  parentId: string | null;
}

/** Steps that read as one: several units merged into the same. */
export interface StepGroup {
  kind: LineageKind;
  unitIds: string[];
  /** Who takes over, or where the unit goes; empty for a new name or kind. */
  toIds: string[];
  mainId: string | null;
  /** The new name or kind. */
  value: string | null;
}

export const EMPTY_PLAN: ReorganisationPlan = { units: [], steps: [] };

export const idOfTarget = (target: Target): string | null =>
  target.isNew ? target.id : target.unitId;

const isFilled = (target: Target): boolean =>
  target.isNew
    ? target.name.trim().length > 1 && target.code.trim() !== '' && target.parentId !== null
    : target.unitId !== null;

/** Whether nothing is missing. */
export function isComplete(draft: StepDraft): boolean {
  if (draft.unitIds.length === 0) return false;
  if (draft.kind === 'rename') return draft.name.trim().length > 1 && draft.code.trim() !== '';
  if (draft.kind === 'change_of_kind') return true;
  if (draft.kind === 'move') return draft.parentId !== null;
  if (draft.kind === 'dissolve') {
    const [target] = draft.targets;
    return !target || (!target.isNew && target.unitId === null) || isFilled(target);
  }
  const ids = draft.targets.map(idOfTarget);
  return (
    draft.targets.every(isFilled) &&
    new Set(ids).size === ids.length &&
    (draft.kind === 'merge'
      ? ids.length === 1 && !draft.unitIds.includes(ids[0] ?? '')
      : ids.length > 1)
  );
}

/** The plan with the draft's steps and its new units. */
export function withStep(plan: ReorganisationPlan, draft: StepDraft): ReorganisationPlan {
  const targets = ['merge', 'split', 'dissolve'].includes(draft.kind) ? draft.targets : [];
  const units = targets.flatMap(({ isNew, id, name, code, kind, parentId }) =>
    isNew && parentId !== null
      ? [{ id, name: name.trim(), code: code.trim(), kind, parentId }]
      : [],
  );
  const steps = draft.unitIds.map((unitId) => stepOf(unitId, draft));
  return { units: [...plan.units, ...units], steps: [...plan.steps, ...steps] };
}

function stepOf(unitId: string, draft: StepDraft): PlanStep {
  const { kind, targets, chosen } = draft;
  const first = targets[0] ? idOfTarget(targets[0]) : null;
  switch (kind) {
    case 'merge':
      return { kind, unitId, intoId: first ?? '' };
    case 'dissolve':
      return { kind, unitId, intoId: first };
    case 'split': {
      const parts = targets.map((target, at) => ({
        unitId: idOfTarget(target) ?? '',
        officerIds: Object.entries(chosen).flatMap(([officerId, part]) =>
          part === at && at !== draft.main ? [officerId] : [],
        ),
      }));
      return { kind, unitId, parts, mainId: parts[draft.main]?.unitId ?? '' };
    }
    case 'rename':
      return { kind, unitId, name: draft.name.trim(), code: draft.code.trim() };
    case 'change_of_kind':
      return { kind, unitId, unitKind: draft.unitKind };
    case 'move':
      return { kind, unitId, parentId: draft.parentId ?? '' };
  }
}

const targetsOf = (step: PlanStep): string[] => {
  if (step.kind === 'merge') return [step.intoId];
  if (step.kind === 'dissolve') return step.intoId === null ? [] : [step.intoId];
  if (step.kind === 'split') return step.parts.map(({ unitId }) => unitId);
  return step.kind === 'move' ? [step.parentId] : [];
};

const mainOf = (step: PlanStep): string | null =>
  step.kind === 'split' ? step.mainId : (targetsOf(step)[0] ?? null);

/** The steps as they are read: merges into the same unit together. */
export function groupsOf({ steps }: ReorganisationPlan): StepGroup[] {
  const groups: StepGroup[] = [];
  for (const step of steps) {
    const mainId = mainOf(step);
    const same = groups.find(
      (group) =>
        group.kind === step.kind &&
        group.mainId === mainId &&
        ['merge', 'dissolve', 'move'].includes(step.kind),
    );
    if (same) {
      same.unitIds.push(step.unitId);
      continue;
    }
    const value =
      step.kind === 'rename' ? step.name : step.kind === 'change_of_kind' ? step.unitKind : null;
    const { kind, unitId } = step;
    groups.push({ kind, unitIds: [unitId], toIds: targetsOf(step), mainId, value });
  }
  return groups;
}

/** The plan without the group, and without the new units that nothing else leads to. */
export function withoutGroup(plan: ReorganisationPlan, group: StepGroup): ReorganisationPlan {
  const steps = plan.steps.filter(
    (step) =>
      !(
        step.kind === group.kind &&
        group.unitIds.includes(step.unitId) &&
        mainOf(step) === group.mainId
      ),
  );
  let units = plan.units;
  for (let before = -1; before !== units.length;) {
    before = units.length;
    const needed = new Set([...steps.flatMap(targetsOf), ...units.map(({ parentId }) => parentId)]);
    units = units.filter(({ id }) => needed.has(id) || !group.toIds.includes(id));
  }
  return { units, steps };
}

/** Units that end by the plan: nothing can be built upon them. */
export const endingUnits = ({ steps }: ReorganisationPlan): ReadonlySet<string> =>
  new Set(
    steps.flatMap((step) =>
      ['merge', 'split', 'dissolve'].includes(step.kind) && !targetsOf(step).includes(step.unitId)
        ? [step.unitId]
        : [],
    ),
  );
