/** The room where the names of nested categories in a file meet the categories of a bank. */
import { randomUUID } from 'node:crypto';
import type { Tx } from '@tap-huan/server/platform';
import { Category } from '../bank/bank.entity';

const keyOf = (parentId: string | null, name: string): string => `${parentId ?? ''}/${name}`;

/** Categories of one bank, whose tree the caller has locked. */
export class CategoryPaths {
  private readonly made: Category[] = [];

  private constructor(
    private readonly bankId: string,
    private readonly byName: Map<string, string>,
  ) {}

  static async of(tx: Tx, bankId: string): Promise<CategoryPaths> {
    const rows = await tx.rows<Pick<Category, 'id' | 'parentId' | 'name'>>(
      `select id, parent_id as "parentId", name from assessment.category where bank_id = $1`,
      [bankId],
    );
    const byName = new Map(rows.map(({ id, parentId, name }) => [keyOf(parentId, name), id]));
    return new CategoryPaths(bankId, byName);
  }

  /** The category at the end of a path below `rootId`; made, with all above it, where there is none. */
  at(path: readonly string[], rootId: string | null): string | null {
    let id = rootId;
    for (const name of path) id = this.below(id, name);
    return id;
  }

  /** Writes the new ones, parents first. */
  async save(tx: Tx): Promise<void> {
    if (this.made.length > 0) await tx.manager.insert(Category, this.made);
  }

  private below(parentId: string | null, name: string): string {
    const key = keyOf(parentId, name);
    const known = this.byName.get(key);
    if (known !== undefined) return known;
    const id = randomUUID();
    this.byName.set(key, id);
    this.made.push({ id, bankId: this.bankId, parentId, name });
    return id;
  }
}
