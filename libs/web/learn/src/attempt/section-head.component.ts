/** The room of a section's first words: its title, its own rules, its introduction. */
import { Component, computed, input } from '@angular/core';
import { formatMinutes, injectLanguage, ProseComponent } from '@tap-huan/web/ui';
import { injectAttemptText } from '../i18n/attempt.text';
import type { PaperSection } from './paper-state';

@Component({
  selector: 'th-section-head',
  imports: [ProseComponent],
  template: `
    @let own = section();
    <p class="name">
      <strong>{{ own.title || t('section.untitled', { number: number() }) }}</strong>
      <span class="th-muted th-small">{{ facts() }}</span>
    </p>
    @if (own.intro) {
      @if (opens()) {
        <th-prose compact [html]="own.intro" />
      } @else {
        <details>
          <summary>{{ t('section.intro') }}</summary>
          <th-prose compact [html]="own.intro" />
        </details>
      }
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: var(--th-measure);
      padding-bottom: var(--th-12);
      border-bottom: 1px solid var(--th-line);
    }
    .name {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--th-12);
    }
    th-prose {
      margin-top: var(--th-4);
    }
    summary {
      min-height: 28px;
      width: fit-content;
      color: var(--th-celadon);
      font-size: var(--th-size-13);
      cursor: pointer;
    }
  `,
})
export class SectionHeadComponent {
  readonly section = input.required<PaperSection>();
  /** 1, 2 … */
  readonly number = input.required<number>();
  /** Whether it begins here: the introduction is then open. */
  readonly opens = input(true);
  protected readonly t = injectAttemptText();
  private readonly language = injectLanguage();
  protected readonly facts = computed(() => {
    const { from, to, timeLimitMinutes, minimumPercent } = this.section();
    const facts = [this.t('section.range', { from, to })];
    if (timeLimitMinutes !== null) {
      const minutes = formatMinutes(timeLimitMinutes, this.language());
      facts.push(this.t('section.minutes', { minutes }));
    }
    if (minimumPercent !== null) facts.push(this.t('section.minimum', { percent: minimumPercent }));
    return facts.join(' · ');
  });
}
