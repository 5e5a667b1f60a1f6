/** The room of what the whole app is given: router, languages, the question to sign in again. */
import {
  type ApplicationConfig,
  inject,
  Injector,
  provideAppInitializer,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { problemTexts, RE_SIGN_IN } from '@tap-huan/web/api';
import { Texts, Theme, uiTexts } from '@tap-huan/web/ui';
import { routes } from './app.routes';
import { shellTexts } from './i18n/text';
import { reloadForNewerRelease } from './newer-release';
import { PageTitles } from './page-titles';

/** Dictionaries come as typed modules (Texts); Transloco itself fetches nothing. */
class NoLoader {
  getTranslation() {
    return Promise.resolve({});
  }
}

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withNavigationErrorHandler((error) => void reloadForNewerRelease(error)),
    ),
    provideTransloco({
      config: {
        availableLangs: ['vi', 'en'],
        defaultLang: 'vi',
        reRenderOnLangChange: true,
        prodMode: true,
        missingHandler: { logMissingKey: false, allowEmpty: true },
      },
      loader: NoLoader,
    }),
    { provide: TitleStrategy, useExisting: PageTitles },
    {
      provide: RE_SIGN_IN,
      useFactory: () => {
        const injector = inject(Injector);
        // Fetched when needed: most people never see it, and dialogs are heavy.
        return async () => (await import('./sign-in/re-sign-in.component')).askToSignIn(injector);
      },
    },
    provideAppInitializer(async () => {
      const texts = inject(Texts);
      inject(Theme);
      await Promise.all([uiTexts, problemTexts, shellTexts].map((scope) => texts.load(scope)));
    }),
  ],
};
