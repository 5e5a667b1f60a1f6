/** The room of who somebody is: accounts, sessions, grants. */
export {
  AccountBatches,
  NEVER_USED,
  type UnopenedAccount,
} from './account/account-batches.service';
export { type AccountChange, Accounts, type NewAccount } from './account/accounts.service';
export { nameOrder, searchPattern, searchText } from './account/name-order';
export { IdentityModule } from './identity.module';
export { SESSION_IDLE, SESSION_LIFETIME } from './session/sessions.service';
