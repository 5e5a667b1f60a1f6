/** The room of the list of own ZIPs: state in words, progress, download, retry. */
import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, output } from '@angular/core';
import type { CertificateExport } from '@tap-huan/contract';
import {
  formatDay,
  formatInstant,
  formatNumber,
  formatSize,
  IconComponent,
  injectLanguage,
  ProgressBarComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';

/** How many stand open; the rest is folded. */
const FEW = 2;

@Component({
  selector: 'th-export-list',
  imports: [IconComponent, NgTemplateOutlet, ProgressBarComponent],
  templateUrl: './export-list.component.html',
  styleUrl: './export-list.component.scss',
})
export class ExportListComponent {
  readonly exports = input.required<readonly CertificateExport[]>();
  readonly urlOf = input.required<(one: CertificateExport) => string>();
  readonly retry = output<CertificateExport>();
  protected readonly t = injectText();
  private readonly language = injectLanguage();
  protected readonly groups = computed(() => [
    this.exports().slice(0, FEW),
    this.exports().slice(FEW),
  ]);

  /** The context of a template has no type of its own. */
  protected asList(list: unknown): readonly CertificateExport[] {
    return list as readonly CertificateExport[];
  }

  protected period({ from, to }: CertificateExport): string {
    return this.t('zip.period', { from: formatDay(from), to: formatDay(to) });
  }

  protected asked({ requestedAt }: CertificateExport): string {
    return this.t('zip.asked', { at: formatInstant(requestedAt) });
  }

  protected state({ state, done, total, size }: CertificateExport): string {
    const n = (value: number) => formatNumber(value, this.language());
    return this.t(`zip.${state}`, {
      done: n(done),
      total: n(total),
      size: formatSize(size, this.language()),
    });
  }
}
