/** The room where sessions begin, are used and end. */
import { hash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Grant } from '@tap-huan/contract';
import { type Actor, Clock, SessionReader, Sql, type Tx, Writer } from '@tap-huan/server/platform';
import { type KnownSession, KnownSessions } from './known-sessions';
import { Session } from './session.entity';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Milliseconds without use after which a session ends. */
export const SESSION_IDLE = 12 * HOUR;
/** Milliseconds after which a session ends however much it is used. */
export const SESSION_LIFETIME = 7 * 24 * HOUR;
/** Milliseconds between two writes of the last use. */
const SEEN_EVERY = MINUTE;
const TOKEN_BYTES = 32;
/** Ended sessions that one sign-in clears away. */
const CLEARED_AT_ONCE = 100;

const hashOf = (token: string): string => hash('sha256', token, 'hex');

/** Whoever must change the password first holds no grants until it is done: the browser's word is not enough. */
const LOAD = `
  select s.id as "sessionId", s.account_id as "accountId", s.expires_at as "expiresAt",
         s.seen_at as "seenAt",
         coalesce((select jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id)
                                    order by g.role, g.unit_id)
                   from identity.access_grant g
                   where g.account_id = a.id and not a.must_change_password), '[]') as grants
  from identity.session s join identity.account a on a.id = s.account_id
  where s.token_hash = $1 and a.disabled_at is null`;

@Injectable()
export class Sessions extends SessionReader {
  constructor(
    private readonly sql: Sql,
    private readonly writer: Writer,
    private readonly clock: Clock,
    private readonly known: KnownSessions,
  ) {
    super();
  }

  async actorOf(token: string, address: string): Promise<Actor | null> {
    const tokenHash = hashOf(token);
    const session = this.known.get(tokenHash) ?? (await this.load(tokenHash));
    const now = this.clock.now();
    if (!session || !isAlive(session, now)) return null;
    if (now.getTime() - session.seenAt.getTime() >= SEEN_EVERY) await this.see(session, now);
    const { accountId, grants, sessionId } = session;
    return { accountId, grants, sessionId, address };
  }

  /**
   * Begins a session of an account that has proved who it is; a session that the browser had before ends.
   * @param actor who the browser was until now; gives address and old session
   * @returns the token for the cookie; only its hash is stored
   */
  async begin(actor: Actor, accountId: string, userAgent: string | undefined): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const signedIn: Actor = { accountId, grants: [], sessionId: null, address: actor.address };
    await this.writer.write(signedIn, async (tx) => {
      if (actor.sessionId) await this.drop(tx, actor);
      await clearEnded(tx);
      await tx.manager.insert(Session, {
        id: randomUUID(),
        tokenHash: hashOf(token),
        accountId,
        createdAt: tx.now,
        expiresAt: new Date(tx.now.getTime() + SESSION_LIFETIME),
        seenAt: tx.now,
        address: actor.address,
        userAgent: userAgent?.slice(0, 300) ?? null,
      });
      await tx.rows(`update identity.account set last_sign_in_at = $2 where id = $1`, [
        accountId,
        tx.now,
      ]);
      await tx.audit('signed_in', { kind: 'account', id: accountId });
    });
    return token;
  }

  /** Ends the session that the actor has; nothing where there is none. */
  async end(actor: Actor): Promise<void> {
    const { accountId, sessionId } = actor;
    if (accountId === null || sessionId === null) return;
    await this.writer.write(actor, async (tx) => {
      await this.drop(tx, actor);
      await tx.audit('signed_out', { kind: 'account', id: accountId });
    });
  }

  /** Ends every session of the account but one. */
  async endOthers(tx: Tx, accountId: string, keptId: string | null): Promise<void> {
    await tx.rows(`delete from identity.session where account_id = $1 and id is distinct from $2`, [
      accountId,
      keptId,
    ]);
    this.known.forget(accountId);
  }

  private async drop(tx: Tx, actor: Actor): Promise<void> {
    await tx.rows(`delete from identity.session where id = $1`, [actor.sessionId]);
    if (actor.accountId) this.known.forget(actor.accountId);
  }

  private async load(tokenHash: string): Promise<KnownSession | null> {
    const session = await this.sql.maybe<KnownSession & { grants: Grant[] }>(LOAD, [tokenHash]);
    if (session) this.known.put(tokenHash, session);
    return session;
  }

  private async see(session: KnownSession, now: Date): Promise<void> {
    // Set first, so that requests that come meanwhile do not write too.
    session.seenAt = now;
    await this.sql.rows(`update identity.session set seen_at = $2 where id = $1 and seen_at < $2`, [
      session.sessionId,
      now,
    ]);
  }
}

const isAlive = (session: KnownSession, now: Date): boolean =>
  now < session.expiresAt && now.getTime() - session.seenAt.getTime() < SESSION_IDLE;

/** Rows that another sign-in is clearing are left to it. */
async function clearEnded(tx: Tx): Promise<void> {
  await tx.rows(
    `delete from identity.session where id in (
       select id from identity.session where expires_at <= $1 or seen_at <= $2
       limit ${CLEARED_AT_ONCE} for update skip locked)`,
    [tx.now, new Date(tx.now.getTime() - SESSION_IDLE)],
  );
}
