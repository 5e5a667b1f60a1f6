/** The room of one quiz's analysis as its tabs share it: the filter in the address, and what was found. */
import { computed, DestroyRef, effect, inject, Injectable, signal } from '@angular/core';
import { endpoints } from '@tap-huan/contract';
import { addressState, kept, read } from '@tap-huan/web/api';
import { FILTER_ADDRESS, type FilterAddress, filterOf } from './filter-address';

/** Milliseconds between questions whether an analysis is ready. */
const ASK_AGAIN = 3_000;

/** The filter of the address, for any page below a quiz. */
export function filterAddress() {
  const address = addressState<FilterAddress>(FILTER_ADDRESS);
  return { address, filter: computed(() => filterOf(address.value())) };
}

@Injectable()
export class AnalysisDesk {
  readonly quizId = signal<string | null>(null);
  private readonly place = filterAddress();
  readonly address = this.place.address;
  readonly filter = this.place.filter;
  readonly filtered = computed(() => {
    const { attempts, ...rest } = this.filter();
    return attempts !== 'first' || Object.values(rest).some((value) => value !== undefined);
  });

  readonly resource = read(endpoints.readAnalysis, () => {
    const quizId = this.quizId();
    return quizId === null ? undefined : { params: { quizId }, query: this.filter() };
  });
  /** The last answer stays on screen while the next is on its way. */
  readonly found = kept(this.resource);
  readonly analysis = computed(() => this.found()?.analysis ?? null);
  /** The server is at it: nothing to show yet. */
  readonly computing = computed(() => this.found()?.computedAt === null);

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
    effect(() => {
      clearTimeout(timer);
      if (this.computing() && !this.resource.isLoading()) {
        timer = setTimeout(() => this.resource.reload(), ASK_AGAIN);
      }
    });
  }

  clear(): void {
    this.address.set(FILTER_ADDRESS);
  }
}
