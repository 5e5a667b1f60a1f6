/**
 * The room of the straight road: endpoints that Fastify hands to their controller without Nest's router between, which costs
 * a third of what an exam's save costs altogether.
 */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, HttpAdapterHost, MetadataScanner } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Endpoint, InputOf } from '@tap-huan/contract';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../actor';
import { Access } from './access';
import { parseInput } from './parse-input';
import { Problems } from './problems';
import { type ActorRequest, STRAIGHT } from './serves';

type Handler = (input: InputOf<Endpoint>, actor: Actor) => Promise<unknown>;

@Injectable()
export class StraightRoad implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly access: Access,
    private readonly problems: Problems,
  ) {}

  /** Before Nest adds its own routes. A process without HTTP has no adapter and no roads. */
  onModuleInit(): void {
    for (const { instance } of this.discovery.getControllers()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const controller = instance as Record<string, Handler>;
      for (const name of this.scanner.getAllMethodNames(
        Object.getPrototypeOf(instance) as object,
      )) {
        const handler = controller[name];
        const endpoint =
          handler && (Reflect.getMetadata(STRAIGHT, handler) as Endpoint | undefined);
        if (endpoint) this.lay(endpoint, handler.bind(instance));
      }
    }
  }

  private lay(endpoint: Endpoint, handler: Handler): void {
    const { httpAdapter } = this.host as { httpAdapter: FastifyAdapter | undefined };
    httpAdapter?.getInstance().route({
      method: endpoint.method,
      url: endpoint.path,
      // What Fastify itself refuses, a body that is no JSON for one.
      errorHandler: (error, request, reply) => this.problems.answer(error, request, reply),
      handler: (request, reply) => {
        void this.go(endpoint, handler, request as ActorRequest, reply);
      },
    });
  }

  private async go(
    endpoint: Endpoint,
    handler: Handler,
    request: ActorRequest,
    reply: FastifyReply,
  ): Promise<void> {
    try {
      await this.access.admit(endpoint, request);
      const body = await handler(parseInput(endpoint, request), request.actor);
      void reply.send(body);
    } catch (error) {
      this.problems.answer(error, request, reply);
    }
  }
}
