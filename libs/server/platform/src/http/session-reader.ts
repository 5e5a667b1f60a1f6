/** The room of the port through which the platform asks who calls; identity is behind it. */
import type { Actor } from '../actor';

export const SESSION_COOKIE = 'tap_huan_session';

export abstract class SessionReader {
  /** The actor of a session token, or null where it is unknown, ended or expired. */
  abstract actorOf(token: string, address: string): Promise<Actor | null>;
}
