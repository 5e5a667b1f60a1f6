/** The room of lists of one's own making: columns, filters and order, saved and shared. */
import { z } from 'zod';
import { id, instant, ok, params, text } from './common';
import { endpoint } from './endpoint';

/** officers: one line a person. trainings: one line for each course, programme or entry of the ledger. */
export const LIST_SUBJECTS = ['officers', 'trainings'] as const;
export type ListSubject = (typeof LIST_SUBJECTS)[number];

/** hours and marks are hundredths. */
export const COLUMN_TYPES = ['text', 'day', 'number', 'hours', 'marks', 'choice'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

const PERSON = {
  fullName: 'text',
  staffCode: 'text',
  birthDate: 'text',
  unitName: 'text',
  parentName: 'text',
  unitKind: 'choice',
  jobPosition: 'text',
  rank: 'text',
  leadership: 'text',
  appointedOn: 'day',
  staffCategory: 'choice',
  email: 'text',
  phone: 'text',
} as const satisfies Record<string, ColumnType>;

/** Every column by subject, and what kind of value stands in it. */
export const LIST_COLUMNS = {
  officers: {
    ...PERSON,
    enrolments: 'number',
    completed: 'number',
    open: 'number',
    overdue: 'number',
    hoursThisYear: 'hours',
    hoursLastYear: 'hours',
    lastCompletedOn: 'day',
    certificates: 'number',
  },
  trainings: {
    ...PERSON,
    unitThen: 'text',
    kind: 'choice',
    code: 'text',
    title: 'text',
    contentGroup: 'choice',
    form: 'choice',
    organiser: 'text',
    state: 'choice',
    enrolledOn: 'day',
    dueOn: 'day',
    completedOn: 'day',
    hours: 'hours',
    scoreOfTen: 'marks',
    grade: 'text',
    registerNo: 'text',
  },
} as const satisfies Record<ListSubject, Record<string, ColumnType>>;
export type ListColumn =
  keyof (typeof LIST_COLUMNS)['officers'] | keyof (typeof LIST_COLUMNS)['trainings'];

/** What a filter may ask of a column of a type. */
export const FILTER_TESTS = ['contains', 'is', 'from', 'to', 'empty', 'filled'] as const;
export type FilterTest = (typeof FILTER_TESTS)[number];
export const TESTS_OF: Record<ColumnType, readonly FilterTest[]> = {
  text: ['contains', 'is', 'empty', 'filled'],
  day: ['from', 'to', 'empty', 'filled'],
  number: ['from', 'to'],
  hours: ['from', 'to'],
  marks: ['from', 'to', 'empty', 'filled'],
  choice: ['is'],
};

export const listFilter = z.object({
  column: z.string().min(1).max(40),
  test: z.enum(FILTER_TESTS),
  /** Any of them; none for "empty" and "filled". Numbers as people write them: "8,5". */
  values: z.array(z.string().max(200)).max(50),
});
export type ListFilter = z.output<typeof listFilter>;

export const listDefinition = z.object({
  subject: z.enum(LIST_SUBJECTS),
  /** Only officers in this unit and below it; null: the whole own scope. */
  unitId: id.nullable(),
  columns: z.array(z.string().min(1).max(40)).min(1).max(30),
  filters: z.array(listFilter).max(20),
  sort: z.array(z.object({ column: z.string().min(1).max(40), down: z.boolean() })).max(3),
});
export type ListDefinition = z.output<typeof listDefinition>;

/** Texts as they are, days as YYYY-MM-DD, hundredths as whole numbers, choices by key. */
export const listCell = z.union([z.string(), z.number()]).nullable();
export type ListCell = z.output<typeof listCell>;

export const savedList = z.object({
  id,
  name: z.string(),
  definition: listDefinition,
  /** Seen by everybody whose scope meets this unit. */
  shared: z.boolean(),
  unitId: id,
  unitName: z.string(),
  ownerName: z.string(),
  own: z.boolean(),
  revision: z.number().int(),
  updatedAt: instant,
});
export type SavedList = z.output<typeof savedList>;

const savedListInput = z.object({
  name: text(120),
  shared: z.boolean(),
  unitId: id,
  definition: listDefinition,
});

export const customListEndpoints = {
  runList: endpoint({
    method: 'POST',
    path: '/api/lists/run',
    summary: 'One page of a list, by columns, filters and order; only officers of the own subtree.',
    body: z.object({
      definition: listDefinition,
      page: z.number().int().min(1).max(100_000).default(1),
      pageSize: z.number().int().min(1).max(200).default(30),
    }),
    response: z.object({
      total: z.number().int(),
      rows: z.array(z.object({ officerId: id, cells: z.array(listCell) })),
    }),
    permission: 'completion.read',
    errors: ['not_found', 'list_not_valid'],
  }),
  exportList: endpoint({
    method: 'GET',
    path: '/api/lists/export.xlsx',
    summary: 'The whole list as an Excel file; the export is recorded for every officer in it.',
    query: z.object({
      /** The definition as JSON. */
      definition: z.string().min(2).max(20_000),
      name: z.string().max(120).optional(),
      language: z.enum(['vi', 'en']).default('vi'),
    }),
    file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    permission: 'completion.read',
    errors: ['not_found', 'list_not_valid'],
  }),
  listSavedLists: endpoint({
    method: 'GET',
    path: '/api/lists',
    summary: 'Own saved lists, and those that were shared.',
    response: z.object({ items: z.array(savedList) }),
    permission: 'completion.read',
    errors: [],
  }),
  createSavedList: endpoint({
    method: 'POST',
    path: '/api/lists',
    summary: 'Saves a list.',
    body: savedListInput,
    response: z.object({ id }),
    permission: 'completion.read',
    errors: ['not_found', 'list_not_valid'],
  }),
  updateSavedList: endpoint({
    method: 'PUT',
    path: '/api/lists/:listId',
    summary: 'Changes an own list.',
    params: params('listId'),
    body: savedListInput.extend({ revision: z.number().int().min(1) }),
    response: ok,
    permission: 'completion.read',
    errors: ['not_found', 'stale_revision', 'list_not_valid'],
  }),
  removeSavedList: endpoint({
    method: 'DELETE',
    path: '/api/lists/:listId',
    summary: 'Removes an own list; the data it shows stays.',
    params: params('listId'),
    response: ok,
    permission: 'completion.read',
    errors: ['not_found'],
  }),
};
