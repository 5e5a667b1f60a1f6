/** The room of an approved version as it is read: what it says and asks, without a form. */
import { Component, computed, input } from '@angular/core';
import type { ProgrammeContent } from '@tap-huan/contract';
import { injectProgrammeText } from './i18n/text';

interface Fact {
  name: string;
  lines: readonly string[];
}

@Component({
  selector: 'th-programme-facts',
  template: `
    <dl>
      @for (fact of facts(); track fact.name) {
        <div>
          <dt>{{ fact.name }}</dt>
          <dd>
            @for (line of fact.lines; track $index) {
              <span>{{ line }}</span>
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      margin: 0;
    }
    div {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
      gap: var(--th-4) var(--th-24);
      padding: var(--th-8) 0;
      border-bottom: 1px solid var(--th-line);
    }
    dt {
      color: var(--th-ink-2);
    }
    dd {
      display: grid;
      margin: 0;
      white-space: pre-line;
    }
    @media (max-width: 719px) {
      div {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class ProgrammeFactsComponent {
  readonly content = input.required<ProgrammeContent>();
  /** Which of the two halves. */
  readonly part = input.required<'rules' | 'about'>();
  protected readonly t = injectProgrammeText();
  protected readonly facts = computed<Fact[]>(() =>
    (this.part() === 'rules' ? this.rules() : this.about()).filter(({ lines }) =>
      lines.some(Boolean),
    ),
  );

  private rules(): Fact[] {
    const { completion } = this.content();
    const percent = (value: number | null) => (value === null ? [] : [`${value}%`]);
    const whole = (value: number | null) => (value === null ? [] : [`${value}`]);
    return [
      { name: this.t('rules.minimumRead'), lines: percent(completion.minimumPercent) },
      { name: this.t('rules.attendanceRead'), lines: percent(completion.attendancePercent) },
      { name: this.t('rules.minutes'), lines: whole(completion.minimumMinutes) },
      { name: this.t('rules.cap'), lines: whole(completion.minutesCap) },
      {
        name: this.t('rules.conductRead'),
        lines: completion.conduct ? [this.t('rules.conduct')] : [],
      },
    ];
  }

  private about(): Fact[] {
    const content = this.content();
    return [
      { name: this.t('about.summary'), lines: [content.summary] },
      { name: this.t('about.audience'), lines: [content.audience] },
      { name: this.t('about.hours'), lines: [`${content.hours}`] },
      {
        name: this.t('about.contentGroup'),
        lines: [this.t(`contentGroup.${content.contentGroup}`)],
      },
      { name: this.t('about.form'), lines: [this.t(`form.${content.deliveryForm}`)] },
      { name: this.t('about.legal'), lines: content.legalBasis },
      {
        name: this.t('about.validity'),
        lines: [
          content.validityMonths === null ? this.t('about.forGood') : `${content.validityMonths}`,
        ],
      },
    ];
  }
}
