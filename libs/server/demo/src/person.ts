/** The room of an invented person at a browser: signs in and calls the endpoints, through the whole server. */
import { endpoints, type Endpoint, type OutputOf, type RequestOf } from '@tap-huan/contract';
import { DEMO_PASSWORD } from '@tap-huan/server/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

interface Parts {
  params?: Record<string, string | number>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** A file on its way in. */
export interface SentFile {
  name: string;
  mimeType: string;
  bytes: Buffer;
}

const BOUNDARY = 'tap-huan-demo-file';

export class DemoPerson {
  private cookie = '';

  constructor(
    private readonly app: NestFastifyApplication,
    readonly username: string,
    /** Where the person sits, as the server sees it. */
    private address: string,
  ) {}

  /** A session lasts for days: whoever comes back later signs in again. */
  async signIn(): Promise<this> {
    const body = { username: this.username, password: DEMO_PASSWORD };
    await this.call(endpoints.signIn, { body });
    return this;
  }

  /** The same browser on another network. */
  moveTo(address: string): void {
    this.address = address;
  }

  /** Calls an endpoint and answers its body. @throws Error where it fails */
  async call<E extends Endpoint>(endpoint: E, request: RequestOf<E>): Promise<OutputOf<E>> {
    const { query = {}, body } = request as Parts;
    const search = new URLSearchParams(
      Object.entries(query)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]): [string, string] => [name, String(value)]),
    ).toString();
    const path = pathOf(endpoint, request as Parts);
    return this.send(
      endpoint,
      search ? `${path}?${search}` : path,
      body as Record<string, unknown>,
    );
  }

  /** Sends a file to an endpoint that takes one. @throws Error where it is refused */
  async upload<E extends Endpoint>(
    endpoint: E,
    { name, mimeType, bytes }: SentFile,
    params: Parts['params'] = {},
  ): Promise<OutputOf<E>> {
    const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${mimeType}\r\n\r\n`;
    const payload = Buffer.concat([
      Buffer.from(head),
      bytes,
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]);
    return this.send(endpoint, pathOf(endpoint, { params }), payload, {
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    });
  }

  private async send<E extends Endpoint>(
    { method, path }: E,
    url: string,
    payload?: Buffer | Record<string, unknown>,
    headers: Record<string, string> = {},
  ): Promise<OutputOf<E>> {
    const reply = await this.app.inject({
      method,
      url,
      remoteAddress: this.address,
      headers: { ...headers, 'x-requested-with': 'tap-huan', cookie: this.cookie },
      ...(payload === undefined ? {} : { payload }),
    });
    if (reply.statusCode >= 400) {
      throw new Error(
        `${this.username}: ${method} ${path}: ${reply.statusCode} ${reply.body.slice(0, 600)}`,
      );
    }
    const [set] = [reply.headers['set-cookie'] ?? []].flat();
    if (set) this.cookie = set.split(';')[0] ?? '';
    return reply.json() as OutputOf<E>;
  }
}

const pathOf = ({ path }: Endpoint, { params = {} }: Parts): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
