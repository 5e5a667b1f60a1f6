/** The room of the banks that a quiz may take questions from: each is fetched once, when it is first looked at. */
import { computed, inject, Injectable, signal } from '@angular/core';
import { endpoints, type OutputOf, type QuestionRow } from '@tap-huan/contract';
import { Api, kept, read } from '@tap-huan/web/api';
import type { DrawBank } from './draws';

type Bank = OutputOf<typeof endpoints.readBank>;
/** A bank on the shelf. */
export type ShelfBank =
  | { state: 'loading' }
  | { state: 'failed'; error: unknown }
  | { state: 'here'; bank: Bank; questions: readonly QuestionRow[] };

/** Provided by the editor of one quiz, and handed to its dialogs. */
@Injectable()
export class BankShelf {
  private readonly api = inject(Api);
  readonly list = read(endpoints.listBanks);
  private readonly known = kept(this.list);
  /** Those that the author may use. */
  readonly banks = computed(() => this.known()?.items ?? []);
  private readonly opened = signal<ReadonlyMap<string, ShelfBank>>(new Map());

  /** Undefined where nobody has asked for it. */
  bank(bankId: string): ShelfBank | undefined {
    return this.opened().get(bankId);
  }

  /** What draws need of a bank; null while it is not here. */
  drawBank(bankId: string): DrawBank | null {
    const bank = this.opened().get(bankId);
    return bank?.state === 'here'
      ? { categories: bank.bank.categories, questions: bank.questions }
      : null;
  }

  /** Fetches a bank with its questions, unless that was done; `again` after a failure. */
  async open(bankId: string, again = false): Promise<void> {
    const state = this.opened().get(bankId)?.state;
    if (state !== undefined && !(again && state === 'failed')) return;
    this.put(bankId, { state: 'loading' });
    const params = { bankId };
    try {
      const [bank, questions] = await Promise.all([
        this.api.call(endpoints.readBank, { params }),
        this.api.call(endpoints.listQuestions, { params, query: {} }),
      ]);
      this.put(bankId, { state: 'here', bank, questions: questions.items });
    } catch (error) {
      this.put(bankId, { state: 'failed', error });
    }
  }

  private put(bankId: string, bank: ShelfBank): void {
    this.opened.update((opened) => new Map(opened).set(bankId, bank));
  }
}
