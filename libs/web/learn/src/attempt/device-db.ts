/** The room of this device's memory: IndexedDB, so that a closed tab or an empty battery loses nothing. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Answer } from './outbox.types';
import type { Fact } from './fact-log';

interface Kept {
  attemptId: string;
  /** Milliseconds since 1970 by this device's clock; only to throw away what is very old. */
  keptAt: number;
}
export interface KeptFact extends Kept {
  id?: number;
  fact: Fact;
}

export interface Shape extends DBSchema {
  /** Answers that the server has not acknowledged. */
  answers: { key: [string, number]; value: Answer & Kept; indexes: { keptAt: number } };
  /** Facts of the circumstances that are not told yet. */
  facts: { key: number; value: KeptFact; indexes: { attemptId: string; keptAt: number } };
  /** Keys of answer files: a closed attempt tells its own no more. */
  keys: { key: string; value: Kept & { key: string }; indexes: { keptAt: number } };
  /** "Submit as soon as there is a network": with the number of the last answer given then. */
  wishes: { key: string; value: Kept & { lastSeq: number }; indexes: { keptAt: number } };
}

/** An attempt that nobody came back to for so long is closed; its remains go. */
const MOST_AGE = 30 * 24 * 3_600_000;
/** A memory that does not open in this time (ms) is taken for missing: the paper must not wait for it. */
const PATIENCE = 3_000;

const STORES = ['answers', 'facts', 'keys', 'wishes'] as const;
let opening: Promise<IDBPDatabase<Shape>> | null = null;

/** The one database of this page; a failed opening may be tried again. */
export function deviceDb(): Promise<IDBPDatabase<Shape>> {
  if (!opening) {
    const mine = (opening = within(PATIENCE, open()));
    mine.catch(() => opening === mine && (opening = null));
  }
  return opening;
}

async function open(): Promise<IDBPDatabase<Shape>> {
  const db = await openDB<Shape>('tap-huan', 2, {
    upgrade: (fresh, before) => {
      if (before < 1)
        fresh
          .createObjectStore('answers', { keyPath: ['attemptId', 'slot'] })
          .createIndex('keptAt', 'keptAt');
      const facts = fresh.createObjectStore('facts', { keyPath: 'id', autoIncrement: true });
      facts.createIndex('attemptId', 'attemptId');
      facts.createIndex('keptAt', 'keptAt');
      for (const name of ['keys', 'wishes'] as const)
        fresh.createObjectStore(name, { keyPath: 'attemptId' }).createIndex('keptAt', 'keptAt');
    },
    // A newer release in another tab must not wait for this one.
    blocking: (_current, _wanted, event) => {
      (event.target as IDBDatabase).close();
      opening = null;
    },
    terminated: () => (opening = null),
  });
  await sweep(db).catch(() => undefined);
  return db;
}

async function sweep(db: IDBPDatabase<Shape>): Promise<void> {
  const old = IDBKeyRange.upperBound(Date.now() - MOST_AGE);
  const tx = db.transaction(STORES, 'readwrite');
  for (const name of STORES) {
    const store = tx.objectStore(name);
    for (const key of await store.index('keptAt').getAllKeys(old)) await store.delete(key);
  }
  await tx.done;
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the device does not answer')), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
