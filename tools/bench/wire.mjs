/**
 * The room of the leanest HTTP client: one keep-alive connection a person, requests written as they stand on the wire. The
 * driver shares the machine with what it measures, so it must cost little.
 */
import { connect } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');

export class Wire {
  #socket = null;
  #received = Buffer.alloc(0);
  #settle = null;

  /** @param {{ origin: string, cookie: string }} options */
  constructor({ origin, cookie }) {
    const { hostname, port } = new URL(origin);
    this.host = hostname;
    this.port = Number(port);
    this.head = `host: ${hostname}:${port}\r\ncookie: ${cookie}\r\nx-requested-with: tap-huan\r\n`;
  }

  /** Sends a request and answers status and text; one at a time. Fails where the connection does. */
  call(method, path, body = '') {
    const type = body === '' ? '' : 'content-type: application/json\r\n';
    const text = `${method} ${path} HTTP/1.1\r\n${this.head}${type}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
      this.#open().write(text);
    });
  }

  /** Calls and answers the parsed body. @throws Error where the status is not of success */
  async json(method, path, body) {
    const reply = await this.call(method, path, body === undefined ? '' : JSON.stringify(body));
    if (reply.status >= 400)
      throw new Error(`${method} ${path} ${reply.status} ${reply.text.slice(0, 300)}`);
    return reply.text === '' ? null : JSON.parse(reply.text);
  }

  close() {
    this.#socket?.destroy();
    this.#socket = null;
  }

  #open() {
    if (this.#socket) return this.#socket;
    const socket = connect({ host: this.host, port: this.port, noDelay: true });
    socket.on('data', (chunk) => this.#receive(chunk));
    const fail = (error) => {
      if (this.#socket === socket) this.#socket = null;
      this.#received = Buffer.alloc(0);
      this.#end('reject', error ?? new Error('The connection was closed.'));
    };
    socket.on('error', fail);
    socket.on('close', () => fail());
    this.#socket = socket;
    return socket;
  }

  #receive(chunk) {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const head = this.#received.indexOf(END_OF_HEAD);
    if (head < 0) return;
    const text = this.#received.latin1Slice(0, head);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0);
    const end = head + END_OF_HEAD.length + length;
    if (this.#received.length < end) return;
    const body = this.#received.toString('utf8', head + END_OF_HEAD.length, end);
    this.#received = this.#received.subarray(end);
    this.#end('resolve', { status: Number(text.slice(9, 12)), text: body });
  }

  #end(how, value) {
    const settle = this.#settle;
    this.#settle = null;
    settle?.[how](value);
  }
}
