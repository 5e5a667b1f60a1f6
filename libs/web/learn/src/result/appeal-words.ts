/** The room of an appeal that is being written: kept on this device until it is sent. */

export interface KeptAppeal {
  /** 0: the whole paper. */
  slot: number;
  text: string;
}

const keyOf = (account: string, attemptId: string) => `tap-huan.appeal/${account}/${attemptId}`;

/** What was written before; null where nothing was. */
export function keptAppeal(account: string, attemptId: string): KeptAppeal | null {
  try {
    const kept = JSON.parse(
      localStorage.getItem(keyOf(account, attemptId)) ?? 'null',
    ) as Partial<KeptAppeal> | null;
    return typeof kept?.text === 'string' && typeof kept.slot === 'number' && kept.text !== ''
      ? { slot: kept.slot, text: kept.text }
      : null;
  } catch {
    return null;
  }
}

export function keepAppeal(account: string, attemptId: string, appeal: KeptAppeal): void {
  try {
    localStorage.setItem(keyOf(account, attemptId), JSON.stringify(appeal));
  } catch {
    // No storage: it is kept as long as the page.
  }
}

export function forgetAppeal(account: string, attemptId: string): void {
  try {
    localStorage.removeItem(keyOf(account, attemptId));
  } catch {
    // Nothing was kept.
  }
}
