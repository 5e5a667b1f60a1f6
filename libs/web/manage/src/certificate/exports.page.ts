/** The room of ZIPs that the queue makes: asked for, watched while they grow, downloaded. */
import { Component, computed, effect, inject, input } from '@angular/core';
import { type CertificateExport, endpoints, type UnitRow } from '@tap-huan/contract';
import { Api, kept, read } from '@tap-huan/web/api';
import { Dialogs, type SelectOption, Toasts } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import type { ExportDialogData } from './export.dialog';
import { ExportListComponent } from './export-list.component';

/** Milliseconds between two looks at a ZIP that grows; longer while the server is not reached. */
const LOOK_EVERY = 1_000;
const LOOK_AFTER_FAILURE = 6_000;

/** A part of the certificates page; `ask()` opens the dialog. */
@Component({
  selector: 'th-exports',
  imports: [ExportListComponent],
  template: `
    @if (exports().length) {
      <th-export-list [exports]="exports()" [urlOf]="urlOf" (retry)="again($event)" />
    }
  `,
})
export class ExportsPage {
  readonly units = input.required<readonly UnitRow[]>();
  readonly courses = input.required<readonly SelectOption<string>[]>();
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly t = injectText();
  private readonly list = read(endpoints.listExports);
  private readonly known = kept(this.list);
  protected readonly exports = computed(() => this.known()?.items ?? []);
  private readonly growing = computed(() =>
    this.exports().some(({ state }) => state === 'waiting' || state === 'running'),
  );

  constructor() {
    effect((onCleanup) => {
      const status = this.list.status();
      if (!this.growing() || (status !== 'resolved' && status !== 'error')) return;
      const pause = status === 'error' ? LOOK_AFTER_FAILURE : LOOK_EVERY;
      const timer = setTimeout(() => this.list.reload(), pause);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected readonly urlOf = ({ id }: CertificateExport): string =>
    this.api.fileUrl(endpoints.readExportFile, { params: { exportId: id } });

  /** Opens the dialog, filled in with what the list is filtered by. */
  async ask(filled: ExportDialogData['filled']): Promise<void> {
    const { ExportDialog } = await import('./export.dialog');
    const data: ExportDialogData = { filled, units: this.units(), courses: this.courses() };
    if (!(await this.dialogs.open<boolean>(ExportDialog, { data }))) return;
    this.toasts.tell(this.t('zip.started'));
    this.list.reload();
  }

  /** A failed one again; the reply names its unit only, so the dialog shows what it understood. */
  protected again({ unitName, from, to }: CertificateExport): void {
    const unitId = this.units().find(({ name }) => name === unitName)?.id;
    void this.ask({ unitId, from, to });
  }
}
