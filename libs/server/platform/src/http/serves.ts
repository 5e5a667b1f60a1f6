/** The room where a handler names its endpoint: route, shapes and permission come from the contract. */
import {
  applyDecorators,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  HttpCode,
  Post,
  Put,
  SetMetadata,
} from '@nestjs/common';
import type { Endpoint, InputOf, Method } from '@tap-huan/contract';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor';
import { parseInput } from './parse-input';

export const ENDPOINT = 'tap-huan:endpoint';

const ROUTE: Record<Method, (path: string) => MethodDecorator> = {
  GET: Get,
  POST: Post,
  PUT: Put,
  DELETE: Delete,
};

/** A request after the guard has seen it. */
export interface ActorRequest extends FastifyRequest {
  actor: Actor;
}

/** Serves an endpoint of the contract. Without it a handler is denied to everybody. */
export const Serves = (endpoint: Endpoint): MethodDecorator =>
  applyDecorators(
    ROUTE[endpoint.method](endpoint.path),
    HttpCode(200),
    SetMetadata(ENDPOINT, endpoint),
  );

const endpointOf = (context: ExecutionContext): Endpoint =>
  Reflect.getMetadata(ENDPOINT, context.getHandler()) as Endpoint;

/** The parsed params, query and body: `@Input() input: InputOf<typeof endpoints.x>`. */
export const Input = createParamDecorator(
  (_: unknown, context: ExecutionContext): InputOf<Endpoint> =>
    parseInput(endpointOf(context), context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Who calls. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor =>
    context.switchToHttp().getRequest<ActorRequest>().actor,
);

/** The raw request, for uploads and ranges only. */
export const Request = createParamDecorator((_: unknown, context: ExecutionContext) =>
  context.switchToHttp().getRequest<ActorRequest>(),
);
