/** The room where a page waits for a certificate that is being made. */
import {
  computed,
  DestroyRef,
  effect,
  inject,
  type Signal,
  signal,
  untracked,
} from '@angular/core';
import { type MyCertificate, routes } from '@tap-huan/contract';
import { Api } from '@tap-huan/web/api';

/** Seconds between the looks; afterwards it is called slow and looked for no more. */
const PAUSES = [1, 1, 1.5, 2, 2, 3, 3, 4, 5, 5, 8, 8, 10];

export interface CertificateWatch {
  /** The newest one, which may not have its PDF yet. */
  readonly certificate: Signal<MyCertificate | null>;
  /** waiting: looked for · ready: its PDF is there · slow: not there after a while. */
  readonly state: Signal<'idle' | 'waiting' | 'ready' | 'slow'>;
  again(): void;
}

/** For a page: looks for the certificate of an enrolment while `enrolmentId` names one. */
export function watchCertificate(enrolmentId: Signal<string | null>): CertificateWatch {
  const api = inject(Api);
  const found = signal<MyCertificate | null>(null);
  const slow = signal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  const look = async (id: string, at: number, mine: number): Promise<void> => {
    const reply = await api.call(routes.listMyCertificates).catch(() => null);
    if (mine !== round) return;
    const own = reply?.items.filter((each) => each.enrolmentId === id && each.state !== 'replaced');
    if (own?.[0]) found.set(own[0]);
    if (own?.[0]?.ready) return;
    const pause = PAUSES[at];
    if (pause === undefined) slow.set(true);
    else timer = setTimeout(() => void look(id, at + 1, mine), pause * 1_000);
  };
  const begin = (id: string | null) => {
    round += 1;
    clearTimeout(timer);
    slow.set(false);
    if (id) void look(id, 0, round);
  };
  effect(() => {
    const id = enrolmentId();
    untracked(() => {
      found.set(null);
      begin(id);
    });
  });
  inject(DestroyRef).onDestroy(() => {
    round += 1;
    clearTimeout(timer);
  });
  const state = computed(() => {
    if (!enrolmentId()) return 'idle';
    if (found()?.ready) return 'ready';
    return slow() ? 'slow' : 'waiting';
  });
  return { certificate: found.asReadonly(), state, again: () => begin(untracked(enrolmentId)) };
}
