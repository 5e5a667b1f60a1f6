/** The room of commands that may be part of a larger write: the demo loader builds a course in one. */
import { type Actor, Tx, type Writer } from '@tap-huan/server/platform';

/** Who commands: an actor, whose command is a transaction of its own, or a transaction to be part of. */
export type By = Actor | Tx;

export const within = <T>(writer: Writer, by: By, work: (tx: Tx) => Promise<T>): Promise<T> =>
  by instanceof Tx ? work(by) : writer.write(by, work);

/** What can be asked: the database as committed, or as an open transaction sees it. */
export interface Queries {
  rows<T>(text: string, params?: unknown[]): Promise<T[]>;
  maybe<T>(text: string, params?: unknown[]): Promise<T | null>;
}
