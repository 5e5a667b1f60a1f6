/** The room of state kept in the address: filters and pages can be shared, and Back works. */
import { inject, type WritableSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { computed } from '@angular/core';

type Plain = Record<string, string | number | null>;

export interface AddressState<T extends Plain> {
  /** The state read from the query string, defaults filled in. */
  readonly value: () => T;
  /** Changes part of it; what equals its default leaves the address. */
  set(part: Partial<T>): void;
}

/**
 * Filter state in the query string: `addressState({ page: 1, search: '', unitId: null as string | null })`.
 * Numbers stay numbers; setting replaces the address in place.
 */
export function addressState<T extends Plain>(defaults: T): AddressState<T> {
  const route = inject(ActivatedRoute);
  const router = inject(Router);
  const map = toSignal(route.queryParamMap, { requireSync: true });
  // Between set() and the router's answer the new state already holds.
  const pending: WritableSignal<{ on: unknown; state: T } | null> = signal(null);
  const fromAddress = computed(() => {
    const params = map();
    const state: Plain = {};
    for (const [key, fallback] of Object.entries(defaults)) {
      const raw = params.get(key);
      if (raw === null) state[key] = fallback;
      else state[key] = typeof fallback === 'number' ? Number(raw) || fallback : raw;
    }
    return state as T;
  });
  const value = computed(
    () => {
      const waiting = pending();
      return waiting && waiting.on === map() ? waiting.state : fromAddress();
    },
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  return {
    value,
    set(part) {
      const state = { ...value(), ...part };
      pending.set({ on: map(), state });
      const queryParams = Object.fromEntries(
        Object.keys(defaults).map((key) => [
          key,
          state[key] === defaults[key] || state[key] === '' ? null : state[key],
        ]),
      );
      void router.navigate([], {
        relativeTo: route,
        queryParams,
        queryParamsHandling: 'merge',
        replaceUrl: true,
      });
    },
  };
}
