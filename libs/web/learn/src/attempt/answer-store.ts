/** The room where unsent answers, the key of their file and the wish to submit lie on this device. */
import { deviceDb } from './device-db';
import type { Answer, AnswerStore } from './outbox.types';

const all = (attemptId: string) => IDBKeyRange.bound([attemptId], [attemptId, []]);

/** Answers of all attempts on this device, by attempt and slot. */
export class IndexedAnswerStore implements AnswerStore {
  async read(attemptId: string): Promise<Answer[]> {
    const kept = await (await deviceDb()).getAll('answers', all(attemptId));
    return kept.map((row) => ({
      slot: row.slot,
      response: row.response,
      flagged: row.flagged,
      seq: row.seq,
      // Rows of an earlier release have none of these.
      certainty: row.certainty ?? null,
      typedAt: row.typedAt ?? new Date(row.keptAt).toISOString(),
      seconds: row.seconds ?? 0,
    }));
  }

  async keep(attemptId: string, answer: Answer): Promise<void> {
    await (await deviceDb()).put('answers', { ...answer, attemptId, keptAt: Date.now() });
  }

  async forget(attemptId: string, answers: readonly Answer[]): Promise<void> {
    const tx = (await deviceDb()).transaction('answers', 'readwrite');
    for (const { slot, seq } of answers) {
      const kept = await tx.store.get([attemptId, slot]);
      if (kept && kept.seq <= seq) await tx.store.delete([attemptId, slot]);
    }
    await tx.done;
  }

  async clear(attemptId: string): Promise<void> {
    const db = await deviceDb();
    await db.delete('answers', all(attemptId));
    await db.delete('keys', attemptId);
  }
}

/** "Submit as soon as there is a network", so that a reload does not forget it. Failing is silent: it is a convenience. */
export const wishes = {
  async keep(attemptId: string, lastSeq: number): Promise<void> {
    await deviceDb()
      .then((db) => db.put('wishes', { attemptId, lastSeq, keptAt: Date.now() }))
      .catch(() => undefined);
  },
  /** @returns the number of the last answer given when it was made; null where there is none */
  async read(attemptId: string): Promise<number | null> {
    const kept = await deviceDb()
      .then((db) => db.get('wishes', attemptId))
      .catch(() => undefined);
    return kept?.lastSeq ?? null;
  },
  async forget(attemptId: string): Promise<void> {
    await deviceDb()
      .then((db) => db.delete('wishes', attemptId))
      .catch(() => undefined);
  },
};

/** The key of the answer file, for answers that outlive their attempt. Without it they can only be looked at. */
export const fileKeys = {
  async keep(attemptId: string, key: string): Promise<void> {
    await deviceDb()
      .then((db) => db.put('keys', { attemptId, key, keptAt: Date.now() }))
      .catch(() => undefined);
  },
  async read(attemptId: string): Promise<string | null> {
    const kept = await deviceDb()
      .then((db) => db.get('keys', attemptId))
      .catch(() => undefined);
    return kept?.key ?? null;
  },
};
