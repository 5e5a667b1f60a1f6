/** The room of files on their way: they go one after another, wait for the network, and outlive the question's component. */
import {
  computed,
  effect,
  Injectable,
  type OnDestroy,
  type Signal,
  signal,
  untracked,
} from '@angular/core';
import type { AnswerResponse, AttemptFile } from '@tap-huan/contract';
import { withFile } from './file-rules';

/** waiting: for its turn or for the network; refused: the server said no, and `error` why. */
export interface Upload {
  readonly id: number;
  readonly slot: number;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'refused';
  /** 0 to 1. */
  readonly progress: number;
  readonly error: unknown;
}

/** What the page lends. */
export interface UploadPort {
  /** Rejects as the API does; `isOffline` tells which failures only want patience. */
  upload(
    slot: number,
    file: File,
    progress: (ratio: number) => void,
    signal: AbortSignal,
  ): Promise<AttemptFile>;
  isOffline(error: unknown): boolean;
  /** The answer as it is kept now. */
  response(slot: number): AnswerResponse | null;
  answer(slot: number, response: AnswerResponse): void;
  online: Signal<boolean>;
}

/** After a failed network a file tries again by itself, even if nobody says that the network is back. */
const AGAIN_MS = 15_000;

/** Provided by the page of the attempt, which calls `connect` once. */
@Injectable()
export class AnswerUploads implements OnDestroy {
  private readonly list = signal<readonly Upload[]>([]);
  private readonly port = signal<UploadPort | null>(null);
  private running: { id: number; abort: AbortController } | null = null;
  private again: ReturnType<typeof setTimeout> | undefined;
  private last = 0;
  private idle: (() => void)[] = [];

  /** Everything that is not handed in. */
  readonly all = this.list.asReadonly();
  /** How many files are chosen but not handed in. */
  readonly unsent = computed(() => this.list().length);
  readonly unsentSlots = computed(() => [...new Set(this.list().map(({ slot }) => slot))]);
  readonly online = computed(() => this.port()?.online() ?? true);

  /** Once, in an injection context: from then on files go whenever there is a network. */
  connect(port: UploadPort): void {
    this.start(port);
    effect(() => {
      if (port.online()) untracked(() => this.resume());
    });
  }

  /** As `connect`, where somebody else says when there is a network. */
  start(port: UploadPort): void {
    this.port.set(port);
  }

  /** There is a network: whatever waits goes now. */
  resume(): void {
    this.next();
  }

  /** What is on its way is given up: nobody is there any more to name it in an answer. */
  ngOnDestroy(): void {
    clearTimeout(this.again);
    this.list.set([]);
    this.running?.abort.abort();
  }

  /** Takes chosen files; they are sent in this order. */
  take(slot: number, files: readonly File[]): void {
    const added = files.map((file): Upload => {
      this.last += 1;
      return { id: this.last, slot, file, state: 'waiting', progress: 0, error: null };
    });
    this.list.update((list) => [...list, ...added]);
    this.next();
  }

  /** Sends a refused or waiting one again. */
  retry(id: number): void {
    this.change(id, { state: 'waiting', progress: 0, error: null });
    this.next();
  }

  /** Gives up a file that is not handed in. */
  drop(id: number): void {
    this.list.update((list) => list.filter((upload) => upload.id !== id));
    if (this.running?.id === id) this.running.abort.abort();
  }

  /** Resolves once nothing is being sent: all is handed in, refused, or waits for the network. */
  settle(): Promise<void> {
    this.next();
    return this.running ? new Promise((resolve) => this.idle.push(resolve)) : Promise.resolve();
  }

  private next(): void {
    const upload = this.list().find(({ state }) => state === 'waiting');
    const port = this.port();
    if (this.running || !upload || !port) return;
    clearTimeout(this.again);
    void this.send(upload, port);
  }

  private async send({ id, slot, file }: Upload, port: UploadPort): Promise<void> {
    const abort = new AbortController();
    this.running = { id, abort };
    this.change(id, { state: 'sending', progress: 0 });
    let offline = false;
    try {
      const progress = (ratio: number) => this.change(id, { progress: ratio });
      const done = await port.upload(slot, file, progress, abort.signal);
      // Given up while it was on its way: nobody names it.
      if (!abort.signal.aborted) {
        this.list.update((list) => list.filter((upload) => upload.id !== id));
        port.answer(slot, withFile(port.response(slot), done));
      }
    } catch (error) {
      offline = port.isOffline(error);
      this.change(id, { state: offline ? 'waiting' : 'refused', progress: 0, error });
    }
    this.running = null;
    if (offline) this.again = setTimeout(() => this.next(), AGAIN_MS);
    else this.next();
    if (!this.running) this.idle.splice(0).forEach((resolve) => resolve());
  }

  private change(id: number, part: Partial<Upload>): void {
    this.list.update((list) =>
      list.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)),
    );
  }
}
