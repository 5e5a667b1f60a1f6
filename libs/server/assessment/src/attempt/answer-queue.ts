/**
 * The room of the group commit: answers that come at the same time share a statement and a commit. Nobody waits for a
 * clock: the first goes at once, and what comes while two batches are under way is the next batch.
 */
import { Injectable } from '@nestjs/common';
import { Failure, found, Sql } from '@tap-huan/server/platform';
import {
  outcomesOf,
  type RequestToSave,
  SAVE_BATCH,
  SAVE_ONE,
  type SavedRow,
  type SaveOutcome,
  saveParameters,
} from './save-statement';

interface Waiting {
  request: RequestToSave;
  resolve: (outcome: SaveOutcome) => void;
  reject: (error: unknown) => void;
}

/** Batches under way at the same time: one is written while the other is being committed. */
const BATCHES = 2;
/** Answers in a batch; a single request may bring more. */
const ANSWERS = 500;
/** Requests that wait for a submission at the same time, each on a connection of its own. */
const SINGLES = 4;
/** Requests that may wait; beyond, the page is told to come again rather than to wait for ever. */
const MOST_WAITING = 20_000;

@Injectable()
export class AnswerQueue {
  private waiting: Waiting[] = [];
  private singles: Waiting[] = [];
  private batchesUnderWay = 0;
  private singlesUnderWay = 0;
  /** Attempts in a batch under way: a second request of theirs waits, so that no batch holds a row twice. */
  private readonly busy = new Set<string>();
  private scheduled = false;

  constructor(private readonly sql: Sql) {}

  /** Resolves when the request's answers are on disk, or refused. @throws Failure `not_found` for nobody's attempt */
  save(request: RequestToSave): Promise<SaveOutcome> {
    if (this.waiting.length >= MOST_WAITING) throw new Failure('too_many_requests');
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject });
      this.schedule();
    });
  }

  /** After the requests that have arrived together: they are one batch. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.begin();
    });
  }

  private begin(): void {
    while (this.batchesUnderWay < BATCHES) {
      const batch = this.nextBatch();
      if (batch.length === 0) return;
      this.batchesUnderWay += 1;
      void this.run(batch).finally(() => {
        this.batchesUnderWay -= 1;
        for (const { request } of batch) this.busy.delete(request.attemptId);
        this.begin();
      });
    }
  }

  private nextBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    let answers = 0;
    for (const one of this.waiting) {
      const { attemptId, answers: given } = one.request;
      const isFull = batch.length > 0 && answers + given.length > ANSWERS;
      if (isFull || this.busy.has(attemptId)) {
        later.push(one);
        continue;
      }
      this.busy.add(attemptId);
      batch.push(one);
      answers += given.length;
    }
    this.waiting = later;
    return batch;
  }

  private async run(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.write(SAVE_BATCH, batch);
      batch.forEach((one, n) => {
        const outcome = outcomes.get(n);
        if (outcome) one.resolve(outcome);
        else this.alone(one);
      });
    } catch (error) {
      if (batch.length === 1 || !isOfOneRequest(error)) {
        for (const { reject } of batch) reject(error);
        return;
      }
      // One of them cannot be kept; it fails alone.
      const half = Math.ceil(batch.length / 2);
      await this.run(batch.slice(0, half));
      await this.run(batch.slice(half));
    }
  }

  private async write(
    { name, text }: typeof SAVE_BATCH,
    batch: readonly Waiting[],
  ): Promise<Map<number, SaveOutcome>> {
    const parameters = saveParameters(batch.map(({ request }) => request));
    return outcomesOf(await this.sql.prepared<SavedRow>(name, text, parameters));
  }

  /** A request whose attempt was locked, or is nobody's. */
  private alone(one: Waiting): void {
    this.singles.push(one);
    this.beginSingles();
  }

  private beginSingles(): void {
    while (this.singlesUnderWay < SINGLES) {
      const one = this.singles.shift();
      if (!one) return;
      this.singlesUnderWay += 1;
      void this.write(SAVE_ONE, [one])
        .then((outcomes) => one.resolve(found(outcomes.get(0))))
        .catch(one.reject)
        .finally(() => {
          this.singlesUnderWay -= 1;
          this.beginSingles();
        });
    }
  }
}

/** Classes of SQLSTATE that tell of the database, not of a row: connection, resources, shutdown. */
const NOT_OF_A_ROW = ['08', '53', '57', '58'];

const isOfOneRequest = (error: unknown): boolean => {
  const code = (error as { code?: unknown } | null)?.code;
  return (
    typeof code === 'string' &&
    /^[0-9A-Z]{5}$/.test(code) &&
    !NOT_OF_A_ROW.includes(code.slice(0, 2))
  );
};
