/** The room of sign-in, sessions and accounts. */
import { z } from 'zod';
import { id, instant, language, ok, pageOf, pageQuery, params, text } from './common';
import { endpoint } from './endpoint';
import { PERMISSIONS, ROLES } from './permissions';
import { ROUTES } from './routes';

export const grant = z.object({ role: z.enum(ROLES), unitId: id });
export type Grant = z.output<typeof grant>;

export const sessionView = z.object({
  accountId: id,
  username: z.string(),
  fullName: z.string(),
  language,
  grants: z.array(grant),
  permissions: z.array(z.enum(PERMISSIONS)),
  mustChangePassword: z.boolean(),
});
export type SessionView = z.output<typeof sessionView>;

/** 3 to 60 of lower-case Latin letters, digits, dot, hyphen, underscore. */
export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,59}$/);
export const password = z.string().min(8).max(200);

export const accountRow = z.object({
  id,
  username: z.string(),
  fullName: z.string(),
  language,
  disabled: z.boolean(),
  lastSignInAt: instant.nullable(),
  grants: z.array(grant.extend({ unitName: z.string() })),
  officerId: id.nullable(),
  unitName: z.string().nullable(),
});
export type AccountRow = z.output<typeof accountRow>;

export const accountInput = z.object({
  username,
  fullName: text(120, 2),
  language: language.default('vi'),
  grants: z.array(grant).max(20),
  /** Links the account to a person in the organisation, who then can be enrolled. */
  officerId: id.nullable().default(null),
});

export const identityEndpoints = {
  readSession: endpoint({
    ...ROUTES.readSession,
    summary: 'The signed-in account, or null.',
    response: z.object({ session: sessionView.nullable() }),
    permission: 'public',
    errors: [],
  }),
  signIn: endpoint({
    ...ROUTES.signIn,
    summary: 'Signs in with user name and password and sets the session cookie.',
    body: z.object({ username: z.string().min(1).max(60), password: z.string().min(1).max(200) }),
    response: z.object({ session: sessionView }),
    permission: 'public',
    errors: ['invalid_credentials', 'account_disabled', 'too_many_sign_in_attempts'],
  }),
  signOut: endpoint({
    ...ROUTES.signOut,
    summary: 'Ends the session.',
    response: ok,
    permission: 'public',
    errors: [],
  }),
  chooseLanguage: endpoint({
    ...ROUTES.chooseLanguage,
    summary: 'Remembers the language of the interface.',
    body: z.object({ language }),
    response: ok,
    permission: 'signed_in',
    errors: [],
  }),
  changePassword: endpoint({
    ...ROUTES.changePassword,
    summary: 'Changes the own password; other sessions of the account end.',
    body: z.object({ current: z.string().max(200), next: password }),
    response: ok,
    permission: 'signed_in',
    errors: ['wrong_current_password'],
  }),
  listAccounts: endpoint({
    method: 'GET',
    path: '/api/accounts',
    summary: 'Accounts whose grants or officer lie in the own scope.',
    query: pageQuery.extend({ role: z.enum(ROLES).optional() }),
    response: pageOf(accountRow),
    permission: 'account.manage',
    errors: [],
  }),
  createAccount: endpoint({
    method: 'POST',
    path: '/api/accounts',
    summary: 'Creates an account; the reply holds its temporary password, shown once.',
    body: accountInput,
    response: z.object({ id, temporaryPassword: z.string() }),
    permission: 'account.manage',
    errors: ['username_taken'],
  }),
  updateAccount: endpoint({
    method: 'PUT',
    path: '/api/accounts/:accountId',
    summary: 'Changes name, language, state and grants of an account.',
    params: params('accountId'),
    body: accountInput.omit({ username: true }).extend({ disabled: z.boolean() }),
    response: ok,
    permission: 'account.manage',
    errors: ['last_administrator'],
  }),
  resetPassword: endpoint({
    method: 'POST',
    path: '/api/accounts/:accountId/password',
    summary: 'Sets a temporary password, shown once, and ends the sessions of the account.',
    params: params('accountId'),
    response: z.object({ temporaryPassword: z.string() }),
    permission: 'account.manage',
    errors: [],
  }),
};
