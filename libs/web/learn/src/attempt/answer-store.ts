/** The room where unsent answers lie on this device: IndexedDB, so that a closed tab or an empty battery loses nothing. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Answer, AnswerStore } from './answer-outbox';

interface Kept extends Answer {
  attemptId: string;
  /** Milliseconds since 1970 by this device's clock; only to throw away what is very old. */
  keptAt: number;
}

interface Shape extends DBSchema {
  answers: { key: [string, number]; value: Kept; indexes: { keptAt: number } };
}

/** An attempt that nobody came back to for so long is closed; its remains go. */
const MOST_AGE = 30 * 24 * 3_600_000;

const all = (attemptId: string) => IDBKeyRange.bound([attemptId], [attemptId, []]);

/** Answers of all attempts on this device, by attempt and slot. */
export class IndexedAnswerStore implements AnswerStore {
  private opening: Promise<IDBPDatabase<Shape>> | null = null;

  async read(attemptId: string): Promise<Answer[]> {
    const db = await this.db();
    const kept = await db.getAll('answers', all(attemptId));
    return kept.map(({ slot, response, flagged, seq }) => ({ slot, response, flagged, seq }));
  }

  async keep(attemptId: string, answer: Answer): Promise<void> {
    const db = await this.db();
    await db.put('answers', { ...answer, attemptId, keptAt: Date.now() });
  }

  async forget(attemptId: string, answers: readonly Answer[]): Promise<void> {
    const db = await this.db();
    const tx = db.transaction('answers', 'readwrite');
    for (const { slot, seq } of answers) {
      const kept = await tx.store.get([attemptId, slot]);
      if (kept && kept.seq <= seq) await tx.store.delete([attemptId, slot]);
    }
    await tx.done;
  }

  async clear(attemptId: string): Promise<void> {
    const db = await this.db();
    await db.delete('answers', all(attemptId));
  }

  private db(): Promise<IDBPDatabase<Shape>> {
    this.opening ??= openDB<Shape>('tap-huan', 1, {
      upgrade: (db) => {
        const store = db.createObjectStore('answers', { keyPath: ['attemptId', 'slot'] });
        store.createIndex('keptAt', 'keptAt');
      },
      terminated: () => (this.opening = null),
    }).then(async (db) => {
      await sweep(db).catch(() => undefined);
      return db;
    });
    // A failed opening may be tried again.
    this.opening.catch(() => (this.opening = null));
    return this.opening;
  }
}

async function sweep(db: IDBPDatabase<Shape>): Promise<void> {
  const tx = db.transaction('answers', 'readwrite');
  const old = IDBKeyRange.upperBound(Date.now() - MOST_AGE);
  for (const key of await tx.store.index('keptAt').getAllKeys(old)) await tx.store.delete(key);
  await tx.done;
}
