/** The room of writing: rows, events and audit lines are made through one object in one transaction. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EVENTS, type EventName, type EventPayload } from '@tap-huan/contract';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../actor';
import { Clock } from '../clock';
import { rowsOf } from './sql';

/** What an audit line is about. */
export interface AuditSubject {
  kind: string;
  id: string;
}

export class Tx {
  constructor(
    readonly manager: EntityManager,
    readonly actor: Actor,
    /** The moment of this write; every row of it carries the same. */
    readonly now: Date,
  ) {}

  /** All rows of a statement inside this transaction. */
  async rows<T>(text: string, params: unknown[] = []): Promise<T[]> {
    return rowsOf<T>(await this.manager.query(text, params));
  }

  async maybe<T>(text: string, params: unknown[] = []): Promise<T | null> {
    const rows = await this.rows<T>(text, params);
    return rows[0] ?? null;
  }

  /** All rows of a statement that PostgreSQL keeps parsed and planned, for the few on a hot road; see `Sql.prepared`. */
  async prepared<T>(name: string, text: string, values: unknown[]): Promise<T[]> {
    const client = (await this.manager.queryRunner?.connect()) as PoolClient;
    const { rows } = await client.query({ name, text, values });
    return rows as T[];
  }

  /** Puts news into the outbox; it is delivered if and only if this transaction commits. */
  async emit<E extends EventName>(event: E, payload: EventPayload<E>): Promise<string> {
    const eventId = randomUUID();
    const checked = EVENTS[event].payload.parse(payload);
    // The notification goes out with the commit; one statement, since submissions wait for it.
    await this.rows(
      `with told as (
         insert into platform.outbox (id, event, payload, emitted_at) values ($1, $2, $3, $4)
         returning id
       )
       select pg_notify('outbox', '') from told`,
      [eventId, event, JSON.stringify(checked), this.now],
    );
    return eventId;
  }

  /** Adds a line to the audit trail: who did what to what. Details hold no secrets. */
  async audit(
    action: string,
    subject: AuditSubject,
    detail: Record<string, unknown> = {},
  ): Promise<void> {
    await this.rows(
      `insert into platform.audit (at, account_id, address, action, subject_kind, subject_id, detail)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        this.now,
        this.actor.accountId,
        this.actor.address,
        action,
        subject.kind,
        subject.id,
        JSON.stringify(detail),
      ],
    );
  }

  /** The same line about many subjects of one kind, each with its detail, in one statement. */
  async auditAll(
    action: string,
    kind: string,
    lines: readonly { id: string; detail: Record<string, unknown> }[],
  ): Promise<void> {
    await this.rows(
      `insert into platform.audit (at, account_id, address, action, subject_kind, subject_id, detail)
       select $1, $2, $3, $4, $5, j.id, j.detail
       from jsonb_to_recordset($6::jsonb) as j (id text, detail jsonb)`,
      [this.now, this.actor.accountId, this.actor.address, action, kind, JSON.stringify(lines)],
    );
  }
}

@Injectable()
export class Writer {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Runs `work` in one transaction (read committed); a throw rolls everything back. */
  write<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.dataSource.transaction((manager) => work(new Tx(manager, actor, this.clock.now())));
  }
}
