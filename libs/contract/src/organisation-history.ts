/** The room of units over time: states with their days, lineage, and reorganisations. */
import { z } from 'zod';
import { day, id, instant, ok, params, text } from './common';
import { endpoint } from './endpoint';
import { UNIT_KINDS } from './organisation';

export const LINEAGE_KINDS = [
  'merge',
  'split',
  'rename',
  'change_of_kind',
  'move',
  'dissolve',
] as const;
export type LineageKind = (typeof LINEAGE_KINDS)[number];

/** A draft binds nobody; scheduled waits for its day; applied stands; undone is withdrawn or taken back. */
export const REORGANISATION_STATES = ['draft', 'scheduled', 'applied', 'undone'] as const;

/** What keeps a plan from being carried out. */
export const PLAN_PROBLEMS = [
  'code_taken',
  'two_fates',
  'successor_ends',
  'parent_ends',
  'kind_not_in_force',
  'too_early',
  'nobody_takes_over',
  'no_main_successor',
  'contains_itself',
  'nothing_to_do',
] as const;
export type PlanProblem = (typeof PLAN_PROBLEMS)[number];

/** A unit as it was on some day. */
export const unitState = z.object({
  id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  parentId: id.nullable(),
  /** Officers whose position was in this very unit on that day. */
  officers: z.number().int(),
  validFrom: day,
  /** First day on which this state is no more. */
  validTo: day.nullable(),
});
export type UnitState = z.output<typeof unitState>;

export const unitVersion = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  parentName: z.string().nullable(),
  validFrom: day,
  validTo: day.nullable(),
  /** The reorganisation that began this state, where one did. */
  reorganisationTitle: z.string().nullable(),
});
export type UnitVersion = z.output<typeof unitVersion>;

/** A step of the lineage; the unit asked about is at one end of it. */
export const lineageStep = z.object({
  id,
  kind: z.enum(LINEAGE_KINDS),
  effectiveOn: day,
  legalBasis: z.string(),
  isMain: z.boolean(),
  fromId: id,
  fromName: z.string(),
  toId: id.nullable(),
  toName: z.string().nullable(),
});
export type LineageStep = z.output<typeof lineageStep>;

export const unitHistory = z.object({
  id,
  name: z.string(),
  code: z.string(),
  kind: z.enum(UNIT_KINDS),
  validFrom: day,
  validTo: day.nullable(),
  /** The unit that stands for it today; itself while it is open; null where the line ends. */
  successor: z.object({ id, name: z.string() }).nullable(),
  versions: z.array(unitVersion),
  /** What it came from and what became of it, over all generations, oldest first. */
  lineage: z.array(lineageStep),
});
export type UnitHistory = z.output<typeof unitHistory>;

const legalBasis = text(300, 3);

/** A unit that begins with the reorganisation; its id is drawn by the planner. */
export const plannedUnit = z.object({
  id,
  code: text(40),
  name: text(200, 2),
  kind: z.enum(UNIT_KINDS),
  /** An open unit or another planned one. */
  parentId: id,
});
export type PlannedUnit = z.output<typeof plannedUnit>;

/** What becomes of one unit. Successors and parents are open units or planned ones. */
export const planStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('merge'), unitId: id, intoId: id }),
  z.object({
    kind: z.literal('split'),
    unitId: id,
    /** The unit itself may be among them: then it lives on. */
    parts: z
      .array(
        z.object({
          unitId: id,
          /** Officers who go there; all others go to the main part. */
          officerIds: z.array(id).max(2_000).default([]),
        }),
      )
      .min(2)
      .max(40),
    mainId: id,
  }),
  /** Officers and units below need somebody who takes over. */
  z.object({ kind: z.literal('dissolve'), unitId: id, intoId: id.nullable() }),
  z.object({ kind: z.literal('rename'), unitId: id, name: text(200, 2), code: text(40) }),
  z.object({ kind: z.literal('change_of_kind'), unitId: id, unitKind: z.enum(UNIT_KINDS) }),
  z.object({ kind: z.literal('move'), unitId: id, parentId: id }),
]);
export type PlanStep = z.output<typeof planStep>;

export const reorganisationPlan = z.object({
  units: z.array(plannedUnit).max(2_000),
  steps: z.array(planStep).max(5_000),
});
export type ReorganisationPlan = z.output<typeof reorganisationPlan>;

export const reorganisationInput = z.object({
  title: text(200, 3),
  effectiveOn: day,
  legalBasis,
  plan: reorganisationPlan,
});
export type ReorganisationInput = z.output<typeof reorganisationInput>;

export const reorganisationFigures = z.object({
  /** Units that begin, end, go on under another name, kind or place, and follow one that ends. */
  begin: z.number().int(),
  end: z.number().int(),
  change: z.number().int(),
  follow: z.number().int(),
  /** Officers whose position goes on in another unit. */
  officers: z.number().int(),
  /** Grants that go to a successor. */
  grants: z.number().int(),
  /** Enrolments under way of these officers; none is lost. */
  enrolments: z.number().int(),
  /** Assignments of units that end; the successor holds them from then on. */
  assignments: z.number().int(),
  /** Papers issued in units that end; they stay as they are. */
  certificates: z.number().int(),
});
export type ReorganisationFigures = z.output<typeof reorganisationFigures>;

export const reorganisationPreview = z.object({
  problems: z.array(
    z.object({ code: z.enum(PLAN_PROBLEMS), unitId: id.nullable(), unitName: z.string() }),
  ),
  figures: reorganisationFigures,
  /** What becomes of each unit. */
  units: z.array(
    z.object({
      id,
      name: z.string(),
      what: z.enum(['begins', 'ends', 'changes', 'follows']),
      /** Where it stands, or who takes over. */
      to: z.array(z.object({ id, name: z.string(), isMain: z.boolean() })),
      officers: z.number().int(),
    }),
  ),
  /** Officers by the way they go. */
  officers: z.array(
    z.object({ fromName: z.string(), toName: z.string(), officers: z.number().int() }),
  ),
  /** Grants that are handed over, learners' apart: they go where the officer goes. */
  grants: z.array(
    z.object({
      fullName: z.string(),
      role: z.string(),
      fromName: z.string(),
      toName: z.string(),
    }),
  ),
});
export type ReorganisationPreview = z.output<typeof reorganisationPreview>;

export const reorganisationRow = z.object({
  id,
  title: z.string(),
  effectiveOn: day,
  legalBasis: z.string(),
  state: z.enum(REORGANISATION_STATES),
  figures: reorganisationFigures.nullable(),
  createdAt: instant,
  createdBy: z.string().nullable(),
  appliedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  undoneBy: z.string().nullable(),
  /** Whether it can still be taken back today. */
  canUndo: z.boolean(),
  /** Why the schedule could not carry it out: the code of a failure. */
  failure: z.string().nullable(),
  revision: z.number().int(),
});
export type ReorganisationRow = z.output<typeof reorganisationRow>;

const at = params('reorganisationId');

export const organisationHistoryEndpoints = {
  readUnitTree: endpoint({
    method: 'GET',
    path: '/api/unit-tree',
    summary: 'The units of the own scope as they were on a day, parents before children.',
    query: z.object({ on: day }),
    response: z.object({ items: z.array(unitState) }),
    permission: 'officer.read',
    errors: [],
  }),
  readUnitHistory: endpoint({
    method: 'GET',
    path: '/api/units/:unitId/history',
    summary: 'Every state of a unit and its lineage.',
    params: params('unitId'),
    response: unitHistory,
    permission: 'officer.read',
    errors: [],
  }),
  listReorganisations: endpoint({
    method: 'GET',
    path: '/api/reorganisations',
    summary: 'Reorganisations inside the own scope, the latest first.',
    response: z.object({ items: z.array(reorganisationRow) }),
    permission: 'unit.reorganise',
    errors: [],
  }),
  readReorganisation: endpoint({
    method: 'GET',
    path: '/api/reorganisations/:reorganisationId',
    summary: 'A reorganisation with its plan.',
    params: at,
    response: reorganisationRow.extend({ plan: reorganisationPlan }),
    permission: 'unit.reorganise',
    errors: [],
  }),
  previewReorganisation: endpoint({
    method: 'POST',
    path: '/api/reorganisations/preview',
    summary: 'Carries a plan out and takes it back at once: what becomes of units, people, scopes.',
    body: reorganisationInput,
    response: reorganisationPreview,
    permission: 'unit.reorganise',
    errors: [],
  }),
  createReorganisation: endpoint({
    method: 'POST',
    path: '/api/reorganisations',
    summary: 'Keeps a plan as a draft.',
    body: reorganisationInput,
    response: z.object({ id }),
    permission: 'unit.reorganise',
    errors: ['reorganisation_impossible'],
  }),
  updateReorganisation: endpoint({
    method: 'PUT',
    path: '/api/reorganisations/:reorganisationId',
    summary: 'Changes a draft.',
    params: at,
    body: reorganisationInput.extend({ revision: z.number().int() }),
    response: z.object({ revision: z.number().int() }),
    permission: 'unit.reorganise',
    errors: ['stale_revision', 'reorganisation_not_open', 'reorganisation_impossible'],
  }),
  orderReorganisation: endpoint({
    method: 'POST',
    path: '/api/reorganisations/:reorganisationId/order',
    summary: 'Carries a draft out in one transaction, or on its day where that is to come.',
    params: at,
    body: z.object({ revision: z.number().int() }),
    response: z.object({ state: z.enum(REORGANISATION_STATES) }),
    permission: 'unit.reorganise',
    errors: ['stale_revision', 'reorganisation_not_open', 'reorganisation_impossible'],
  }),
  undoReorganisation: endpoint({
    method: 'POST',
    path: '/api/reorganisations/:reorganisationId/undo',
    summary:
      'Withdraws a draft or one that waits, and takes an applied one back until its day is over.',
    params: at,
    response: ok,
    permission: 'unit.reorganise',
    errors: ['reorganisation_not_open', 'reorganisation_built_upon'],
  }),
};
