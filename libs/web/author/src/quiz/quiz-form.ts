/** The room of a quiz while it is arranged: what is on screen, and what of it the server would not take. */
import {
  endpoints,
  type InputOf,
  type QuizDraft,
  type QuizSection,
  type QuizSettings,
  type QuizSlot,
} from '@tap-huan/contract';
import { readNumber } from '@tap-huan/rules';

type Typed<T extends { points: number }> = Omit<T, 'points'> & {
  /** Points as typed: "1", "0,5"; of each question where they are drawn. */
  points: string;
};
export type FixedSlot = Typed<Extract<QuizSlot, { kind: 'fixed' }>>;
export type DrawSlot = Typed<Extract<QuizSlot, { kind: 'random' }>>;
export type FormSlot = FixedSlot | DrawSlot;
export type FormSection = Omit<QuizSection, 'slots'> & { slots: readonly FormSlot[] };

/** Numbers that may be empty while typing. */
type Emptyable<T, K extends keyof T> = Omit<T, K> & Record<K, number | null>;
export type FormSettings = Emptyable<
  Omit<QuizSettings, 'practice' | 'marking'>,
  'waitMinutes' | 'passPercent' | 'graceMinutes' | 'appealDays'
> & {
  practice: Record<'tries' | 'penaltyPercent', number | null>;
  marking: Emptyable<QuizSettings['marking'], 'samplePercent' | 'differencePercent'>;
};

export interface QuizForm {
  title: string;
  settings: FormSettings;
  sections: readonly FormSection[];
}
type Body = InputOf<typeof endpoints.updateQuiz>['body'];
/** Paths of what is wrong, as the contract names them: `settings.passPercent`, `sections.0.slots.2.points`. */
export type Wrong = ReadonlySet<string>;

/** "0,5" -> 50 hundredths; null where it is no mark above zero. */
export function hundredthsOf(text: string): number | null {
  const [value] = readNumber(text);
  if (value === undefined) return null;
  const points = Math.round(value * 100);
  return points >= 1 && points <= 100_000 ? points : null;
}

/** 50 -> "0,5" */
export const pointsText = (hundredths: number): string =>
  String(hundredths / 100).replace('.', ',');

export const quizFormOf = ({ title, settings, sections }: QuizDraft): QuizForm => ({
  title,
  settings,
  sections: sections.map((section) => ({
    ...section,
    slots: section.slots.map((slot) => ({ ...slot, points: pointsText(slot.points) })),
  })),
});

/** Whether this is a form as it is now, and not one that an earlier release left on the machine. */
export function isQuizForm(value: unknown): value is QuizForm {
  const form = value as Partial<QuizForm> | null;
  return (
    typeof form?.title === 'string' &&
    typeof form.settings?.review?.rightAfter === 'object' &&
    Array.isArray(form.sections)
  );
}

/** As it would be sent; what is wrong stands in it as null or as typed. */
const candidateOf = ({ title, settings, sections }: QuizForm) => ({
  title: title.normalize('NFC').trim(),
  settings: {
    ...settings,
    accessPassword: settings.accessPassword?.normalize('NFC').trim() || null,
  },
  sections: sections.map((section) => ({
    ...section,
    title: section.title.normalize('NFC').trim(),
    slots: section.slots.map((slot) => ({ ...slot, points: hundredthsOf(slot.points) })),
  })),
});

/** Closing is after opening, where both are set. */
const closesBeforeOpening = ({ opensAt, closesAt }: QuizForm['settings']): boolean =>
  opensAt !== null && closesAt !== null && Date.parse(closesAt) <= Date.parse(opensAt);

/** What keeps a quiz from being saved: the contract's own bounds, and times in the wrong order. */
export function quizWrong(form: QuizForm): Wrong {
  const verdict = endpoints.updateQuiz.body?.safeParse({ ...candidateOf(form), revision: 0 });
  const paths = (verdict?.error?.issues ?? []).map(({ path }) => path.join('.'));
  if (closesBeforeOpening(form.settings)) paths.push('settings.closesAt');
  return new Set(paths);
}

/** What is sent; call it where nothing is wrong. */
export const quizBodyOf = (form: QuizForm, revision: number): Body =>
  ({ ...candidateOf(form), revision }) as Body;

export const isSameQuiz = (a: QuizForm, b: QuizForm): boolean =>
  JSON.stringify(candidateOf(a)) === JSON.stringify(candidateOf(b));

/** The tabs of the editor; the words are those of its address. */
export const TABS = ['cau-hoi', 'lam-bai', 'ket-qua', 'cham-diem', 'truy-cap'] as const;
export type Tab = (typeof TABS)[number];

const TAB_OF: readonly [RegExp, Tab][] = [
  [/^settings\.(passPercent|appealDays|review|holdAnswers)/, 'ket-qua'],
  [/^settings\.marking/, 'cham-diem'],
  [/^settings\.(accessPassword|networks)/, 'truy-cap'],
  [/^settings\./, 'lam-bai'],
];

/** The tab on which something wrong is mended. Limits of a section stand with its questions. */
export const tabOf = (path: string): Tab =>
  TAB_OF.find(([pattern]) => pattern.test(path))?.[1] ?? 'cau-hoi';
