/** The room of the cookie that carries a session's token. */
import type {} from '@fastify/cookie';
import { type Config, SESSION_COOKIE } from '@tap-huan/server/platform';
import type { FastifyReply } from 'fastify';
import { SESSION_LIFETIME } from './sessions.service';

const flags = (config: Pick<Config, 'publicUrl'>) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl.startsWith('https:'),
  }) as const;

export function setSessionCookie(reply: FastifyReply, config: Config, token: string): void {
  void reply.setCookie(SESSION_COOKIE, token, {
    ...flags(config),
    maxAge: SESSION_LIFETIME / 1000,
  });
}

export function clearSessionCookie(reply: FastifyReply, config: Config): void {
  void reply.clearCookie(SESSION_COOKIE, flags(config));
}
