/** The room of made-up requests: right in shape, about nothing that exists. */
import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@tap-huan/contract';
import { z } from 'zod';

interface Shape {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  minimum?: number;
  minItems?: number;
  anyOf?: Shape[];
  oneOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
}

/** What a value without further rules is filled with, and which of several alternatives is taken. */
interface Taste {
  word: string;
  alternative: number;
}

const WORDS = ['mẫu chữ', 'mau-thu-1', '1990', '/mau'];
const TASTES: Taste[] = [0, 1, 2].flatMap((alternative) =>
  WORDS.map((word) => ({ word, alternative })),
);

/** A value that the schema takes. @throws Error where this room does not know how to make one */
export function sampleOf(schema: z.ZodType): unknown {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  for (const taste of TASTES) {
    const value = valueOf(shape, taste);
    if (schema.safeParse(value).success) return value;
  }
  throw new Error(`No sample fits an object of ${(shape.required ?? []).join(', ')}.`);
}

function valueOf(shape: Shape, taste: Taste): unknown {
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return valueOf(choices[taste.alternative] ?? choices[0] ?? {}, taste);
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        (shape.required ?? []).map((name) => [
          name,
          valueOf(shape.properties?.[name] ?? {}, taste),
        ]),
      );
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => valueOf(shape.items ?? {}, taste));
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return textOf(shape, taste.word);
  }
}

function textOf({ format, pattern }: Shape, word: string): string {
  if (format === 'uuid') return randomUUID();
  if (format === 'date') return '2026-11-23';
  if (format === 'date-time') return '2026-11-23T02:00:00Z';
  if (pattern) return WORDS.find((one) => new RegExp(pattern, 'u').test(one)) ?? word;
  return word;
}

/** The path with made-up parameters. */
export function pathOf(endpoint: Endpoint): string {
  const params = endpoint.params
    ? (sampleOf(endpoint.params) as Record<string, string>)
    : ({} as Record<string, string>);
  return endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
}

/** A request that passes every schema of the endpoint. */
export function requestOf(endpoint: Endpoint): { url: string; payload?: object } {
  const query = endpoint.query ? (sampleOf(endpoint.query) as Record<string, string>) : {};
  const search = new URLSearchParams(query).toString();
  const url = search ? `${pathOf(endpoint)}?${search}` : pathOf(endpoint);
  return endpoint.body ? { url, payload: sampleOf(endpoint.body) as object } : { url };
}
