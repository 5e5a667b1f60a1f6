/** The room of a virtual person over HTTP: keep-alive connections, a cookie, timings by step. */
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

export class Person {
  cookie = null;

  constructor(origin, timings) {
    this.origin = origin;
    this.timings = timings;
  }

  /** Calls the API and answers the parsed body; the time goes to `step`. */
  call(step, method, path, body) {
    const begun = performance.now();
    const payload = body === undefined ? null : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const call = request(
        `${this.origin}${path}`,
        {
          method,
          agent,
          headers: {
            'x-requested-with': 'tap-huan',
            ...(this.cookie ? { cookie: this.cookie } : {}),
            ...(payload
              ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }
              : {}),
          },
        },
        (reply) => {
          const chunks = [];
          reply.on('data', (chunk) => chunks.push(chunk));
          reply.on('error', reject);
          reply.on('end', () => {
            this.timings?.add(step, performance.now() - begun);
            const set = reply.headers['set-cookie']?.[0];
            if (set) this.cookie = set.split(';')[0];
            const text = Buffer.concat(chunks).toString();
            if (reply.statusCode >= 400) {
              return reject(
                new Error(`${step}: ${method} ${path} ${reply.statusCode} ${text.slice(0, 200)}`),
              );
            }
            resolve(text ? JSON.parse(text) : null);
          });
        },
      );
      call.on('error', reject);
      call.end(payload);
    });
  }

  signIn(username, password) {
    return this.call('sign in', 'POST', '/api/session', { username, password });
  }
}

/** Milliseconds by step. */
export class Timings {
  steps = new Map();

  add(step, milliseconds) {
    if (!this.steps.has(step)) this.steps.set(step, []);
    this.steps.get(step).push(milliseconds);
  }

  get count() {
    return [...this.steps.values()].reduce((sum, list) => sum + list.length, 0);
  }

  /** The value below which `share` of the step's calls lie. */
  percentile(step, share) {
    const sorted = [...(this.steps.get(step) ?? [])].sort((a, b) => a - b);
    return sorted.length === 0
      ? 0
      : sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
  }

  print() {
    const row = (cells) =>
      console.log(
        cells
          .map((cell, i) => (i === 0 ? String(cell).padEnd(16) : String(cell).padStart(10)))
          .join(''),
      );
    row(['step', 'calls', 'p50 ms', 'p95 ms', 'p99 ms']);
    for (const [step, list] of this.steps) {
      row([
        step,
        list.length,
        ...[0.5, 0.95, 0.99].map((share) => this.percentile(step, share).toFixed(1)),
      ]);
    }
  }
}
