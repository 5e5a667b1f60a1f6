/** The room of people who are signed in without identity: for the tests of domains that do not know it. */
import { Injectable, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '../src/actor';
import { SESSION_COOKIE, SessionReader } from '../src/http/session-reader';
import { Browser } from './browser';

/** Somebody with an account. */
export interface Person extends Actor {
  readonly accountId: string;
}

/** Whoever has been introduced is signed in, with the account id as token. */
@Injectable()
export class KnownPeople extends SessionReader {
  private readonly people = new Map<string, Actor>();

  introduce(person: Person): void {
    this.people.set(person.accountId, person);
  }

  override async actorOf(token: string): Promise<Actor | null> {
    return this.people.get(token) ?? null;
  }

  /** The browser of somebody who has been introduced. */
  browserOf(person: Person, app: NestFastifyApplication): Browser {
    return new Browser(app, `${SESSION_COOKIE}=${person.accountId}`);
  }
}

/** Stands where identity would. */
@Module({
  providers: [KnownPeople, { provide: SessionReader, useExisting: KnownPeople }],
})
export class KnownPeopleModule {}
