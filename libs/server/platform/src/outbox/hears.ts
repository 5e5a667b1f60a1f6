/** The room where reactions to events are declared. */
import { SetMetadata } from '@nestjs/common';
import type { EventName, EventPayload } from '@tap-huan/contract';
import type { Tx } from '../database/tx';

/** A quick reaction: runs in one transaction together with its inbox row, hence exactly once. */
export interface EventHandler<E extends EventName> {
  handle(tx: Tx, payload: EventPayload<E>): Promise<void>;
}

/** Slow work or work outside PostgreSQL: may be repeated after a crash, so it must be idempotent. */
export interface SlowHandler<E extends EventName> {
  work(payload: EventPayload<E>): Promise<void>;
}

export interface Hearing {
  event: EventName;
  /** Name of the handler, `<domain>.<what>`, as listed at the event in the contract. */
  handler: string;
}

export const HEARING = 'tap-huan:hearing';

/** Marks a provider with `handle` or `work` as hearer of an event. */
export const Hears = (event: EventName, handler: string): ClassDecorator =>
  SetMetadata(HEARING, { event, handler } satisfies Hearing);
