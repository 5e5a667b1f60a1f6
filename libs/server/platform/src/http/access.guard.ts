/** The room where every request is denied until its endpoint says otherwise. */
import { type CanActivate, type ExecutionContext, Injectable, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Endpoint } from '@tap-huan/contract';
import { type Actor, may } from '../actor';
import { Failure } from '../failure';
import { type ActorRequest, ENDPOINT } from './serves';
import { SESSION_COOKIE, SessionReader } from './session-reader';

@Injectable()
export class AccessGuard implements CanActivate {
  private readonly logger = new Logger(AccessGuard.name);

  // Looked up late: the domain behind the port is built after the platform.
  constructor(private readonly modules: ModuleRef) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const endpoint = Reflect.getMetadata(ENDPOINT, context.getHandler()) as Endpoint | undefined;
    if (!endpoint) {
      this.logger.error(
        `${request.method} ${request.url.split('?')[0]} serves no endpoint: denied`,
      );
      throw new Failure('not_permitted');
    }
    if (endpoint.method !== 'GET') refuseCrossSite(request);
    request.actor = await this.actorOf(request);
    if (endpoint.permission === 'public') return true;
    if (request.actor.accountId === null) throw new Failure('not_signed_in');
    if (endpoint.permission === 'signed_in') return true;
    if (!may(request.actor, endpoint.permission)) throw new Failure('not_permitted');
    return true;
  }

  private async actorOf(request: ActorRequest): Promise<Actor> {
    const token = request.cookies[SESSION_COOKIE];
    const sessions = this.modules.get<SessionReader>(SessionReader, { strict: false });
    const known = token ? await sessions.actorOf(token, request.ip) : null;
    return known ?? { accountId: null, grants: [], sessionId: null, address: request.ip };
  }
}

/**
 * Beside `SameSite`: a form or a script of another site can neither set this header without a
 * preflight, nor hide where it comes from.
 */
function refuseCrossSite(request: ActorRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new Failure('cross_site_request');
  }
  if (request.headers['x-requested-with'] === undefined) throw new Failure('cross_site_request');
}
