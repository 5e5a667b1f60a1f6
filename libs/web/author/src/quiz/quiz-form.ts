/** The room of a quiz while it is arranged. */
import type { InputOf, assessmentEndpoints, QuizDraft, QuizSettings } from '@tap-huan/contract';
import { readNumber } from '@tap-huan/rules';

export interface FormSlot {
  questionId: string;
  /** Points as typed: "1", "0,5". */
  points: string;
}
/** Numbers that may be empty while typing. */
export interface QuizForm {
  title: string;
  settings: Omit<QuizSettings, 'passPercent'> & { passPercent: number | null };
  slots: readonly FormSlot[];
}
type Body = InputOf<typeof assessmentEndpoints.updateQuiz>['body'];
export type QuizWrong = 'title' | 'timeLimitMinutes' | 'attemptsAllowed' | 'passPercent' | 'slots';

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

export const quizFormOf = ({ title, settings, slots }: QuizDraft): QuizForm => ({
  title,
  settings,
  slots: slots.map(({ questionId, points }) => ({ questionId, points: pointsText(points) })),
});

/** The sum in hundredths; what is no mark counts nothing. */
export const totalOf = (slots: readonly FormSlot[]): number =>
  slots.reduce((sum, { points }) => sum + (hundredthsOf(points) ?? 0), 0);

const outside = (value: number | null, min: number, max: number): boolean =>
  value === null || !Number.isInteger(value) || value < min || value > max;

/** What keeps a quiz from being saved; the contract's own bounds. */
export function quizWrong({ title, settings, slots }: QuizForm): QuizWrong[] {
  const length = title.normalize('NFC').trim().length;
  const { timeLimitMinutes, attemptsAllowed, passPercent } = settings;
  const findings: [boolean, QuizWrong][] = [
    [length < 1 || length > 200, 'title'],
    [timeLimitMinutes !== null && outside(timeLimitMinutes, 1, 600), 'timeLimitMinutes'],
    [attemptsAllowed !== null && outside(attemptsAllowed, 1, 100), 'attemptsAllowed'],
    [outside(passPercent, 1, 100), 'passPercent'],
    [slots.some(({ points }) => hundredthsOf(points) === null), 'slots'],
  ];
  return findings.filter(([is]) => is).map(([, field]) => field);
}

/** What is sent; call it where nothing is wrong. */
export const quizBodyOf = ({ title, settings, slots }: QuizForm, revision: number): Body => ({
  title: title.normalize('NFC').trim(),
  settings: { ...settings, passPercent: settings.passPercent ?? 50 },
  slots: slots.map(({ questionId, points }) => ({
    questionId,
    points: hundredthsOf(points) ?? 100,
  })),
  revision,
});

export const isSameQuiz = (a: QuizForm, b: QuizForm): boolean =>
  JSON.stringify(quizBodyOf(a, 0)) === JSON.stringify(quizBodyOf(b, 0));

/** Ten points shared out evenly, to the hundredth; the first ones take what is over. */
export function sharedOut(slots: readonly FormSlot[], total = 1_000): FormSlot[] {
  const each = Math.floor(total / slots.length);
  const over = total - each * slots.length;
  return slots.map((slot, at) => ({ ...slot, points: pointsText(each + (at < over ? 1 : 0)) }));
}
