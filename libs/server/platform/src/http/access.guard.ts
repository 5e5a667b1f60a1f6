/** The room where a handler without an endpoint is denied to everybody. */
import { type CanActivate, type ExecutionContext, Injectable, Logger } from '@nestjs/common';
import type { Endpoint } from '@tap-huan/contract';
import { Failure } from '../failure';
import { Access } from './access';
import { type ActorRequest, ENDPOINT } from './serves';

@Injectable()
export class AccessGuard implements CanActivate {
  private readonly logger = new Logger(AccessGuard.name);

  constructor(private readonly access: Access) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<ActorRequest>();
    const endpoint = Reflect.getMetadata(ENDPOINT, context.getHandler()) as Endpoint | undefined;
    if (!endpoint) {
      this.logger.error(
        `${request.method} ${request.url.split('?')[0]} serves no endpoint: denied`,
      );
      throw new Failure('not_permitted');
    }
    await this.access.admit(endpoint, request);
    return true;
  }
}
