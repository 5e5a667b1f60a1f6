/** The room where the page notices what happens around an attempt: looked away, copied, pasted, put into the background. */

export interface AttemptWatch {
  /** Somebody looks at the page, or does not any more. */
  here(present: boolean): void;
  lost(): void;
  /** After so many seconds. */
  back(seconds: number): void;
  copied(slot: number | null): void;
  pasted(slot: number | null): void;
  /** Put into the background, or taken out of it. */
  visible(visible: boolean): void;
  leaving(): void;
  online(): void;
}

/** A shorter absence is a flicker of the system, not somebody who left. */
const FLICKER = 1_000;

/** Listens until the reply is called. */
export function watchAttempt(watch: AttemptWatch, monotonic: () => number): () => void {
  let away: { since: number; told: boolean; timer: ReturnType<typeof setTimeout> } | null = null;
  const look = () => {
    const present = document.visibilityState === 'visible' && document.hasFocus();
    watch.here(present);
    if (!present && !away) {
      const mine = {
        since: monotonic(),
        told: false,
        timer: setTimeout(() => {
          mine.told = true;
          watch.lost();
        }, FLICKER),
      };
      away = mine;
    } else if (present && away) {
      clearTimeout(away.timer);
      if (away.told) watch.back((monotonic() - away.since) / 1_000);
      away = null;
    }
  };
  const stops = [
    on(window, 'blur', look),
    on(window, 'focus', look),
    on(document, 'visibilitychange', () => {
      look();
      watch.visible(document.visibilityState === 'visible');
    }),
    on(document, 'copy', (event) => watch.copied(slotOf(event))),
    on(document, 'cut', (event) => watch.copied(slotOf(event))),
    on(document, 'paste', (event) => watch.pasted(slotOf(event))),
    on(window, 'pagehide', () => watch.leaving()),
    on(window, 'online', () => watch.online()),
  ];
  look();
  return () => {
    if (away) clearTimeout(away.timer);
    stops.forEach((stop) => stop());
  };
}

/** The question in which something happens: its sheet carries `data-slot`. */
export function slotOf(event: Event): number | null {
  const at = event.target instanceof Element ? event.target.closest('[data-sheet]') : null;
  return Number(at?.getAttribute('data-sheet')) || null;
}

function on(target: EventTarget, name: string, heard: (event: Event) => void): () => void {
  target.addEventListener(name, heard);
  return () => target.removeEventListener(name, heard);
}
