/** The room of what never changes once read: kept in the process, the least recently used dropped first. */
export class Kept<V> {
  private readonly values = new Map<string, Promise<V>>();

  /** @param limit most entries kept; only for values that are immutable in the database */
  constructor(private readonly limit: number) {}

  /** The kept value, else the loaded one; callers at the same time load it once. A failure is not kept. */
  get(key: string, load: () => Promise<V>): Promise<V> {
    const kept = this.values.get(key);
    if (kept) {
      this.values.delete(key);
      this.values.set(key, kept);
      return kept;
    }
    const loading = load();
    this.values.set(key, loading);
    loading.catch(() => this.values.delete(key));
    if (this.values.size > this.limit) {
      const [oldest] = this.values.keys();
      if (oldest !== undefined) this.values.delete(oldest);
    }
    return loading;
  }
}
