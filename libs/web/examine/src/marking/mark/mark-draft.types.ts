/** The room of the shapes around a mark that is being typed. */
import type { endpoints, MarkingTask, OutputOf, RequestOf } from '@tap-huan/contract';

/** What a marker fills in. */
export interface MarkFields {
  /** As typed: "7,5". Empty where a rubric gives the mark. */
  awarded: string;
  /** criterion id -> level id. */
  levels: Readonly<Record<string, string>>;
  comment: string;
}

export type ServerDraft = MarkingTask['draft'];
export type MarkBody = RequestOf<typeof endpoints.saveMark>['body'];
export type MarkReply = OutputOf<typeof endpoints.saveMark>;

/** What this device keeps of a mark until the server has it. */
export interface MarkCopy {
  fields: MarkFields;
  /** Of the server's draft on which it was typed. */
  revision: number;
  /** ISO text. */
  at: string;
}

/**
 * none: nothing was typed; dirty: typed, kept on this device; waiting: the server is not reached; conflict: the server
 * has another draft, from another page of the same person; failed: the server refuses it; given: it cannot be typed any
 * more.
 */
export type DraftState =
  'none' | 'dirty' | 'saving' | 'saved' | 'waiting' | 'conflict' | 'failed' | 'given';

/** What the page shows. */
export interface DraftView {
  fields: MarkFields;
  state: DraftState;
  /** When the server took the draft last. */
  savedAt: string | null;
  /** Whether it was put back from this device. */
  restored: boolean;
  /** The server's draft, where somebody has to choose. */
  other: { fields: MarkFields; at: string | null } | null;
  /** Whether this device keeps what the server does not have. */
  kept: boolean;
  error: unknown;
}

/** Everything outside: the server, the device, the clock. */
export interface DraftPorts {
  /** @param leaving whether the page goes away meanwhile */
  send(body: MarkBody, leaving: boolean): Promise<MarkReply>;
  /** The server's draft as it is now. */
  fresh(): Promise<ServerDraft>;
  /** later: worth trying again; stale: another page has saved; given: not wanted any more; never: refused. */
  verdictOn(error: unknown): 'later' | 'stale' | 'given' | 'never';
  readCopy(): MarkCopy | null;
  /** Null takes the copy away. @returns whether it is kept */
  writeCopy(copy: MarkCopy | null): boolean;
  /** Hundredths of what is typed; null where it is no mark. */
  marksOf(typed: string): number | null;
  writeMarks(marks: number | null): string;
  now(): string;
  /** Runs something later. @returns how to call it off */
  after(milliseconds: number, run: () => void): () => void;
  changed(view: DraftView): void;
}
