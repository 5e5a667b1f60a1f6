/** The room of the name under which one tab writes. */

const KEY = 'tap-huan.client';

// Not `randomUUID`: that one is missing where a province serves its pages without TLS inside the house.
const fresh = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/**
 * The tab's own id, the same after a reload. A duplicated tab comes with a copy of the first one's storage; the lock that
 * the first one holds tells them apart, and the copy takes a new id.
 */
export async function claimClientId(): Promise<string> {
  const known = remembered();
  const id = known && (await lock(known)) ? known : fresh();
  if (id !== known) {
    await lock(id);
    remember(id);
  }
  return id;
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(id: string): void {
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // Without storage a reload writes under a new id; opening takes over from the old one anyway.
  }
}

/** Ids that this very page holds already. */
const held = new Set<string>();

/** Holds the id for as long as the page lives. @returns false where another page holds it */
async function lock(id: string): Promise<boolean> {
  if (held.has(id) || !('locks' in navigator)) return true;
  return new Promise((resolve) => {
    navigator.locks
      .request(`tap-huan.client.${id}`, { ifAvailable: true }, (granted) => {
        resolve(granted !== null);
        if (!granted) return undefined;
        held.add(id);
        return new Promise<never>(() => undefined);
      })
      .catch(() => resolve(true));
  });
}
