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
import type { Endpoint, InputOf, Method, OutputOf } from '@tap-huan/contract';
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

type Handler = (...given: unknown[]) => unknown;

/**
 * The reply passes through the endpoint's schema: a field that is not in the shape cannot leave. Around the handler itself
 * rather than in an interceptor, whose streams would cost as much as the rest of the road of a save.
 */
const Replies =
  ({ response }: Endpoint): MethodDecorator =>
  (_target, _name, descriptor) => {
    const slot = descriptor as { value?: Handler };
    const handler = slot.value;
    if (!response || !handler) return;
    const replying: Handler = async function (this: unknown, ...given) {
      return response.parse(await handler.apply(this, given));
    };
    // What other decorators have said of the handler is said of the new one.
    for (const key of Reflect.getOwnMetadataKeys(handler) as unknown[]) {
      Reflect.defineMetadata(key, Reflect.getOwnMetadata(key, handler), replying);
    }
    slot.value = replying;
  };

/** Serves an endpoint of the contract. Without it a handler is denied to everybody. */
export const Serves = (endpoint: Endpoint): MethodDecorator =>
  applyDecorators(
    Replies(endpoint),
    ROUTE[endpoint.method](endpoint.path),
    HttpCode(200),
    SetMetadata(ENDPOINT, endpoint),
  );

export const STRAIGHT = 'tap-huan:straight';

/** What a handler on the straight road is called with. */
type StraightHandler<E extends Endpoint> = (
  input: InputOf<E>,
  actor: Actor,
) => Promise<OutputOf<E>>;

/**
 * Serves an endpoint that is asked so often that Nest's road to a handler would cost more than the handler: see
 * `StraightRoad`. Refusals, shapes and problems are those of `Serves`; guards, pipes and parameter decorators of Nest do
 * not stand on it, so the handler takes the parsed input and the actor.
 */
export const ServesStraight =
  <E extends Endpoint>(endpoint: E) =>
  (target: object, name: string | symbol, descriptor: { value?: StraightHandler<E> }): void => {
    const decorate = applyDecorators(Replies(endpoint), SetMetadata(STRAIGHT, endpoint));
    decorate(target, name, descriptor as TypedPropertyDescriptor<unknown>);
  };

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
