/** The room where it is decided whether a request may be answered: every one is denied until its endpoint says otherwise. */
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Endpoint } from '@tap-huan/contract';
import { type Actor, may } from '../actor';
import { Failure } from '../failure';
import type { ActorRequest } from './serves';
import { SESSION_COOKIE, SessionReader } from './session-reader';

@Injectable()
export class Access {
  private reader: SessionReader | null = null;

  constructor(private readonly modules: ModuleRef) {}

  /** Finds out who asks and puts the actor on the request. @throws Failure where the endpoint is not for that actor */
  async admit(endpoint: Endpoint, request: ActorRequest): Promise<void> {
    if (endpoint.method !== 'GET') refuseCrossSite(request);
    request.actor = await this.actorOf(request);
    if (endpoint.permission === 'public') return;
    if (request.actor.accountId === null) throw new Failure('not_signed_in');
    if (endpoint.permission === 'signed_in') return;
    if (!may(request.actor, endpoint.permission)) throw new Failure('not_permitted');
  }

  /** Looked up late: the domain behind the port is built after the platform. */
  private get sessions(): SessionReader {
    return (this.reader ??= this.modules.get<SessionReader>(SessionReader, { strict: false }));
  }

  private async actorOf(request: ActorRequest): Promise<Actor> {
    const token = request.cookies[SESSION_COOKIE];
    const known = token ? await this.sessions.actorOf(token, request.ip) : null;
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
