/** The room of configuration: one zod object, parsed at start; the only reader of `process.env`. */
import { resolve } from 'node:path';
import { z } from 'zod';

const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1');

const schema = z.object({
  /** PostgreSQL 16 or newer with the ICU locale `vi`. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Redis or Valkey for the queue; PostgreSQL serves where it is absent. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** Where files are kept. */
  DATA_DIR: z.string().default('var'),
  /** The origin that people and QR codes use. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** The built web app; absent in tests. */
  WEB_ROOT: z.string().optional(),
  /** Shown on the sign-in page: whose academy this is. */
  ACADEMY_NAME: z.string().max(200).default('Trung tâm Phục vụ hành chính công'),
  /** Shows the demo accounts on the sign-in page and marks certificates as demonstration. */
  DEMO: flag.default(false),
  /** True behind a reverse proxy that sets X-Forwarded-For. */
  TRUST_PROXY: flag.default(false),
  /** Megabytes allowed for one uploaded file. */
  UPLOAD_MAX_MB: z.coerce.number().int().min(1).max(2_000).default(100),
  /** Connections to PostgreSQL that one process may hold. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(20),
  /** Jobs that one worker works on at a time. */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  /**
   * Server that takes mails, `smtp://user:password@host:587` or `smtps://…`; without it notices are in the product only.
   * `memory://` keeps them in the process, for trying out.
   */
  SMTP_URL: z.url({ protocol: /^(smtps?|memory)$/ }).optional(),
  /** Sender of mails: `hoc@example.vn` or `Tập Huấn <hoc@example.vn>`. */
  MAIL_FROM: z.string().max(200).optional(),
  LOG_LEVEL: z.enum(['error', 'warn', 'log', 'debug']).default('log'),
});

export interface Config {
  databaseUrl: string;
  redisUrl: string | null;
  host: string;
  port: number;
  /** Absolute path. */
  dataDir: string;
  /** Without a trailing slash. */
  publicUrl: string;
  webRoot: string | null;
  academyName: string;
  demo: boolean;
  trustProxy: boolean;
  /** Bytes. */
  uploadMaxBytes: number;
  databasePool: number;
  workerConcurrency: number;
  logLevel: 'error' | 'warn' | 'log' | 'debug';
  /** Null: no mail goes out. Holds a password: never to be logged. */
  smtpUrl: string | null;
  mailFrom: string;
}

/** Injection token of {@link Config}. */
export const CONFIG = Symbol('CONFIG');

/**
 * Parses the environment.
 * @throws Error that names every wrong variable, one a line, without values.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The configuration is wrong:\n${lines.join('\n')}`);
  }
  const value = parsed.data;
  const publicUrl = (value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, '');
  return {
    databaseUrl: value.DATABASE_URL,
    redisUrl: value.REDIS_URL ?? null,
    host: value.HOST,
    port: value.PORT,
    dataDir: resolve(value.DATA_DIR),
    publicUrl,
    webRoot: value.WEB_ROOT ? resolve(value.WEB_ROOT) : null,
    academyName: value.ACADEMY_NAME.normalize('NFC'),
    demo: value.DEMO,
    trustProxy: value.TRUST_PROXY,
    uploadMaxBytes: value.UPLOAD_MAX_MB * 1024 * 1024,
    databasePool: value.DATABASE_POOL,
    workerConcurrency: value.WORKER_CONCURRENCY,
    logLevel: value.LOG_LEVEL,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: (value.MAIL_FROM ?? `tap-huan@${new URL(publicUrl).hostname}`).normalize('NFC'),
  };
}
