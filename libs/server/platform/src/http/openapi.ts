/** The room where the endpoint table becomes an OpenAPI 3.1 description. */
import { type Endpoint, endpoints, ERRORS } from '@tap-huan/contract';
import { z } from 'zod';

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => withoutNoise(jsonSchema as Json),
  }) as Json;
  return rest;
};

const FORMATS: readonly unknown[] = ['uuid', 'date', 'date-time'];

/** A known format says what its pattern says, zod's own say nothing to others, and every whole number is a safe one. */
function withoutNoise(schema: Json): void {
  delete schema[FORMATS.includes(schema['format']) ? 'pattern' : 'format'];
  if (schema['minimum'] === Number.MIN_SAFE_INTEGER) delete schema['minimum'];
  if (schema['maximum'] === Number.MAX_SAFE_INTEGER) delete schema['maximum'];
}

const PROBLEM = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
};

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const object = schemaOf(schema, 'input');
  const required = (object['required'] as string[] | undefined) ?? [];
  return Object.entries((object['properties'] as Json | undefined) ?? {}).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: shape,
  }));
}

function requestBodyOf(endpoint: Endpoint): Json {
  if (endpoint.upload) {
    const schema = { type: 'object', properties: { file: { type: 'string', format: 'binary' } } };
    return { requestBody: { content: { 'multipart/form-data': { schema } } } };
  }
  if (!endpoint.body) return {};
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
    },
  };
}

function operationOf(name: string, endpoint: Endpoint): Json {
  const success = endpoint.response
    ? { 'application/json': { schema: schemaOf(endpoint.response, 'output') } }
    : endpoint.file
      ? { [endpoint.file]: { schema: { type: 'string', format: 'binary' } } }
      : undefined;
  const failures: Record<string, Json> = {};
  for (const code of endpoint.errors) {
    const status = String(ERRORS[code]);
    const codes = [failures[status]?.['description'], code].filter(Boolean).join(', ');
    failures[status] = {
      description: codes,
      content: PROBLEM,
    };
  }
  return {
    operationId: name,
    summary: endpoint.summary,
    'x-permission': endpoint.permission,
    ...(endpoint.permission === 'public' ? { security: [] } : {}),
    parameters: [
      ...parametersOf(endpoint.params, 'path'),
      ...parametersOf(endpoint.query, 'query'),
    ],
    ...requestBodyOf(endpoint),
    responses: {
      200: { description: 'OK', ...(success ? { content: success } : {}) },
      ...failures,
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

/** What docs/openapi.json holds: the description as text; the same input gives the same bytes. */
export const openApiText = (version: string): string =>
  `${JSON.stringify(openApi(version), null, 2)}\n`;

/** The whole API as OpenAPI 3.1. */
export function openApi(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of Object.entries(endpoints) as [string, Endpoint][]) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tập Huấn', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    security: [{ session: [] }],
    paths,
    components: {
      responses: { Problem: { description: 'What any endpoint may answer.', content: PROBLEM } },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'tap_huan_session' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string', enum: Object.keys(ERRORS) },
            params: { type: 'object' },
            issues: { type: 'array', items: { type: 'object' } },
          },
        },
      },
    },
  };
}
