/** The room of small shapes that several endpoints share. */
import { z } from 'zod';

export const id = z.uuid();
/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date();
/** An instant, ISO 8601 with offset. */
export const instant = z.iso.datetime({ offset: true });
/** Stored text is trimmed and in Unicode NFC. */
export const text = (max: number, min = 1) =>
  z
    .string()
    .transform((value) => value.normalize('NFC').trim())
    .pipe(z.string().min(min).max(max));
/** A date of birth that may be known only by its year (rules of the register, older records). */
export const birthDate = z.string().regex(/^\d{4}(-\d{2}-\d{2})?$/);
export const language = z.enum(['vi', 'en']);
export type Language = z.output<typeof language>;

/** A whole number or nothing in a query string. */
const queryInt = (fallback: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);
export const pageQuery = z.object({
  page: queryInt(1, 1, 100_000),
  pageSize: queryInt(30, 1, 200),
  search: z.string().max(200).optional(),
});
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), total: z.number().int() });

/** Marks are whole hundredths of a point: 850 is "8,5". */
export const hundredths = z.number().int().min(0).max(100_000);
export const ok = z.object({ ok: z.literal(true) });
export const params = <K extends string>(...names: K[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, id])) as Record<K, typeof id>);
