/** The room where input meets its schema. */
import type { Endpoint, FieldIssue, InputOf } from '@tap-huan/contract';
import type { FastifyRequest } from 'fastify';
import { Failure } from '../failure';

/** @throws Failure `validation_failed` with every wrong field; `not_found` for a malformed path. */
export function parseInput(endpoint: Endpoint, request: FastifyRequest): InputOf<Endpoint> {
  const issues: FieldIssue[] = [];
  const parse = (part: 'params' | 'query' | 'body'): unknown => {
    const schema = endpoint[part];
    if (!schema) return undefined;
    const given: unknown = request[part];
    if (!isStorable(given)) {
      issues.push({ path: part, code: 'invalid_text', message: 'NUL or a broken character' });
      return undefined;
    }
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    if (part === 'params') throw new Failure('not_found');
    for (const issue of parsed.error.issues) {
      issues.push({ path: issue.path.join('.'), code: issue.code, message: issue.message });
    }
    return undefined;
  };
  const input = { params: parse('params'), query: parse('query'), body: parse('body') };
  if (issues.length > 0) throw new Failure('validation_failed', undefined, issues);
  return input as InputOf<Endpoint>;
}

/** PostgreSQL stores neither NUL nor half a surrogate pair; such text is refused with a clear word. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value === 'object' && value !== null) {
    // Plain JSON has no names but its own; a list of entries would be made for each request.
    for (const name in value) {
      if (!isStorable(name) || !isStorable((value as Record<string, unknown>)[name])) return false;
    }
  }
  return true;
}
