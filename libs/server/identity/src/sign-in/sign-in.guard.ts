/** The room where Passport looks at a request to sign in. */
import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { endpoints } from '@tap-huan/contract';
import { type ActorRequest, Failure } from '@tap-huan/server/platform';
import type { Proved } from './local.strategy';

/** A request that has passed the guard. */
export interface ProvedRequest extends ActorRequest {
  user: Proved;
}

@Injectable()
export class SignInGuard extends AuthGuard('local') {
  /** Passport neither keeps a session of its own nor writes to the reply. */
  override getAuthenticateOptions() {
    return { session: false };
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const { body } = context.switchToHttp().getRequest<ActorRequest>();
    // A malformed body is answered by `@Input()`, with the fields that are wrong.
    if (!endpoints.signIn.body?.safeParse(body).success) return true;
    return (await super.canActivate(context)) === true;
  }

  override handleRequest<User>(error: unknown, user: User | false): User {
    if (error) throw error;
    if (!user) throw new Failure('invalid_credentials');
    return user;
  }
}
