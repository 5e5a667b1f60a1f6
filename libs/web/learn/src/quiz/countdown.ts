/** The room of waiting for the instant at which a quiz may be started. */
import { computed, DestroyRef, inject, type Signal, signal } from '@angular/core';
import type { MyQuiz } from '@tap-huan/contract';
import { ServerClock } from '../attempt/server-clock';

export interface Countdown {
  /** Whole seconds until one may start; null where there is nothing to wait for. */
  left: Signal<number | null>;
  /** The instant has come since the page was read. */
  due: Signal<boolean>;
}

/** For a component's field. By the server's clock: what the device thinks of the time plays no part. */
export function countdownTo(quiz: Signal<MyQuiz | undefined>): Countdown {
  const clock = new ServerClock(() => performance.now());
  const target = computed(() => {
    const own = quiz();
    if (!own) return null;
    // Written a moment before it is read here: the countdown ends that moment late, never early.
    clock.sample(own.serverNow, clock.mark());
    const waits = own.verdict === 'not_open_yet' || own.verdict === 'wait_first';
    return waits && own.mayStartAt ? Date.parse(own.mayStartAt) : null;
  });
  const beats = signal(0);
  const timer = setInterval(() => target() !== null && beats.update((beat) => beat + 1), 250);
  inject(DestroyRef).onDestroy(() => clearInterval(timer));
  const left = computed(() => {
    beats();
    const instant = target();
    return instant === null ? null : Math.max(0, Math.ceil((instant - clock.now()) / 1_000));
  });
  return { left, due: computed(() => left() === 0) };
}
