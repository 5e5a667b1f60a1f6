/** The room of the texts inside a question or a response: how they are stored, and which media they name. */
import type { AnswerResponse, QuestionContent } from '@tap-huan/contract';
import { toNfc } from '../spelling';

/** Every text inside a plain JSON value, in order; keys are not texts. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** The same plain JSON value with every text changed. */
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]),
  );
}

/** NFC, and nothing that PostgreSQL cannot keep in jsonb: no NUL and no half of a surrogate pair. */
const storable = (text: string): string => toNfc(text.replaceAll('\u0000', '').toWellFormed());

/** A response in the form in which it is stored: every text in it in Unicode NFC. */
export const storableResponse = <R extends AnswerResponse>(response: R): R =>
  mapTexts(response, storable) as R;

const MEDIA_URL =
  /\/api\/media\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:\/[\w.%/-]*)?/gi;

/** Addresses of the media that a question shows anywhere (stem, options, feedback, picture …), each once. */
export const referencedMedia = (content: QuestionContent): string[] => [
  ...new Set(textsIn(content).flatMap((text) => text.match(MEDIA_URL) ?? [])),
];
