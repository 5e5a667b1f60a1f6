/**
 * The room of the two languages: typed dictionaries over Transloco, switched at run time.
 *
 * The pattern, to be copied by every feature library:
 *
 *   i18n/vi.ts   export const vi = { home: { title: 'Khóa bồi dưỡng', left: 'Còn {{count}} bài' } };
 *   i18n/en.ts   import type { Dictionary } from '@tap-huan/web/ui';
 *                export const en: Dictionary<typeof vi> = { home: { title: 'Courses', … } };
 *   i18n/text.ts export const learnTexts = textScope('learn', {
 *                  vi: () => import('./vi').then((m) => m.vi),
 *                  en: () => import('./en').then((m) => m.en),
 *                });
 *                export const injectText = () => injectTexts(learnTexts);
 *   routes       { path: '', resolve: { texts: loadTexts(learnTexts) }, children: [ … ] }
 *   component    protected readonly t = injectText();
 *   template     {{ t('home.left', { count: 3 }) }}
 *
 * A key that does not exist, or an English text that is missing, does not compile. `t` reads signals, so
 * the page follows the language by itself; use it in templates and in `computed`.
 */
import { computed, inject, Injectable, type Signal, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Language } from '@tap-huan/contract';

/** The shape of a Vietnamese dictionary with any sentences in it. */
export type Dictionary<T> = { [K in keyof T]: T[K] extends string ? string : Dictionary<T[K]> };

/** Dotted paths to the sentences of a dictionary: `'home.title'`. */
export type TextKey<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${TextKey<T[K]>}`;
}[keyof T & string];

export type TextParams = Record<string, string | number>;
export type Translate<T> = (key: TextKey<T>, params?: TextParams) => string;

export interface TextScope<T extends object> {
  readonly name: string;
  readonly load: Record<Language, () => Promise<Dictionary<T>>>;
}

/** Names a dictionary and says how its languages are fetched. `T` is the type of the Vietnamese one. */
export function textScope<T extends object>(
  name: string,
  load: { vi: () => Promise<T>; en: () => Promise<Dictionary<T>> },
): TextScope<T> {
  return { name, load: load as TextScope<T>['load'] };
}

const STORED = 'tap-huan.language';
const stored = (): Language => {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
};

/** The language of the interface and the dictionaries loaded so far. */
@Injectable({ providedIn: 'root' })
export class Texts {
  private readonly transloco = inject(TranslocoService);
  private readonly scopes = new Map<string, TextScope<object>>();
  private readonly loaded = new Map<string, Promise<void>>();
  private readonly version = signal(0);

  /** The language on screen. */
  readonly language = computed(() => this.transloco.activeLang() as Language);

  constructor() {
    this.transloco.setActiveLang(stored());
    document.documentElement.lang = stored();
  }

  /** Fetches a dictionary in the present language; later language switches fetch it too. */
  async load(scope: TextScope<object>): Promise<void> {
    this.scopes.set(scope.name, scope);
    await this.fetch(scope, this.language());
  }

  /** Switches the language: dictionaries first, so that nothing flashes; remembered on this device. */
  async choose(language: Language): Promise<void> {
    await Promise.all([...this.scopes.values()].map((scope) => this.fetch(scope, language)));
    this.transloco.setActiveLang(language);
    document.documentElement.lang = language;
    try {
      localStorage.setItem(STORED, language);
    } catch {
      // Private browsing: the choice holds for this visit only.
    }
  }

  /** The sentence at `scope.key`, with `{{name}}` filled in. Tracks language and loading. */
  translate(scope: string, key: string, params: TextParams = {}): string {
    this.version();
    return this.transloco.translate(`${scope}.${key}`, params, this.language());
  }

  private fetch(scope: TextScope<object>, language: Language): Promise<void> {
    const key = `${scope.name}/${language}`;
    let promise = this.loaded.get(key);
    if (!promise) {
      promise = scope.load[language]().then((dictionary) => {
        this.transloco.setTranslation(dictionary, key, { emitChange: false });
        this.version.update((value) => value + 1);
      });
      // A failed download may be tried again.
      promise.catch(() => this.loaded.delete(key));
      this.loaded.set(key, promise);
    }
    return promise;
  }
}

/** For a component: the typed `t('key', params)` of a dictionary. */
export function injectTexts<T extends object>(scope: TextScope<T>): Translate<T> {
  const texts = inject(Texts);
  return (key, params) => texts.translate(scope.name, key, params);
}

/** For a route's `resolve`: the pages below are drawn once the dictionary is there. */
export function loadTexts(scope: TextScope<object>): () => Promise<void> {
  return () => inject(Texts).load(scope);
}

/** For a component: the language on screen. */
export function injectLanguage(): Signal<Language> {
  return inject(Texts).language;
}
