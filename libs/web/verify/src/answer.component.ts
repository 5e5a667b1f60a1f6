/** The room of what anybody may see of a paper. */
import { Component, input } from '@angular/core';
import type { VerifyView } from '@tap-huan/contract';
import { CalloutComponent, DayPipe } from '@tap-huan/web/ui';
import { injectText } from './i18n/text';
import { StateBannerComponent } from './state-banner.component';

@Component({
  selector: 'th-verify-answer',
  imports: [CalloutComponent, DayPipe, StateBannerComponent],
  template: `
    <th-state-banner [state]="view().state" />
    @if (view().demo) {
      <th-callout kind="warning">{{ t('demo') }}</th-callout>
    }
    <p class="th-muted compare">{{ t('compare') }}</p>
    <dl class="th-facts">
      <div>
        <dt>{{ t('fact.name') }}</dt>
        <dd>
          <strong>{{ view().maskedName }}</strong>
          <small>{{ t('fact.nameHint') }}</small>
        </dd>
      </div>
      <div>
        <dt>{{ t('fact.programme') }}</dt>
        <dd>{{ view().programmeName }}</dd>
      </div>
      <div>
        <dt>{{ t('fact.hours') }}</dt>
        <dd>{{ t('fact.hoursWords', { hours: view().hours }) }}</dd>
      </div>
      <div>
        <dt>{{ t('fact.issuer') }}</dt>
        <dd>{{ view().issuerName }}</dd>
      </div>
      <div>
        <dt>{{ t('fact.issuedOn') }}</dt>
        <dd>{{ view().issuedOn | thDay }}</dd>
      </div>
      <div>
        <dt>{{ t('fact.registerNo') }}</dt>
        <dd>{{ view().registerNo }}</dd>
      </div>
      <div>
        <dt>{{ t('fact.code') }}</dt>
        <dd>{{ code() }}</dd>
      </div>
    </dl>
    <p class="th-small">{{ t(view().signed ? 'signed' : 'unsigned') }}</p>
    <p class="hash">
      {{ t('fact.sha256') }}:
      @if (view().sha256; as sha256) {
        <span>{{ sha256 }}</span>
      } @else {
        {{ t('fact.sha256None') }}
      }
    </p>
  `,
  styleUrl: './facts.scss',
})
export class AnswerComponent {
  readonly view = input.required<VerifyView>();
  /** In groups of five. */
  readonly code = input.required<string>();
  protected readonly t = injectText();
}
