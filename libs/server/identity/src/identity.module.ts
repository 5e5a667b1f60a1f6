/** The room where accounts, sessions and grants are put together. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SessionReader } from '@tap-huan/server/platform';
import { AccessGrant } from './account/access-grant.entity';
import { Account } from './account/account.entity';
import { AccountBatches } from './account/account-batches.service';
import { Accounts } from './account/accounts.service';
import { OwnAccount } from './account/own-account.service';
import { KnownSessions } from './session/known-sessions';
import { SessionController } from './session/session.controller';
import { Session } from './session/session.entity';
import { SessionViews } from './session/session-view.reader';
import { Sessions } from './session/sessions.service';
import { LocalStrategy } from './sign-in/local.strategy';
import { SignIn } from './sign-in/sign-in.service';

@Module({
  imports: [TypeOrmModule.forFeature([Account, AccessGrant, Session])],
  controllers: [SessionController],
  providers: [
    Accounts,
    AccountBatches,
    OwnAccount,
    KnownSessions,
    Sessions,
    { provide: SessionReader, useExisting: Sessions },
    SessionViews,
    SignIn,
    LocalStrategy,
  ],
  exports: [Accounts, AccountBatches, SessionReader, SessionViews],
})
export class IdentityModule {}
