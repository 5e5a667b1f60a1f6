/** The room of a person who works through the API: sets the scene before a journey and looks behind it afterwards. */
import { readFile } from 'node:fs/promises';
import { type APIRequestContext, type APIResponse, request } from '@playwright/test';
import { type Endpoint, endpoints, type OutputOf, type RequestOf } from '@tap-huan/contract';

export const PASSWORD = 'TapHuan@2026';
/** Of every account that a journey makes itself. */
export const OWN_PASSWORD = 'Mot cau de nho 2026';

type Parts = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown };

export const baseUrl = (): string => {
  const url = process.env['BASE_URL'];
  if (!url) throw new Error('BASE_URL is missing: the product was not started.');
  return url;
};

export class Person {
  private constructor(
    readonly username: string,
    private readonly http: APIRequestContext,
  ) {}

  static async signIn(username: string, password = PASSWORD): Promise<Person> {
    const http = await request.newContext({
      baseURL: baseUrl(),
      extraHTTPHeaders: { 'x-requested-with': 'tap-huan' },
    });
    const person = new Person(username, http);
    await person.call(endpoints.signIn, { body: { username, password } });
    return person;
  }

  async call<E extends Endpoint>(endpoint: E, sent: RequestOf<E>): Promise<OutputOf<E>> {
    const { params = {}, query = {}, body } = sent as Parts;
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    );
    const search = new URLSearchParams(
      Object.entries(query).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, String(value)]],
      ),
    );
    const url = search.size > 0 ? `${path}?${search}` : path;
    const response = await this.http.fetch(url, { method: endpoint.method, data: body });
    return (await replyOf(`${endpoint.method} ${url}`, response)) as OutputOf<E>;
  }

  async upload(path: string, mimeType: string): Promise<OutputOf<typeof endpoints.uploadMedia>> {
    const file = { name: path.split('/').at(-1) ?? 'tep', mimeType, buffer: await readFile(path) };
    const response = await this.http.post(endpoints.uploadMedia.path, { multipart: { file } });
    return (await replyOf('upload', response)) as OutputOf<typeof endpoints.uploadMedia>;
  }

  leave(): Promise<void> {
    return this.http.dispose();
  }
}

async function replyOf(what: string, response: APIResponse): Promise<unknown> {
  if (!response.ok()) throw new Error(`${what}: ${response.status()} ${await response.text()}`);
  return response.json();
}

/** Waits for something that follows later: the queue works behind the pages. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
