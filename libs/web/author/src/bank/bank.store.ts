/** The room of one bank in its author's hands: what is on screen, and every change to its categories. */
import { computed, inject, Injectable, signal } from '@angular/core';
import { type CategoryRow, endpoints } from '@tap-huan/contract';
import { Api, kept, Problems, read } from '@tap-huan/web/api';
import { Toasts } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { newUuid } from '../parts/new-uuid';

/** Provided by the page of a bank, for its tabs, and by the tab of a course. */
@Injectable()
export class BankStore {
  private readonly api = inject(Api);
  private readonly problems = inject(Problems);
  private readonly toasts = inject(Toasts);
  private readonly t = injectText();
  readonly bankId = signal<string | null>(null);
  readonly resource = read(endpoints.readBank, () => {
    const bankId = this.bankId();
    return bankId === null ? undefined : { params: { bankId } };
  });
  readonly bank = kept(this.resource);
  readonly categories = computed(() => this.bank()?.categories ?? []);
  readonly editable = computed(() => this.bank()?.right === 'edit');
  /** Counts up whenever questions may have changed their place. */
  readonly questionsChanged = signal(0);

  reload(): void {
    this.resource.reload();
  }

  add(name: string, parentId: string | null): Promise<boolean> {
    const row = { id: newUuid(), parentId, name, questions: 0 };
    return this.change([...this.categories(), row], () => this.save(row));
  }

  rename(id: string, name: string): Promise<boolean> {
    return this.put(id, { name });
  }

  /** Puts a category under another one, or at the top; can be undone. */
  async move(id: string, parentId: string | null): Promise<boolean> {
    const before = this.categories().find((row) => row.id === id);
    const done = before !== undefined && (await this.put(id, { parentId }));
    if (done)
      this.toasts.undoable(this.t('categories.moved', { name: before.name }), () => {
        void this.put(id, { parentId: before.parentId });
      });
    return done;
  }

  /** What is in it goes to its parent; undo brings the category back with everything that was in it. */
  async remove(id: string): Promise<boolean> {
    const rows = this.categories();
    const gone = rows.find((row) => row.id === id);
    if (!gone) return false;
    const children = rows.filter((row) => row.parentId === id);
    const params = { bankId: this.bankId() ?? '', categoryId: id };
    let questionIds: string[] = [];
    const left = rows
      .filter((row) => row.id !== id)
      .map((row) => (row.parentId === id ? { ...row, parentId: gone.parentId } : row));
    const done = await this.change(left, async () => {
      questionIds = await this.questionsIn(id);
      await this.api.call(endpoints.removeCategory, { params });
    });
    if (!done) return false;
    this.questionsChanged.update((count) => count + 1);
    this.toasts.undoable(this.t('categories.removed', { name: gone.name }), () => {
      void this.bringBack(gone, children, questionIds);
    });
    return true;
  }

  private async bringBack(
    gone: CategoryRow,
    children: readonly CategoryRow[],
    questionIds: string[],
  ): Promise<void> {
    await this.change([...this.categories(), gone], async () => {
      await this.save(gone);
      for (const child of children) await this.save(child);
      if (questionIds.length === 0) return;
      await this.api.call(endpoints.editQuestions, {
        params: { bankId: this.bankId() ?? '' },
        body: { questionIds, categoryId: gone.id },
      });
    });
    this.questionsChanged.update((count) => count + 1);
  }

  /** Questions directly in a category, the retired ones too. */
  private async questionsIn(categoryId: string): Promise<string[]> {
    const params = { bankId: this.bankId() ?? '' };
    const lists = await Promise.all(
      [{ categoryId }, { categoryId, status: 'retired' as const }].map((query) =>
        this.api.call(endpoints.listQuestions, { params, query }),
      ),
    );
    return lists
      .flatMap(({ items }) => items)
      .filter((row) => row.categoryId === categoryId)
      .map(({ id }) => id);
  }

  private put(id: string, part: Partial<Pick<CategoryRow, 'name' | 'parentId'>>): Promise<boolean> {
    const rows = this.categories().map((row) => (row.id === id ? { ...row, ...part } : row));
    const row = rows.find((one) => one.id === id);
    return row ? this.change(rows, () => this.save(row)) : Promise.resolve(false);
  }

  private save({ id, name, parentId }: CategoryRow): Promise<unknown> {
    const params = { bankId: this.bankId() ?? '', categoryId: id };
    return this.api.call(endpoints.saveCategory, { params, body: { name, parentId } });
  }

  /** Shows the categories as they will be, sends the change, and reads what the server holds. */
  private async change(categories: CategoryRow[], work: () => Promise<unknown>): Promise<boolean> {
    const bank = this.bank();
    if (!bank) return false;
    this.resource.set({ ...bank, categories });
    try {
      await work();
      return true;
    } catch (error) {
      this.resource.set(bank);
      this.toasts.fail(this.problems.message(error));
      return false;
    } finally {
      this.resource.reload();
    }
  }
}
