/** The room of a person at a browser, without a browser: calls endpoints, keeps the cookie. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Endpoint, OutputOf, Problem, RequestOf } from '@tap-huan/contract';

interface Parts {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

export interface Answer<T> {
  status: number;
  body: T;
  problem: Problem | null;
  headers: Record<string, unknown>;
  bytes: Buffer;
}

export class Browser {
  /** @param cookie of somebody who has signed in already */
  constructor(
    private readonly app: NestFastifyApplication,
    private cookie: string | null = null,
  ) {}

  /** Calls an endpoint and answers whatever came back. */
  async try<E extends Endpoint>(endpoint: E, request: RequestOf<E>): Promise<Answer<OutputOf<E>>> {
    const { params = {}, query = {}, body } = request as Parts;
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    );
    const search = new URLSearchParams(
      Object.entries(query)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]): [string, string] => [name, String(value)]),
    ).toString();
    const reply = await this.app.inject({
      method: endpoint.method,
      url: search ? `${path}?${search}` : path,
      headers: {
        'x-requested-with': 'tap-huan',
        ...(this.cookie ? { cookie: this.cookie } : {}),
      },
      ...(body === undefined ? {} : { payload: body as Record<string, unknown> }),
    });
    const set = reply.headers['set-cookie'];
    const first = Array.isArray(set) ? set[0] : set;
    if (first) this.cookie = first.split(';')[0] ?? null;
    const json = String(reply.headers['content-type'] ?? '').includes('json');
    const parsed: unknown = json && reply.body ? JSON.parse(reply.body) : null;
    return {
      status: reply.statusCode,
      body: parsed as OutputOf<E>,
      problem: reply.statusCode >= 400 ? (parsed as Problem) : null,
      headers: reply.headers,
      bytes: reply.rawPayload,
    };
  }

  /** Sends one file to an endpoint that takes one, and answers whatever came back. */
  async upload<E extends Endpoint>(
    { path }: E,
    file: { name: string; bytes: Buffer },
  ): Promise<Answer<OutputOf<E>>> {
    const boundary = 'tap-huan-boundary';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    const reply = await this.app.inject({
      method: 'POST',
      url: path,
      headers: {
        'x-requested-with': 'tap-huan',
        'content-type': `multipart/form-data; boundary=${boundary}`,
        ...(this.cookie ? { cookie: this.cookie } : {}),
      },
      payload: Buffer.concat([
        Buffer.from(head),
        file.bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
    });
    const parsed: unknown = reply.body ? JSON.parse(reply.body) : null;
    return {
      status: reply.statusCode,
      body: parsed as OutputOf<E>,
      problem: reply.statusCode >= 400 ? (parsed as Problem) : null,
      headers: reply.headers,
      bytes: reply.rawPayload,
    };
  }

  /** Calls an endpoint and answers its body. @throws Error where it fails. */
  async call<E extends Endpoint>(endpoint: E, request: RequestOf<E>): Promise<OutputOf<E>> {
    const answer = await this.try(endpoint, request);
    if (answer.status >= 400) {
      throw new Error(
        `${endpoint.method} ${endpoint.path}: ${answer.status} ${JSON.stringify(answer.problem)}`,
      );
    }
    return answer.body;
  }
}
