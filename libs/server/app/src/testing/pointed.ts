/** The room of requests that point at things that do exist: the made-up ones with every id in them replaced. */
import type { Endpoint } from '@tap-huan/contract';
import { z } from 'zod';
import { sampleOf } from './samples';

interface Shape {
  format?: string;
  anyOf?: Shape[];
  oneOf?: Shape[];
  properties?: Record<string, Shape>;
  items?: Shape;
}

/** The id that a name in a request stands for, or undefined where nothing of that name is known. */
export type IdOf = (name: string) => string | undefined;

const shapeOf = (schema: z.ZodType): Shape =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;

const isId = ({ format, anyOf, oneOf }: Shape): boolean =>
  format === 'uuid' || (anyOf ?? oneOf ?? []).some(isId);
const isIds = ({ items, anyOf }: Shape): boolean =>
  (items !== undefined && isId(items)) || (anyOf ?? []).some(isIds);

/** Every name under which a request of the endpoint carries an id. */
export function idNamesOf(endpoint: Endpoint): string[] {
  const names = new Set<string>();
  const walk = (shape: Shape): void => {
    for (const [name, below] of Object.entries(shape.properties ?? {})) {
      if (isId(below) || isIds(below)) names.add(name);
      walk(below);
    }
    for (const below of [shape.items ?? {}, ...(shape.anyOf ?? []), ...(shape.oneOf ?? [])]) {
      if (Object.keys(below).length > 0) walk(below);
    }
  };
  for (const schema of [endpoint.params, endpoint.query, endpoint.body]) {
    if (schema) walk(shapeOf(schema));
  }
  return [...names];
}

/** The sample with its ids pointed; with `all`, ids that may be left out are there as well where the schema takes them. */
function pointed(schema: z.ZodType, idOf: IdOf, all: boolean): Record<string, unknown> {
  const fill = (shape: Shape, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((one) => fill(shape.items ?? {}, one));
    const filled: Record<string, unknown> = { ...value };
    const shapes = [shape, ...(shape.anyOf ?? []), ...(shape.oneOf ?? [])];
    for (const [name, below] of shapes.flatMap(({ properties }) =>
      Object.entries(properties ?? {}),
    )) {
      if (!(name in filled) && !all) continue;
      const id = idOf(name);
      if (isId(below) && id !== undefined) filled[name] = id;
      else if (isIds(below) && id !== undefined) filled[name] = [id];
      else if (name in filled) filled[name] = fill(below, filled[name]);
    }
    return filled;
  };
  const sample = sampleOf(schema);
  const result = fill(shapeOf(schema), sample) as Record<string, unknown>;
  if (schema.safeParse(result).success) return result;
  // Ids that exclude one another: back to those that are needed.
  return all ? pointed(schema, idOf, false) : (sample as Record<string, unknown>);
}

/** A request whose ids are those of `idOf`. */
export function pointedRequest(
  endpoint: Endpoint,
  idOf: IdOf,
  all: boolean,
): { url: string; payload?: object } {
  const params = endpoint.params ? pointed(endpoint.params, idOf, true) : {};
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  );
  const query = endpoint.query ? pointed(endpoint.query, idOf, all) : {};
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  const url = search ? `${path}?${search}` : path;
  return endpoint.body ? { url, payload: pointed(endpoint.body, idOf, all) } : { url };
}
