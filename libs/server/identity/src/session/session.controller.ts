/** The room of endpoints about the own session and account. */
import { Controller, Inject, Res, UseGuards } from '@nestjs/common';
import { endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
import {
  type Actor,
  CONFIG,
  type Config,
  CurrentActor,
  Input,
  Request,
  Serves,
} from '@tap-huan/server/platform';
import type { FastifyReply } from 'fastify';
import { OwnAccount } from '../account/own-account.service';
import { type ProvedRequest, SignInGuard } from '../sign-in/sign-in.guard';
import { clearSessionCookie, setSessionCookie } from './session-cookie';
import { SessionViews } from './session-view.reader';
import { Sessions } from './sessions.service';

/** Nest still sends what the handler returns. A decorator of our own would await the reply, which is thenable. */
const BESIDE_THE_BODY = { passthrough: true };

@Controller()
export class SessionController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: Sessions,
    private readonly views: SessionViews,
    private readonly ownAccount: OwnAccount,
  ) {}

  @Serves(endpoints.readSession)
  async read(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.readSession>> {
    return { session: await this.views.ofActor(actor) };
  }

  @Serves(endpoints.signIn)
  @UseGuards(SignInGuard)
  async signIn(
    @Input() _input: InputOf<typeof endpoints.signIn>,
    @Request() request: ProvedRequest,
    @Res(BESIDE_THE_BODY) reply: FastifyReply,
  ): Promise<OutputOf<typeof endpoints.signIn>> {
    const { accountId } = request.user;
    const token = await this.sessions.begin(
      request.actor,
      accountId,
      request.headers['user-agent'],
    );
    setSessionCookie(reply, this.config, token);
    return { session: await this.views.ofAccount(accountId) };
  }

  @Serves(endpoints.signOut)
  async signOut(
    @CurrentActor() actor: Actor,
    @Res(BESIDE_THE_BODY) reply: FastifyReply,
  ): Promise<OutputOf<typeof endpoints.signOut>> {
    await this.sessions.end(actor);
    clearSessionCookie(reply, this.config);
    return { ok: true };
  }

  @Serves(endpoints.chooseLanguage)
  async chooseLanguage(
    @Input() input: InputOf<typeof endpoints.chooseLanguage>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.chooseLanguage>> {
    await this.ownAccount.chooseLanguage(actor, input.body.language);
    return { ok: true };
  }

  @Serves(endpoints.changePassword)
  async changePassword(
    @Input() input: InputOf<typeof endpoints.changePassword>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.changePassword>> {
    await this.ownAccount.changePassword(actor, input.body.current, input.body.next);
    return { ok: true };
  }
}
