/** The room of mails: a letter goes to a server that takes it (SMTP), or stays here where it is tried out. */
import type { OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Config } from '../config/config';

/** A mail to one person. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Stays the same when it is sent again, so that a mailbox can tell a repeat. */
  id: string;
  attachments?: { name: string; mimeType: string; bytes: Buffer }[];
}

/** Why a letter was not taken. The server's own words are left out: they may hold addresses. */
export type MailFault = 'refused' | 'unreachable' | 'other';

/** A letter that was not taken; `refused` for good, else it may be tried later. */
export class MailFailure extends Error {
  constructor(readonly fault: MailFault) {
    super(`The mail was not taken: ${fault}`);
    this.name = 'MailFailure';
  }
}

export abstract class Mail {
  /** False where no server is set up: then nobody sends. */
  abstract readonly on: boolean;
  /** @throws MailFailure where the server does not take it */
  abstract send(letter: Letter): Promise<void>;
}

class NoMail extends Mail {
  readonly on = false;
  async send(): Promise<void> {
    throw new MailFailure('unreachable');
  }
}

/** Keeps letters in memory; `refuse` makes it say no, as a real server may. */
export class MemoryMail extends Mail {
  readonly on = true;
  readonly sent: Letter[] = [];
  private fault: MailFault | null = null;

  async send(letter: Letter): Promise<void> {
    if (this.fault) throw new MailFailure(this.fault);
    this.sent.push(letter);
  }

  /** From now on every letter fails so; null: they are taken again. */
  refuse(fault: MailFault | null): void {
    this.fault = fault;
  }

  /** Letters that went to an address. */
  to(address: string): Letter[] {
    return this.sent.filter(({ to }) => to === address);
  }
}

/** How long a server may take to say something, in milliseconds. */
const PATIENCE = 20_000;

/** Speaks SMTP over a few connections that are kept. */
export class SmtpMail extends Mail implements OnModuleDestroy {
  readonly on = true;
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    const base = { pool: true, maxConnections: 3, disableFileAccess: true, disableUrlAccess: true };
    const patience = {
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
    };
    this.transport = createTransport({ ...base, ...patience, url });
  }

  async send({ to, subject, text, html, id, attachments = [] }: Letter): Promise<void> {
    const host = /@([^\s>]+)/.exec(this.from)?.[1] ?? 'localhost';
    try {
      await this.transport.sendMail({
        ...{ from: this.from, to, subject, text, html, messageId: `<${id}@${host}>` },
        // Answers of absence notes would come back to a mailbox that nobody reads.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        attachments: attachments.map(({ name, mimeType, bytes }) => ({
          filename: name,
          contentType: mimeType,
          content: bytes,
        })),
      });
    } catch (error) {
      throw new MailFailure(faultOf(error));
    }
  }

  onModuleDestroy(): void {
    this.transport.close();
  }
}

/** 5xx is a refusal for good (RFC 5321 section 4.2.1); without an answer the server was not reached. */
function faultOf(error: unknown): MailFault {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (responseCode !== undefined) return responseCode >= 500 ? 'refused' : 'other';
  if (code === 'EENVELOPE') return 'refused';
  return ['ECONNECTION', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'ECONNREFUSED'].includes(code ?? '')
    ? 'unreachable'
    : 'other';
}

/** The mail of a configuration. */
export function mailOf({ smtpUrl, mailFrom }: Config): Mail {
  if (smtpUrl === null) return new NoMail();
  return smtpUrl.startsWith('memory:') ? new MemoryMail() : new SmtpMail(smtpUrl, mailFrom);
}
