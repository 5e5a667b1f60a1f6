/** The room of Passport's strategy for user name and password. */
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { ActorRequest } from '@tap-huan/server/platform';
import { Strategy } from 'passport-local';
import { SignIn } from './sign-in.service';

/** What Passport leaves at `request.user`. */
export interface Proved {
  accountId: string;
}

@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy) {
  constructor(private readonly signIn: SignIn) {
    super({ passReqToCallback: true });
  }

  async validate(request: ActorRequest, username: string, password: string): Promise<Proved> {
    return { accountId: await this.signIn.verify(username, password, request.ip) };
  }
}
