/** The room of who is signed in, in which role, and what that allows. */
import { computed, inject, Injectable, signal } from '@angular/core';
import {
  type Language,
  type Permission,
  type Role,
  ROLES,
  type SessionView,
  routes,
} from '@tap-huan/contract';
import { Texts } from '@tap-huan/web/ui';
import { Api } from './api';

const ROLE_STORED = 'tap-huan.role';
/** Of this tab: somebody chose the language before signing in; outlives a reload. */
const LANGUAGE_CHOSEN = 'tap-huan.language-chosen';

/** Role order on arrival: the role with most to look after comes first. */
const ARRIVAL: readonly Role[] = ['hr', 'administrator', 'instructor', 'inspector', 'learner'];

@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly api = inject(Api);
  private readonly texts = inject(Texts);
  private readonly current = signal<SessionView | null>(null);
  private loading: Promise<void> | null = null;
  private choseLanguageHere = flag(LANGUAGE_CHOSEN);

  /** Null: nobody is signed in (or the session is not read yet). */
  readonly session = this.current.asReadonly();
  readonly permissions = computed(() => this.current()?.permissions ?? []);
  /** The roles of the account, in the order of the contract. */
  readonly roles = computed<Role[]>(() => {
    const grants = this.current()?.grants ?? [];
    return ROLES.filter((role) => grants.some((grant) => grant.role === role));
  });
  private readonly chosenRole = signal<Role | null>(this.storedRole());
  /** The role whose places the shell shows. */
  readonly role = computed<Role | null>(() => {
    const roles = this.roles();
    const chosen = this.chosenRole();
    if (chosen && roles.includes(chosen)) return chosen;
    return ARRIVAL.find((role) => roles.includes(role)) ?? null;
  });

  constructor() {
    this.api.believesSignedIn = () => this.current() !== null;
  }

  /** True where the account carries the permission anywhere; rows are scoped by the server. */
  can(permission: Permission): boolean {
    return this.permissions().includes(permission);
  }

  /** Reads the session once; rejects with ApiFailure where the server is not reached, and may be called again. */
  ready(): Promise<void> {
    this.loading ??= this.api
      .call(routes.readSession)
      .then(({ session }) => this.enter(session))
      .catch((error) => {
        this.loading = null;
        throw error;
      });
    return this.loading;
  }

  async signIn(username: string, password: string): Promise<SessionView> {
    const { session } = await this.api.call(
      routes.signIn,
      { body: { username: username.trim(), password } },
      { quiet: true },
    );
    await this.enter(session);
    return session;
  }

  /** Ends the session; forgets it here even where the server is not reached. */
  async signOut(): Promise<void> {
    await this.api.call(routes.signOut).catch(() => undefined);
    this.current.set(null);
  }

  async changePassword(current: string, next: string): Promise<void> {
    await this.api.call(routes.changePassword, { body: { current, next } });
    this.current.update((session) => session && { ...session, mustChangePassword: false });
  }

  /** Switches the interface; remembered on this device and, when signed in, on the account. */
  async chooseLanguage(language: Language): Promise<void> {
    if (!this.current()) this.noteLanguageChosen(true);
    await this.texts.choose(language);
    await this.keepLanguage(language);
  }

  chooseRole(role: Role): void {
    this.chosenRole.set(role);
    try {
      localStorage.setItem(ROLE_STORED, role);
    } catch {
      // No storage: holds for this visit.
    }
  }

  /** A choice made on the sign-in page wins over the account's; else the account's language holds. */
  private async enter(session: SessionView | null): Promise<void> {
    this.current.set(session);
    this.loading = Promise.resolve();
    if (!session) return;
    const choseHere = this.choseLanguageHere;
    // From here on the account remembers; the next person at this screen has an account of their own.
    this.noteLanguageChosen(false);
    if (session.language === this.texts.language()) return;
    if (choseHere) await this.keepLanguage(this.texts.language());
    else await this.texts.choose(session.language);
  }

  private noteLanguageChosen(chosen: boolean): void {
    this.choseLanguageHere = chosen;
    try {
      if (chosen) sessionStorage.setItem(LANGUAGE_CHOSEN, 'true');
      else sessionStorage.removeItem(LANGUAGE_CHOSEN);
    } catch {
      // No storage: holds until the next reload.
    }
  }

  private async keepLanguage(language: Language): Promise<void> {
    const session = this.current();
    if (!session || session.language === language) return;
    this.current.set({ ...session, language });
    // Not worth a message: the device remembers it.
    await this.api.call(routes.chooseLanguage, { body: { language } }).catch(() => undefined);
  }

  private storedRole(): Role | null {
    try {
      return ROLES.find((role) => role === localStorage.getItem(ROLE_STORED)) ?? null;
    } catch {
      return null;
    }
  }
}

function flag(name: string): boolean {
  try {
    return sessionStorage.getItem(name) !== null;
  } catch {
    return false;
  }
}
