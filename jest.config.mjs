/** One Jest for the whole workspace: pure rules, the database, and the HTTP app, each a project of its own. */
import { readFileSync } from 'node:fs';
import { SWC } from './tools/build/swc.mjs';

const { compilerOptions } = JSON.parse(
  readFileSync(new URL('./tsconfig.base.json', import.meta.url), 'utf8'),
);
const moduleNameMapper = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([alias, [path]]) => [
    `^${alias}$`,
    `<rootDir>/${path.slice(2)}`,
  ]),
);

const shared = {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/tools'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json', 'node'],
  moduleNameMapper,
  transform: { '^.+\\.ts$': ['@swc/jest', { ...SWC, swcrc: false }] },
  setupFiles: ['reflect-metadata'],
};

const withDatabase = {
  ...shared,
  globalSetup: '<rootDir>/tools/test/database-setup.mjs',
  globalTeardown: '<rootDir>/tools/test/database-teardown.mjs',
};

export default {
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.(db|http)\\.spec\\.ts$', '/web-e2e/'],
    },
    { ...withDatabase, displayName: 'database', testMatch: ['<rootDir>/**/*.db.spec.ts'] },
    { ...withDatabase, displayName: 'http', testMatch: ['<rootDir>/**/*.http.spec.ts'] },
  ],
};
