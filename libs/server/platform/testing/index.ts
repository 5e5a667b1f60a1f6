/** The room of test helpers on the server: a fresh database, a module on it, an HTTP client for it. */
export { testConfig, testDatabase, type TestDatabase } from './test-database';
export { type Answer, Browser } from './browser';
export { KnownPeople, KnownPeopleModule, type Person } from './known-people';
export { testModule, type TestModule } from './test-module';
