/** Entities and migration say the same of the tables of certification. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { DataSource } from 'typeorm';
import { CertificationModule } from './certification.module';

let test: TestModule;
beforeAll(async () => {
  test = await testModule(CertificationModule);
  await test.http();
});
afterAll(() => test.close());

it('agrees in columns and indexes; foreign keys and checks are said in the migration only', async () => {
  const { upQueries } = await test.get(DataSource).driver.createSchemaBuilder().log();
  const differences = upQueries
    .map(({ query }) => query)
    .filter((query) => query.includes('"certification"'))
    .filter((query) => !/DROP CONSTRAINT "\w+_(?:fkey|check\d*)"$/.test(query));
  expect(differences).toEqual([]);
});
