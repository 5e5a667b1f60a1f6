/** Entities and migrations say the same of the tables. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { World } from './testing/world';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.test.close());

it('agrees in columns and indexes; foreign keys and checks are said in the migration only', async () => {
  const { upQueries } = await world.test.get(DataSource).driver.createSchemaBuilder().log();
  const differences = upQueries
    .map(({ query }) => query)
    .filter((query) => query.includes('"assessment"'))
    // The number of a transaction: PostgreSQL fills it in, and TypeORM does not know its type.
    .filter((query) => !/"result_changed"|DROP COLUMN "changed"/.test(query))
    .filter((query) => !/DROP CONSTRAINT "\w+_(?:fkey|check\d*)"$/.test(query));
  expect(differences).toEqual([]);
});
