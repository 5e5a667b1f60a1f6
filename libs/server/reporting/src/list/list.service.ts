/** The room where lists are saved, and taken out with a line for everybody in them. */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  customListEndpoints as endpoints,
  type Language,
  listDefinition,
  type ListDefinition,
} from '@tap-huan/contract';
import { asciiFileName } from '@tap-huan/rules';
import {
  accountOf,
  type Actor,
  Failure,
  type FileToSend,
  found,
  type Tx,
  unitsFor,
  Writer,
} from '@tap-huan/server/platform';
import { madeFile } from '../document/made-file';
import { DisclosureBook } from '../privacy/disclosure-book.service';
import { unitInScope, unitMeetsScope } from '../scope';
import { listBook } from './list-book';
import { listQuery } from './list-query';
import { ListReader } from './list.reader';
import { SavedListEntity } from './saved-list.entity';

interface SavedInput {
  name: string;
  shared: boolean;
  unitId: string;
  definition: ListDefinition;
}

@Injectable()
export class ListService {
  constructor(
    private readonly reader: ListReader,
    private readonly writer: Writer,
    private readonly books: DisclosureBook,
  ) {}

  /** One page on the screen; a look at personal data like any other. @throws Failure `not_found`, `list_not_valid` */
  async run(
    actor: Actor,
    input: { definition: ListDefinition; page: number; pageSize: number },
  ): ReturnType<ListReader['page']> {
    const page = await this.reader.page(actor, input.definition, input);
    await this.books.note(
      actor,
      'viewed',
      'list',
      page.rows.map(({ officerId }) => officerId),
    );
    return page;
  }

  /** The whole list as a file. @throws Failure `not_found`, `list_not_valid` */
  async file(
    actor: Actor,
    input: { definition: string; name?: string | undefined; language: Language },
  ): Promise<FileToSend> {
    const definition = definitionOf(input.definition);
    const rows = await this.reader.all(actor, definition);
    await this.books.note(
      actor,
      'exported',
      'list',
      rows.map(({ officerId }) => officerId),
    );
    const madeOn = this.books.today();
    const name = input.name?.trim() || (input.language === 'vi' ? 'Danh sách' : 'List');
    const bytes = await listBook(definition, rows, { name, language: input.language, madeOn });
    return madeFile(
      `${asciiFileName(name)}_${madeOn}.xlsx`,
      endpoints.exportList.file ?? '',
      bytes,
    );
  }

  /** @throws Failure `not_found`, `list_not_valid` */
  async create(actor: Actor, input: SavedInput): Promise<string> {
    const id = randomUUID();
    await this.writer.write(actor, async (tx) => {
      await this.check(tx, actor, input);
      await tx.manager.insert(SavedListEntity, {
        ...input,
        id,
        ownerId: accountOf(actor),
        revision: 1,
        updatedAt: tx.now,
      });
      await tx.audit('list_saved', { kind: 'saved_list', id }, { shared: input.shared });
    });
    return id;
  }

  /** One's own only. @throws Failure `not_found`, `stale_revision`, `list_not_valid` */
  async update(
    actor: Actor,
    listId: string,
    { revision, ...input }: SavedInput & { revision: number },
  ): Promise<void> {
    await this.writer.write(actor, async (tx) => {
      const saved = await this.own(tx, listId);
      await this.check(tx, actor, input);
      if (saved.revision !== revision) throw new Failure('stale_revision');
      await tx.manager.update(SavedListEntity, listId, {
        ...input,
        revision: revision + 1,
        updatedAt: tx.now,
      });
      await tx.audit('list_saved', { kind: 'saved_list', id: listId }, { shared: input.shared });
    });
  }

  /** One's own only. @throws Failure `not_found` */
  async remove(actor: Actor, listId: string): Promise<void> {
    await this.writer.write(actor, async (tx) => {
      await this.own(tx, listId);
      await tx.manager.delete(SavedListEntity, listId);
      await tx.audit('list_removed', { kind: 'saved_list', id: listId });
    });
  }

  private async own(tx: Tx, id: string): Promise<SavedListEntity> {
    return found(
      await tx.manager.findOne(SavedListEntity, {
        where: { id, ownerId: accountOf(tx.actor) },
        lock: { mode: 'pessimistic_write' },
      }),
    );
  }

  private async check(tx: Tx, actor: Actor, { unitId, definition }: SavedInput): Promise<void> {
    await unitInScope(tx, actor, unitId);
    if (definition.unitId !== null) await unitMeetsScope(tx, actor, definition.unitId);
    listQuery(definition, unitsFor(actor, 'completion.read'), this.books.today());
  }
}

/** What came in the address. @throws Failure `list_not_valid` */
function definitionOf(json: string): ListDefinition {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Failure('list_not_valid');
  }
  const parsed = listDefinition.safeParse(value);
  if (!parsed.success) throw new Failure('list_not_valid');
  return parsed.data;
}
