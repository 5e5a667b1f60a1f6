/** The room of everything printed on a paper, for whoever knew it already. */
import { Component, computed, input } from '@angular/core';
import type { endpoints, OutputOf } from '@tap-huan/contract';
import { formatDay, formatMarks, injectLanguage } from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

export type Printed = OutputOf<typeof endpoints.verifyDetails>;

@Component({
  selector: 'th-printed',
  template: `
    <dl>
      @for (line of lines(); track line[0]) {
        <div>
          <dt>{{ line[0] }}</dt>
          <dd>{{ line[1] }}</dd>
        </div>
      }
    </dl>
  `,
  styleUrl: './facts.scss',
})
export class PrintedComponent {
  readonly paper = input.required<Printed>();
  protected readonly t = injectText();
  private readonly language = injectLanguage();
  protected readonly lines = computed<[string, string][]>(() => {
    const { t } = this;
    const p = this.paper();
    const version = { code: p.programmeCode, version: p.programmeVersion };
    const period = { from: formatDay(p.startedOn), to: formatDay(p.completedOn) };
    return [
      [t('paper.parentBody'), p.parentBody],
      [t('paper.issuer'), p.issuerName],
      [t('paper.fullName'), p.fullName],
      [t('paper.birthDate'), formatDay(p.birthDate)],
      [t('paper.unitName'), p.unitName],
      [t('paper.programme'), p.programmeName],
      [t('paper.programmeCode'), t('paper.version', version)],
      [t('paper.hours'), t('fact.hoursWords', { hours: p.hours })],
      [t('paper.form'), t(`form.${p.deliveryForm}`)],
      [t('paper.period'), t('paper.periodWords', period)],
      [t('paper.score'), formatMarks(p.scoreOfTen, this.language())],
      [t('paper.grade'), p.gradeLabel],
      [t('paper.registerNo'), p.registerNo],
      [t('paper.issued'), t('paper.issuedWords', { place: p.place, day: formatDay(p.issuedOn) })],
      [
        t('paper.signer'),
        [p.signCapacity, p.signerTitle, p.signerName].filter(Boolean).join(' · '),
      ],
    ];
  });
}
