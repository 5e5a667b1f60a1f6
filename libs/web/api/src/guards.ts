/** The room of who may see which page. The server decides; guards only spare people a page that would fail. */
import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import type { Permission } from '@tap-huan/contract';
import { SessionStore } from './session';

/** Signed in, with an own password; else to the sign-in page and back afterwards. */
export const requireSignIn: CanActivateFn = async (_route, state) => {
  const store = inject(SessionStore);
  const router = inject(Router);
  try {
    await store.ready();
  } catch {
    return new RedirectCommand(router.parseUrl('/ngoai-tuyen'), { skipLocationChange: true });
  }
  const session = store.session();
  const back = { queryParams: state.url === '/' ? {} : { tiep: state.url } };
  if (!session) return router.createUrlTree(['/dang-nhap'], back);
  if (session.mustChangePassword && !state.url.startsWith('/doi-mat-khau')) {
    return router.createUrlTree(['/doi-mat-khau'], back);
  }
  return true;
};

/** Signed in with one of the permissions; else a page that says so, at the same address. */
export function requirePermission(...permissions: Permission[]): CanActivateFn {
  return async (route, state) => {
    const store = inject(SessionStore);
    const router = inject(Router);
    const signedIn = await (requireSignIn(route, state) as Promise<true | RedirectCommand>);
    if (signedIn !== true) return signedIn;
    if (permissions.some((permission) => store.can(permission))) return true;
    return new RedirectCommand(router.parseUrl('/khong-co-quyen'), { skipLocationChange: true });
  };
}
