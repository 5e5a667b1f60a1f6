/** The room where a staff list comes in: the unit it speaks of, the template, the file, and the lists before it. */
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { endpoints, type OfficerImport } from '@tap-huan/contract';
import { Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  CellDirective,
  DataTableComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  FieldComponent,
  FileDropComponent,
  IconComponent,
  InstantPipe,
  PageHeaderComponent,
  StatusChipComponent,
  type TableColumn,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { openUnits } from '../../list/units';
import { injectPeopleText } from '../i18n/text';
import { countsOf, toneOf } from './import-words';

@Component({
  selector: 'th-imports-page',
  imports: [
    RouterLink,
    CalloutComponent,
    CellDirective,
    DataTableComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    FieldComponent,
    FileDropComponent,
    IconComponent,
    InstantPipe,
    PageHeaderComponent,
    StatusChipComponent,
    UnitPickerComponent,
  ],
  templateUrl: './imports.page.html',
  styleUrl: './imports.page.scss',
})
export class ImportsPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly problems = inject(Problems);
  protected readonly t = injectPeopleText();
  protected readonly units = openUnits();
  /** The highest unit of the scope, unless another is chosen. */
  protected readonly unitId = linkedSignal<string | null>(() => this.units()[0]?.id ?? null);
  protected readonly list = read(endpoints.listOfficerImports);
  private readonly known = kept(this.list);
  protected readonly rows = computed(() => this.known()?.items);
  protected readonly progress = signal<number | null>(null);
  protected readonly failure = signal<unknown>(null);

  protected readonly columns = computed<TableColumn<OfficerImport>[]>(() => [
    { key: 'file', title: this.t('import.file'), text: (row) => row.fileName, primary: true },
    { key: 'unit', title: this.t('import.unit'), text: (row) => row.unitName },
    { key: 'state', title: this.t('import.result'), width: '20rem' },
    { key: 'by', title: this.t('import.by'), text: (row) => row.askedBy, wideOnly: true },
    { key: 'at', title: this.t('import.at'), width: '9.5rem' },
  ]);
  protected readonly byId = (row: OfficerImport) => row.id;
  protected readonly toneOf = toneOf;

  protected templateUrl(filled: boolean): string {
    return this.api.fileUrl(endpoints.officerTemplate, {
      query: { unitId: this.unitId() ?? '', filled: filled ? 'true' : 'false' },
    });
  }

  protected wordsOf(row: OfficerImport): string {
    return row.state === 'checked' || row.state === 'applied' ? countsOf(row.counts, this.t) : '';
  }

  protected async upload(file: File | undefined): Promise<void> {
    const unitId = this.unitId();
    if (!file || !unitId || this.progress() !== null) return;
    this.failure.set(null);
    this.progress.set(0);
    try {
      const { id } = await this.api.upload(endpoints.uploadOfficerList, file, {
        request: { query: { unitId } },
        progress: (ratio) => this.progress.set(ratio),
      });
      await this.router.navigate(['/quan-ly/can-bo/nhap-danh-sach', id]);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.progress.set(null);
    }
  }
}
