/** The room where the categories of a bank grow, move and go. */
import { Injectable } from '@nestjs/common';
import type { InputOf, questionBankEndpoints } from '@tap-huan/contract';
import { type Actor, Failure, found, type Tx, Writer } from '@tap-huan/server/platform';
import { authorUnits, bankEditable } from '../scope';
import { Category } from './bank.entity';

@Injectable()
export class CategoryService {
  constructor(private readonly writer: Writer) {}

  /** Makes a category under an id of the client's, renames it, or moves it. Doing it twice changes nothing. */
  save(
    actor: Actor,
    { bankId, categoryId }: { bankId: string; categoryId: string },
    { name, parentId }: InputOf<typeof questionBankEndpoints.saveCategory>['body'],
  ): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      await lockTree(tx, actor, bankId);
      const known = await tx.maybe<Pick<Category, 'bankId' | 'parentId' | 'name'>>(
        `select bank_id as "bankId", parent_id as "parentId", name from assessment.category where id = $1`,
        [categoryId],
      );
      found(known === null || known.bankId === bankId || null);
      if (parentId !== null) await refuseLoop(tx, { bankId, categoryId, parentId });
      if (known?.name === name && known.parentId === parentId) return { ok: true };
      const taken = await tx.maybe(
        `select 1 from assessment.category
         where bank_id = $1 and parent_id is not distinct from $2 and name = $3 and id <> $4`,
        [bankId, parentId, name, categoryId],
      );
      if (taken) throw new Failure('category_name_taken');
      const saved = await tx.rows(
        `insert into assessment.category as c (id, bank_id, parent_id, name) values ($1, $2, $3, $4)
         on conflict (id) do update set parent_id = excluded.parent_id, name = excluded.name
           where c.bank_id = excluded.bank_id
         returning 1`,
        [categoryId, bankId, parentId, name],
      );
      found(saved[0]);
      await tx.audit('category.save', { kind: 'category', id: categoryId }, { name, parentId });
      return { ok: true };
    });
  }

  /**
   * Removes a category from which no draft draws. Its questions and categories move to its parent; a category whose name
   * is taken there gets a number behind it.
   */
  remove(
    actor: Actor,
    { bankId, categoryId }: { bankId: string; categoryId: string },
  ): Promise<{ ok: true }> {
    return this.writer.write(actor, async (tx) => {
      await lockTree(tx, actor, bankId);
      // Locked, so that no draft begins to draw from it, and no question comes into it, before it is gone.
      const { parentId, name } = found(
        await tx.maybe<Pick<Category, 'parentId' | 'name'>>(
          `select parent_id as "parentId", name from assessment.category
           where id = $1 and bank_id = $2 for update`,
          [categoryId, bankId],
        ),
      );
      const drawing = await tx.maybe(
        `select 1 from assessment.quiz
           cross join jsonb_path_query(sections, '$[*].slots[*].categoryId') as drawn (id)
         where (drawn.id #>> '{}')::uuid = $1
         limit 1`,
        [categoryId],
      );
      if (drawing) throw new Failure('category_in_use');
      await tx.rows(`update assessment.question set category_id = $2 where category_id = $1`, [
        categoryId,
        parentId,
      ]);
      // Its own name is free for a child that bears it too.
      await tx.rows(`update assessment.category set name = id::text where id = $1`, [categoryId]);
      await liftChildren(tx, { bankId, categoryId, parentId });
      await tx.rows(`delete from assessment.category where id = $1`, [categoryId]);
      await tx.audit('category.remove', { kind: 'category', id: categoryId }, { name, parentId });
      return { ok: true };
    });
  }
}

/** One change of a bank's tree at a time; questions may be written meanwhile. @throws Failure `not_found` */
async function lockTree(tx: Tx, actor: Actor, bankId: string): Promise<void> {
  found(
    await tx.maybe(
      `select 1 from assessment.bank b where b.id = $1 and ${bankEditable(2)} for no key update of b`,
      [bankId, authorUnits(actor)],
    ),
  );
}

/** @throws Failure `not_found` for a parent of another bank, `category_would_contain_itself` */
async function refuseLoop(
  tx: Tx,
  { bankId, categoryId, parentId }: { bankId: string; categoryId: string; parentId: string },
): Promise<void> {
  if (parentId === categoryId) throw new Failure('category_would_contain_itself');
  const above = await tx.rows<{ id: string }>(
    `with recursive above as (
       select id, parent_id from assessment.category where id = $1 and bank_id = $2
       union
       select c.id, c.parent_id from assessment.category c join above on c.id = above.parent_id
     )
     select id from above`,
    [parentId, bankId],
  );
  found(above[0]);
  if (above.some(({ id }) => id === categoryId)) throw new Failure('category_would_contain_itself');
}

async function liftChildren(
  tx: Tx,
  { bankId, categoryId, parentId }: { bankId: string; categoryId: string; parentId: string | null },
): Promise<void> {
  const siblings = await tx.rows<{ id: string; parentId: string | null; name: string }>(
    `select id, parent_id as "parentId", name from assessment.category
     where bank_id = $1 and id <> $2 and (parent_id = $2 or parent_id is not distinct from $3)
     order by name, id`,
    [bankId, categoryId, parentId],
  );
  const lifted = siblings.filter((sibling) => sibling.parentId === categoryId);
  // Names among the lifted that need no number are kept for them first.
  const taken = new Set(siblings.map(({ name }) => name));
  const staying = new Set(
    siblings.filter((s) => s.parentId !== categoryId).map(({ name }) => name),
  );
  const names = lifted.map(({ name }) => (staying.has(name) ? numbered(name, taken) : name));
  await tx.rows(
    `update assessment.category c set parent_id = $1, name = given.name
     from unnest($2::uuid[], $3::text[]) as given (id, name) where c.id = given.id`,
    [parentId, lifted.map(({ id }) => id), names],
  );
}

/** The name with the first free number behind it, which then is taken. */
function numbered(name: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(`${name} (${number})`)) number += 1;
  const free = `${name} (${number})`;
  taken.add(free);
  return free;
}
