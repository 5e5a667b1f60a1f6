/** The room of what the outbox works with: answers, where they are kept, how they are sent, and what it tells. */
import type { AnswerResponse, GivenAnswer } from '@tap-huan/contract';

/** What an officer has given to one question. */
export interface Given {
  response: AnswerResponse | null;
  flagged: boolean;
  /** 1 to 3 where the quiz asks for it. */
  certainty: number | null;
}

/** An answer as it is kept and sent; of two for one slot the one with the higher `seq` is the newer. */
export interface Answer extends Given {
  slot: number;
  seq: number;
  /** ISO instant of the change by the server's clock, as this page knows it. */
  typedAt: string;
  /** Spent on the question so far. */
  seconds: number;
}

/** Where answers are kept on this device. A call made later takes effect later. */
export interface AnswerStore {
  read(attemptId: string): Promise<Answer[]>;
  keep(attemptId: string, answer: Answer): Promise<void>;
  /** Forgets these answers; a newer one of the same slot stays. */
  forget(attemptId: string, answers: readonly Answer[]): Promise<void>;
  clear(attemptId: string): Promise<void>;
}

export type SendOutcome =
  /** `tooLate`: slots that were typed after their time; the others are saved. */
  | { kind: 'saved'; savedAt: string; tooLate: readonly number[] }
  /** No network, or a server that cannot just now: to be tried again. */
  | { kind: 'unreachable' }
  /** Another page writes this attempt now. */
  | { kind: 'taken_over' }
  /** Submitted, or its time and its grace are over. */
  | { kind: 'closed' }
  /** Answers that the server will never take; no slots where it did not say which. */
  | { kind: 'refused'; slots: readonly number[] };

export interface AnswerSender {
  /** `leaving`: the request must outlive the page, and nobody is there to be asked anything. */
  send(answers: readonly Answer[], leaving: boolean): Promise<SendOutcome>;
}

export interface OutboxClock {
  /** Milliseconds since 1970 by the server's clock. */
  now(): number;
  /** Runs once after so many milliseconds; the reply cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

export interface OutboxState {
  status: 'idle' | 'pending' | 'saving' | 'waiting' | 'taken_over' | 'closed';
  /** Slots whose newest answer the server has not acknowledged. */
  unsent: readonly number[];
  /** ISO instant of the last acknowledgement; null before the first. */
  savedAt: string | null;
  /** Slots whose answer the server would not take; answering again may help. */
  refused: readonly number[];
  /** Slots whose last change came after their time; what was saved before stands. */
  tooLate: readonly number[];
  /** Whether this device keeps what is unsent. */
  kept: boolean;
}

export const NOTHING_SENT: OutboxState = {
  status: 'idle',
  unsent: [],
  savedAt: null,
  refused: [],
  tooLate: [],
  kept: true,
};

export interface OutboxOptions {
  attemptId: string;
  /** Milliseconds since 1970; answers are numbered from here. */
  startedAt: number;
  store: AnswerStore;
  sender: AnswerSender;
  clock: OutboxClock;
  changed: (state: OutboxState) => void;
  /** 0 to 1: spreads the tries of many devices whose network comes back together. */
  chance?: () => number;
}

/** Changes within this time (ms) go together. */
export const PAUSE = 400;
/** Someone who never stops typing is saved this often all the same. */
export const LONGEST_PAUSE = 2_000;
export const FIRST_RETRY = 1_000;
export const LONGEST_RETRY = 30_000;
/** The same once the clock runs out. */
export const LONGEST_HURRIED_RETRY = 4_000;

/** As the contract wants it. */
export const asGiven = ({
  slot,
  response,
  flagged,
  certainty,
  seq,
  typedAt,
  seconds,
}: Answer): GivenAnswer => ({ slot, response, flagged, certainty, seq, typedAt, seconds });
