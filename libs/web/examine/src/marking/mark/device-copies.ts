/** The room of what this device keeps for its user until the server has it; by account, for devices are shared. */

/** The part of `Storage` that is used. */
export type CopyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'tap-huan.marking';

export class DeviceCopies {
  /** @param storage null where the browser has none */
  constructor(
    private readonly storage: CopyStorage | null,
    private readonly accountId: string,
  ) {}

  read(name: string): unknown {
    try {
      const text = this.storage?.getItem(this.keyOf(name)) ?? null;
      return text === null ? null : JSON.parse(text);
    } catch {
      return null;
    }
  }

  /** Null takes it away. @returns whether the device keeps it */
  write(name: string, value: unknown): boolean {
    if (!this.storage) return false;
    try {
      if (value === null) this.storage.removeItem(this.keyOf(name));
      else this.storage.setItem(this.keyOf(name), JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  /** What is kept under names that begin so; without the beginning. */
  names(beginning: string): string[] {
    const from = this.keyOf(beginning);
    const found: string[] = [];
    try {
      for (let at = 0; at < (this.storage?.length ?? 0); at += 1) {
        const key = this.storage?.key(at);
        if (key?.startsWith(from)) found.push(key.slice(from.length));
      }
    } catch {
      // Storage that may not be read keeps nothing.
    }
    return found;
  }

  private keyOf(name: string): string {
    return `${PREFIX}/${this.accountId}/${name}`;
  }
}

/** The browser's storage; null where it may not be used. */
export function browserStorage(): CopyStorage | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}
