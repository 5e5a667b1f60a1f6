/** The room where an endpoint and its input become an address. Pure functions. */
import type { Endpoint } from '@tap-huan/contract';

export interface RequestParts {
  params?: unknown;
  query?: unknown;
}

/** `/api/units/:unitId` and `{ params: { unitId }, query: { page: 2 } }` -> `/api/units/…?page=2`. */
export function urlOf(endpoint: Pick<Endpoint, 'path'>, request: RequestParts = {}): string {
  const params = (request.params ?? {}) as Record<string, unknown>;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === null || value === '') {
      throw new Error(`${endpoint.path} needs "${name}"`);
    }
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries((request.query ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(key, String(one));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
