/** The room where the domains are put together into one server. */
export { AppModule, DOMAINS } from './app.module';
export { type Schedule, schedulesOf } from './schedules';
export { warmUp } from './warm-up';
export { ensureAdministrator } from './first-administrator';
