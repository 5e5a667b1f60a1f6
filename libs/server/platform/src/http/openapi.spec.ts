/** The description of the API is up to date, and is OpenAPI 3.1. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Endpoint, endpoints } from '@tap-huan/contract';
import { VERSION } from '../version';
import { openApi, openApiText } from './openapi';

const ROOT = resolve(import.meta.dirname, '../../../../..');

type Json = Record<string, unknown>;
interface Operation {
  operationId: string;
  summary: string;
  security?: unknown[];
  parameters: { name: string; in: string; required: boolean; schema: Json }[];
  requestBody?: { content: Record<string, { schema: Json }> };
  responses: Record<string, Json>;
}
interface Description {
  openapi: string;
  info: Json;
  paths: Record<string, Record<string, Operation>>;
  components: Json;
}

// As a client gets it.
const described = JSON.parse(JSON.stringify(openApi(VERSION))) as Description;
const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Every object inside a value, itself too. */
function* objectsIn(value: unknown): Generator<Json> {
  if (typeof value !== 'object' || value === null) return;
  yield value as Json;
  for (const part of Object.values(value)) yield* objectsIn(part);
}

/** What a JSON pointer of this document points to. */
const at = (pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((place, part) => (place as Json | undefined)?.[part], described);

describe('docs/openapi.json', () => {
  it('is what the endpoint table says', async () => {
    const written = await readFile(resolve(ROOT, 'docs/openapi.json'), 'utf8').catch(() => '');
    if (written !== openApiText(VERSION)) {
      throw new Error('docs/openapi.json is out of date. Write it anew with: npm run openapi');
    }
  });

  it('carries the version of the product', async () => {
    const { version } = JSON.parse(await readFile(resolve(ROOT, 'package.json'), 'utf8')) as Json;
    expect(VERSION).toBe(version);
    expect(described.info['version']).toBe(version);
  });
});

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and knows every endpoint', () => {
    expect(described.openapi).toMatch(/^3\.1\.\d+$/);
    expect(described.info).toMatchObject({
      title: expect.any(String),
      version: expect.any(String),
    });
    const said = (Object.values(endpoints) as Endpoint[]).map(
      ({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(operations.map(({ path, method }) => `${method} ${path}`).toSorted()).toEqual(
      said.toSorted(),
    );
  });

  it('names each operation once', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(Object.keys(endpoints).toSorted());
  });

  it.each(operations)('declares every parameter of $method $path', ({ path, operation }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = operation.parameters.filter((parameter) => parameter.in === 'path');
    expect(declared.map(({ name }) => name).toSorted()).toEqual(inPath.toSorted());
    for (const parameter of operation.parameters) {
      expect(['path', 'query']).toContain(parameter.in);
      expect(parameter.schema).toEqual(expect.any(Object));
      if (parameter.in === 'path') expect(parameter.required).toBe(true);
    }
    const keys = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(operations)('tells what $method $path takes and answers', ({ method, operation }) => {
    expect(operation.summary.trim()).not.toBe('');
    expect(Object.keys(operation.responses)).toContain('200');
    for (const [status, response] of Object.entries(operation.responses)) {
      expect(status).toMatch(/^(?:[1-5]\d\d|default)$/);
      if (!response['$ref']) expect(response['description']).toEqual(expect.any(String));
    }
    if (method === 'get') expect(operation.requestBody).toBeUndefined();
    for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
      expect(schema).toMatchObject({ type: expect.any(String) });
    }
  });

  it('points only to what is there', () => {
    const pointers = [...objectsIn(described)]
      .map((object) => object['$ref'])
      .filter((pointer) => pointer !== undefined);
    expect(pointers.length).toBeGreaterThan(0);
    for (const pointer of pointers) {
      expect(pointer).toMatch(/^#\//);
      expect([pointer, at(String(pointer))]).toEqual([pointer, expect.any(Object)]);
    }
  });

  it('leaves no schema of another dialect behind', () => {
    for (const object of objectsIn(described)) {
      expect(object['$schema']).toBeUndefined();
      // OpenAPI 3.0 said so; in 3.1 it means nothing.
      expect(object['nullable']).toBeUndefined();
      if (typeof object['format'] === 'string') {
        expect(['uuid', 'date', 'date-time', 'binary']).toContain(object['format']);
      }
    }
  });
});
