/** The room where a failure becomes a sentence in the user's language. */
import { inject, Injectable } from '@angular/core';
import { type Dictionary, injectUiText, issueSentence, Texts, textScope } from '@tap-huan/web/ui';
import { type FailureCode, isFailure } from './failure';

/** The shell loads it before the first page. */
export const problemTexts = textScope<Record<FailureCode, string>>('problem', {
  vi: () => import('./problems.vi').then((module) => module.problemsVi),
  en: () =>
    import('./problems.en').then(
      (module): Dictionary<Record<FailureCode, string>> => module.problemsEn,
    ),
});

/** Failures in words; reads the language as a signal, so use it in templates and computed. */
@Injectable({ providedIn: 'root' })
export class Problems {
  private readonly texts = inject(Texts);
  private readonly t = injectUiText();

  /** Anything thrown -> one sentence. */
  message(error: unknown): string {
    // Angular wraps what a resource's loader threw where it is not an Error; ours is one.
    const failure = isFailure(error)
      ? error
      : error instanceof Error && isFailure(error.cause)
        ? error.cause
        : null;
    return this.texts.translate('problem', failure?.code ?? 'internal', failure?.params ?? {});
  }

  /** The sentence for one field of a `validation_failed` reply, or null: `field(error, 'fullName')`. */
  field(error: unknown, path: string): string | null {
    const issue = isFailure(error)
      ? error.issues.find(({ path: at }) => at === path || at === `body.${path}`)
      : undefined;
    return issue ? issueSentence(issue as Parameters<typeof issueSentence>[0], this.t) : null;
  }
}
