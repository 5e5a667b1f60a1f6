/** The room of the connection to PostgreSQL. */
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config';
import { MIGRATIONS } from './migrations';

export function dataSourceOptions(config: Pick<Config, 'databaseUrl' | 'databasePool'>) {
  return {
    type: 'postgres',
    url: config.databaseUrl,
    poolSize: config.databasePool,
    applicationName: 'tap-huan',
    // The schema is made by written migrations only.
    synchronize: false,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    parseInt8: true,
    extra: { max: config.databasePool },
  } satisfies DataSourceOptions;
}

/**
 * Brings the database up to date; several processes may call it at once, one does the work.
 * @returns names of the migrations that ran.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const source = new DataSource({ ...dataSourceOptions({ databaseUrl, databasePool: 2 }) });
  await source.initialize();
  try {
    const guard = source.createQueryRunner();
    await guard.query(`select pg_advisory_lock(7204116)`);
    try {
      const done = await source.runMigrations();
      return done.map((migration) => migration.name);
    } finally {
      await guard.query(`select pg_advisory_unlock(7204116)`);
      await guard.release();
    }
  } finally {
    await source.destroy();
  }
}
