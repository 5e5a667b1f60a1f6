/** The room of what must be known before the figures are read: how fresh they are, and what is not in them. */
import { Component, computed, input, output } from '@angular/core';
import type { AnalysisBody, QuizAnalysis } from '@tap-huan/contract';
import { CalloutComponent, formatInstant, injectLanguage } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { shownNumber } from '../words/shown';

@Component({
  selector: 'th-analysis-notices',
  imports: [CalloutComponent],
  template: `
    <p class="fresh" role="status">
      {{ t('notice.computed', { at: at(), count: number(analysis().attempts) }) }}
      @if (found().newerResults > 0) {
        {{ t('notice.newer', { count: number(found().newerResults) }) }}
      }
      @if (analysis().waiting > 0) {
        {{ t('notice.waiting', { count: number(analysis().waiting) }) }}
      }
    </p>
    @if (few()) {
      <th-callout kind="warning" [heading]="t('quizSigns.few_attempts.short')">{{
        few()
      }}</th-callout>
    }
    @if (apart() > 0) {
      <th-callout kind="note" [heading]="t('notice.apart')">
        {{
          t('notice.apartHint', {
            count: number(analysis().statistics.attempts),
            apart: number(apart()),
          })
        }}
        <p class="others">
          @for (version of others(); track version.versionId) {
            <button
              type="button"
              class="th-button th-button--small"
              (click)="this.version.emit(version.versionId)"
            >
              {{ t('notice.look', { number: version.number, count: number(version.attempts) }) }}
            </button>
          }
        </p>
      </th-callout>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--th-12);
      margin-bottom: var(--th-16);
    }
    .fresh {
      color: var(--th-ink-2);
      font-size: var(--th-size-15);
    }
    .others {
      display: flex;
      flex-wrap: wrap;
      gap: var(--th-8);
      margin-top: var(--th-8);
    }
  `,
})
export class NoticesComponent {
  readonly found = input.required<QuizAnalysis>();
  readonly analysis = input.required<AnalysisBody>();
  /** The version that one wants to see instead. */
  readonly version = output<string>();
  protected readonly t = injectText();
  private readonly language = injectLanguage();

  protected readonly at = computed(() => formatInstant(this.found().computedAt));
  /** Attempts whose paper had other questions or points. */
  protected readonly apart = computed(
    () => this.analysis().attempts - this.analysis().statistics.attempts,
  );
  protected readonly others = computed(() =>
    this.found().versions.filter(({ analysed, attempts }) => !analysed && attempts > 0),
  );
  protected readonly few = computed(() => {
    const sign = this.analysis().signs.find(({ code }) => code === 'few_attempts');
    if (!sign) return '';
    const { attempts, least } = sign.params;
    return this.t('quizSigns.few_attempts.long', {
      attempts: Number(attempts),
      least: Number(least),
    });
  });

  protected number(value: number): string {
    return shownNumber(value, this.language(), 0);
  }
}
