/** The room where the domains are put together into one server. */
export { AppModule, DOMAINS } from './app.module';
export { ensureAdministrator } from './first-administrator';
