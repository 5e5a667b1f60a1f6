/** The room for the moment when the server holds a newer release than the page that is open. */
import type { NavigationError } from '@angular/router';

const RELOADED_AT = 'tap-huan.reloaded-at';
/** Milliseconds between two reloads: where a part is really gone, reloading again does not help. */
const REST = 60_000;
/** What the engines say when the file of a lazy part does not come. */
const MISSING = /dynamically imported module|importing a module script failed/i;

/** The page's parts of the old release are gone: loads the wanted address anew. Offline, the page stays as it is. */
export async function reloadForNewerRelease({ error, url }: NavigationError): Promise<void> {
  if (!(error instanceof TypeError) || !MISSING.test(error.message)) return;
  if (Date.now() - Number(sessionStorage.getItem(RELOADED_AT) ?? 0) < REST) return;
  const answer = await fetch('/api/about', { cache: 'no-store' }).catch(() => null);
  if (!answer?.ok) return;
  sessionStorage.setItem(RELOADED_AT, String(Date.now()));
  location.assign(url);
}
