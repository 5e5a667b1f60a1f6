/** The room where facts lie on this device until they are told. */
import { deviceDb } from './device-db';
import type { Fact, FactStore } from './fact-log';

export class IndexedFactStore implements FactStore {
  async read(attemptId: string): Promise<{ id: number; fact: Fact }[]> {
    const rows = await (await deviceDb()).getAllFromIndex('facts', 'attemptId', attemptId);
    return rows.flatMap(({ id, fact }) => (id === undefined ? [] : [{ id, fact }]));
  }

  async keep(attemptId: string, fact: Fact): Promise<number> {
    return (await deviceDb()).add('facts', { attemptId, fact, keptAt: Date.now() });
  }

  async forget(ids: readonly number[]): Promise<void> {
    const tx = (await deviceDb()).transaction('facts', 'readwrite');
    await Promise.all(ids.map((id) => tx.store.delete(id)));
    await tx.done;
  }
}
