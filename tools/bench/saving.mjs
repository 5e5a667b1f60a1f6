/** The room where saves are measured: over HTTP as fast as it goes, at a given pace, and beside a bare loop of upserts. */
import { readFileSync, readdirSync } from 'node:fs';
import pg from 'pg';
import { answer } from './exam-course.mjs';

/** Candidates of the measure, each with an open attempt. */
export class Savers {
  /** @param {{ wire: import('./wire.mjs').Wire, attemptId: string, clientId: string, slots: object[], seq: number }[]} people */
  constructor(people) {
    this.people = people;
  }

  /** The next answer of a candidate, as the body of a save. */
  #next(person) {
    person.seq += 1;
    const { slot, question } = person.slots[person.seq % person.slots.length];
    const given = {
      slot,
      response: answer(question, person.seq),
      flagged: false,
      seq: person.seq,
      seconds: person.seq % 600,
    };
    return JSON.stringify({ clientId: person.clientId, answers: [given] });
  }

  async #save(person) {
    const path = `/api/attempts/${person.attemptId}/answers`;
    const { status, text } = await person.wire.call('PUT', path, this.#next(person));
    if (status !== 200) throw new Error(`save: ${status} ${text.slice(0, 200)}`);
  }

  /** Everybody saves again as soon as the last save is acknowledged. */
  async flatOut(seconds) {
    const times = [];
    const begun = performance.now();
    const until = begun + seconds * 1000;
    await Promise.all(
      this.people.map(async (person) => {
        while (performance.now() < until) {
          const sent = performance.now();
          await this.#save(person);
          times.push(performance.now() - sent);
        }
      }),
    );
    return { perSecond: times.length / ((performance.now() - begun) / 1000), times };
  }

  /** Everybody saves at an even pace; a save counts from when it was due, also where the one before was late. */
  async paced(perSecond, seconds) {
    const times = [];
    const pause = (this.people.length / perSecond) * 1000;
    const begun = performance.now() + 50;
    await Promise.all(
      this.people.map(async (person, place) => {
        const first = begun + (place / this.people.length) * pause;
        for (let due = first; due < begun + seconds * 1000; due += pause) {
          const wait = due - performance.now();
          if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
          await this.#save(person);
          times.push(performance.now() - due);
        }
      }),
    );
    return times;
  }
}

/**
 * Single-row upserts with commit, one after the other on each of ten connections: named statement, the columns and keys of
 * an answer, nobody asked who it is and whether it may be.
 */
export class BareLoop {
  static async open(databaseUrl, people) {
    const clients = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const client = new pg.Client({ connectionString: databaseUrl });
        await client.connect();
        return client;
      }),
    );
    await clients[0].query(
      `create schema bench;
       create table bench.answer (like assessment.answer including all) with (fillfactor = 70)`,
    );
    return new BareLoop(clients, people);
  }

  #seq = 0;

  constructor(clients, people) {
    this.clients = clients;
    this.people = people;
  }

  async run(seconds) {
    let saved = 0;
    const begun = performance.now();
    const until = begun + seconds * 1000;
    await Promise.all(
      this.clients.map(async (client, place) => {
        for (let n = place; performance.now() < until; n += this.clients.length) {
          const { attemptId, slots } = this.people[n % this.people.length];
          this.#seq += 1;
          const { slot, question } = slots[this.#seq % slots.length];
          const response = JSON.stringify(answer(question, this.#seq));
          await client.query({
            name: 'upsert',
            text: UPSERT,
            values: [attemptId, slot, response, this.#seq],
          });
          saved += 1;
        }
      }),
    );
    return saved / ((performance.now() - begun) / 1000);
  }

  close() {
    return Promise.all(this.clients.map((client) => client.end()));
  }
}

const UPSERT = `insert into bench.answer as a (attempt_id, slot, response, flagged, seq, typed_at, saved_at)
  values ($1, $2, $3, false, $4, now(), now())
  on conflict (attempt_id, slot) do update set response = excluded.response, flagged = excluded.flagged,
    seq = excluded.seq, typed_at = excluded.typed_at, saved_at = excluded.saved_at
  where a.seq < excluded.seq`;

/** Milliseconds of processor that a process and those it started have used; null where the system does not tell. */
export function processorTime(pids) {
  try {
    const wanted = new Set(pids);
    let ticks = 0;
    for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
      let text;
      try {
        text = readFileSync(`/proc/${name}/stat`, 'utf8');
      } catch {
        // It has ended since.
        continue;
      }
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      if (wanted.has(Number(name)) || wanted.has(Number(fields[1]))) {
        ticks += Number(fields[11]) + Number(fields[12]);
      }
    }
    return ticks * 10;
  } catch {
    return null;
  }
}

/** The value below which `share` of the times lie. */
export function percentile(times, share) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
