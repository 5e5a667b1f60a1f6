/** The room of calls: every request of the web app passes here. */
import {
  computed,
  inject,
  Injectable,
  InjectionToken,
  Injector,
  linkedSignal,
  type Resource,
  resource,
  type ResourceRef,
  type Signal,
  signal,
} from '@angular/core';
import { type Endpoint, type OutputOf, type RequestOf } from '@tap-huan/contract';
import { ApiFailure, failureOf, isFailure } from './failure';
import { type RequestParts, urlOf } from './request';

// The request may be left out where the endpoint needs nothing.
type Args<E extends Endpoint> =
  Record<string, never> extends RequestOf<E>
    ? [request?: RequestOf<E>, options?: CallOptions]
    : [request: RequestOf<E>, options?: CallOptions];

export interface CallOptions {
  signal?: AbortSignal;
  /** Lets the request outlive the page (a last save while leaving); body up to 64 kB. */
  keepalive?: boolean;
  /** True: a lost session is told as a failure, without asking to sign in again. */
  quiet?: boolean;
}

/**
 * Asks the person to sign in again over the present page; true when done. The shell provides it.
 * Calls that were answered `not_signed_in` wait for it and are then tried once more.
 */
export const RE_SIGN_IN = new InjectionToken<() => Promise<boolean>>('RE_SIGN_IN');

const COMMON = { accept: 'application/json', 'x-requested-with': 'tap-huan' };

/** The typed client: `api.call(endpoints.readCourse, { params: { courseId } })`. Rejects with ApiFailure. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly injector = inject(Injector);
  private signingIn: Promise<boolean> | null = null;
  /** False after a call could not reach the server, true again after one did. */
  readonly reachable = signal(true);
  /** Whether the page believes itself signed in; kept by SessionStore. */
  believesSignedIn = () => false;

  call<E extends Endpoint>(endpoint: E, ...[request, options]: Args<E>): Promise<OutputOf<E>> {
    return this.send(endpoint, request, options);
  }

  /** As `call`, where the request is known only as a value. */
  async send<E extends Endpoint>(
    endpoint: E,
    request: RequestOf<E> | undefined,
    options: CallOptions = {},
  ): Promise<OutputOf<E>> {
    const { body, ...parts } = (request ?? {}) as RequestParts & { body?: unknown };
    const send = () =>
      this.fetch(urlOf(endpoint, parts), {
        method: endpoint.method,
        credentials: 'same-origin',
        cache: 'no-store',
        headers: body === undefined ? COMMON : { ...COMMON, 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: options.signal,
        keepalive: options.keepalive,
      });
    return (await this.withSession(send, options.quiet)) as OutputOf<E>;
  }

  /** The address of a file, for `href`, `src` or `window.open`. */
  fileUrl<E extends Endpoint>(
    endpoint: E,
    ...[request]: Record<string, never> extends Omit<RequestOf<E>, 'body'>
      ? [request?: Omit<RequestOf<E>, 'body'>]
      : [request: Omit<RequestOf<E>, 'body'>]
  ): string {
    return urlOf(endpoint, request as RequestParts);
  }

  /** Uploads one file (multipart field "file"); `progress` hears 0 to 1. */
  upload<E extends Endpoint>(
    endpoint: E,
    file: File,
    options: {
      request?: RequestParts;
      progress?: (ratio: number) => void;
      signal?: AbortSignal;
    } = {},
  ): Promise<OutputOf<E>> {
    const send = () =>
      new Promise<unknown>((resolve, reject) => {
        const xhr = new XMLHttpRequest();
        xhr.open(endpoint.method, urlOf(endpoint, options.request));
        for (const [name, value] of Object.entries(COMMON)) xhr.setRequestHeader(name, value);
        xhr.responseType = 'json';
        xhr.upload.onprogress = (event) =>
          event.lengthComputable && options.progress?.(event.loaded / event.total);
        xhr.onload = () =>
          xhr.status < 300 ? resolve(xhr.response) : reject(failureOf(xhr.status, xhr.response));
        xhr.onerror = () => reject(new ApiFailure('offline', 0));
        xhr.onabort = () => reject(new DOMException('aborted', 'AbortError'));
        options.signal?.addEventListener('abort', () => xhr.abort());
        const form = new FormData();
        form.append('file', file, file.name.normalize('NFC'));
        xhr.send(form);
      });
    return this.withSession(send) as Promise<OutputOf<E>>;
  }

  private async fetch(url: string, init: RequestInit): Promise<unknown> {
    let response: Response;
    let json: unknown = null;
    try {
      response = await globalThis.fetch(url, init);
      // An answer that breaks off half-way is no answer; a failure's body may be anything.
      json = await response.json().catch((error: unknown) => {
        if (response.ok && response.status !== 204) throw error;
        return null;
      });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      this.reachable.set(false);
      throw new ApiFailure('offline', 0);
    }
    const failure = response.ok ? null : failureOf(response.status, json);
    this.reachable.set(failure?.code !== 'offline');
    if (failure) throw failure;
    return json;
  }

  /** Runs a request; when the session is gone, asks once to sign in again and repeats it. */
  private async withSession(send: () => Promise<unknown>, quiet = false): Promise<unknown> {
    try {
      return await send();
    } catch (error) {
      if (quiet || !isFailure(error, 'not_signed_in') || !this.believesSignedIn()) throw error;
      const ask = this.injector.get(RE_SIGN_IN, null);
      if (!ask) throw error;
      this.signingIn ??= ask().finally(() => (this.signingIn = null));
      if (!(await this.signingIn)) throw error;
      return send();
    }
  }
}

type ReadArgs<E extends Endpoint> =
  Record<string, never> extends RequestOf<E>
    ? [request?: () => RequestOf<E> | undefined]
    : [request: () => RequestOf<E> | undefined];

/**
 * A resource over an endpoint, to be made in a component's field. `request` is reactive; while it returns
 * undefined nothing is asked, and a request equal to the last one is not sent again. `value()` is undefined
 * while loading; check `hasValue()` or `error()` first.
 *
 *   protected readonly course = read(endpoints.readCourse, () => ({ params: { courseId: this.courseId() } }));
 */
export function read<E extends Endpoint>(
  endpoint: E,
  ...[request]: ReadArgs<E>
): ResourceRef<OutputOf<E> | undefined> {
  const api = inject(Api);
  const stable = computed(request ?? (() => ({}) as RequestOf<E>), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  return resource<OutputOf<E>, RequestOf<E> | undefined>({
    params: () => stable(),
    loader: ({ params, abortSignal }) => api.send(endpoint, params, { signal: abortSignal }),
  });
}

/** The last value of a resource, kept while the next is on its way: tables and pages do not blink. */
export function kept<T>(source: Resource<T | undefined>): Signal<T | undefined> {
  const kept = linkedSignal<T | undefined, T | undefined>({
    source: () => (source.hasValue() ? source.value() : undefined),
    computation: (now, before) => now ?? before?.value,
  });
  return kept.asReadonly();
}
