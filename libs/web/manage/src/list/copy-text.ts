/** The room of the clipboard. */

/** Puts text on the clipboard; false where the browser does not let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without https there is no clipboard API; the old command still works.
    const area = document.createElement('textarea');
    area.value = text;
    area.setAttribute('readonly', '');
    area.style.cssText = 'position:fixed;opacity:0';
    // Inside an open dialog, so that its focus trap does not take the selection away.
    const host = document.activeElement?.closest('[role=dialog]') ?? document.body;
    const before = document.activeElement as HTMLElement | null;
    host.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    before?.focus();
    return copied;
  }
}
