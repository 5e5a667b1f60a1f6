/** The room of what never changes once read: kept in the process, the least recently used dropped first. */
export class Recent<K, V> {
  private readonly values = new Map<K, V>();

  /** @param limit most entries kept; only for values that are immutable in the database. */
  constructor(private readonly limit: number) {}

  get(key: K): V | undefined {
    const value = this.values.get(key);
    if (value === undefined) return undefined;
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  set(key: K, value: V): void {
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size <= this.limit) return;
    const oldest = this.values.keys().next();
    if (!oldest.done) this.values.delete(oldest.value);
  }

  get size(): number {
    return this.values.size;
  }

  /** The values of the keys; those not kept are loaded together, once. Keys that `load` does not know are absent. */
  async all(
    keys: readonly K[],
    load: (missing: K[]) => Promise<Iterable<[K, V]>>,
  ): Promise<Map<K, V>> {
    const all = new Map<K, V>();
    const missing: K[] = [];
    for (const key of new Set(keys)) {
      const value = this.get(key);
      if (value === undefined) missing.push(key);
      else all.set(key, value);
    }
    if (missing.length === 0) return all;
    for (const [key, value] of await load(missing)) {
      this.set(key, value);
      all.set(key, value);
    }
    return all;
  }
}
