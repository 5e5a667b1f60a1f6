/** The room where a route is said once: method, path, shapes, permission and expected errors. */
import type { z } from 'zod';
import type { ErrorCode } from './errors';
import type { Permission } from './permissions';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** `public`: anybody. `signed_in`: any account. Anything else: a grant that carries the permission. */
export type Access = 'public' | 'signed_in' | Permission;

export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: Method;
  /** Path below the origin, with `:name` for parameters, e.g. `/api/attempts/:attemptId`. */
  readonly path: string;
  /** One sentence for the API description. */
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Absent where the reply is a file or is empty. */
  readonly response?: Response;
  /** Media type of a reply that is a file. */
  readonly file?: string;
  /** True where the request is a multipart upload. */
  readonly upload?: boolean;
  readonly permission: Access;
  /** Expected failures besides those that any endpoint may give. */
  readonly errors: readonly ErrorCode[];
}

/** Declares an endpoint; the argument is returned with its exact types kept. */
export function endpoint<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Response extends z.ZodType = z.ZodUndefined,
>(definition: Endpoint<Params, Query, Body, Response>): Endpoint<Params, Query, Body, Response> {
  return definition;
}

/** What a handler of the endpoint receives, parsed. */
export interface InputOf<E extends Endpoint> {
  params: E extends Endpoint<infer P> ? z.output<P> : never;
  query: E extends Endpoint<z.ZodType, infer Q> ? z.output<Q> : never;
  body: E extends Endpoint<z.ZodType, z.ZodType, infer B> ? z.output<B> : never;
}

/** What a handler returns and a client gets. */
export type OutputOf<E extends Endpoint> =
  E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.output<R> : never;

type Part<Name extends string, Schema extends z.ZodType> = [z.input<Schema>] extends [undefined]
  ? { [K in Name]?: undefined }
  : { [K in Name]: z.input<Schema> };

/** What a client sends: only the parts that the endpoint has. */
export type RequestOf<E extends Endpoint> =
  E extends Endpoint<infer P, infer Q, infer B>
    ? Part<'params', P> & Part<'query', Q> & Part<'body', B>
    : never;
