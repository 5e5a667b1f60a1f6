/** The room of "no such code": why it cannot be one, and what to check. */
import { Component, input } from '@angular/core';
import { injectText } from './i18n/text';
import { StateBannerComponent } from './state-banner.component';
import type { CodeProblem } from './typed-code';

@Component({
  selector: 'th-missing',
  imports: [StateBannerComponent],
  template: `
    <th-state-banner state="missing" />
    <p class="code">
      {{ t('fact.code') }}: <strong>{{ code() }}</strong>
    </p>
    <h2>{{ t('check.heading') }}</h2>
    <ul>
      @if (problem(); as problem) {
        <li>{{ t(keyOf(problem), { ...problem }) }}</li>
      } @else {
        <li>{{ t('check.typed') }}</li>
      }
      <li>{{ t('check.address') }}</li>
      <li>{{ t('check.ask') }}</li>
    </ul>
  `,
  styles: `
    .code {
      margin: var(--th-16) 0 var(--th-24);
      overflow-wrap: anywhere;
    }
    h2 {
      font-size: var(--th-size-17);
    }
    ul {
      margin-top: var(--th-8);
      padding-left: 1.25em;
    }
    li + li {
      margin-top: var(--th-8);
    }
  `,
})
export class MissingComponent {
  readonly code = input.required<string>();
  readonly problem = input<CodeProblem | null>(null);
  protected readonly t = injectText();

  protected keyOf(problem: CodeProblem) {
    return `malformed.${problem.kind}` as const;
  }
}
