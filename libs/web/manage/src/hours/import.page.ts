/** The room where a list of training elsewhere is checked and then entered. */
import { Component, computed, inject, signal } from '@angular/core';
import { endpoints, type HoursImport } from '@tap-huan/contract';
import { Api, Problems, SessionStore } from '@tap-huan/web/api';
import {
  CalloutComponent,
  FileDropComponent,
  IconComponent,
  PageHeaderComponent,
  SectionComponent,
  StatusChipComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { HoursTabsComponent } from './hours-tabs.component';
import { injectText } from './i18n/text';

@Component({
  selector: 'th-hours-import-page',
  imports: [
    CalloutComponent,
    FileDropComponent,
    HoursTabsComponent,
    IconComponent,
    PageHeaderComponent,
    SectionComponent,
    StatusChipComponent,
  ],
  templateUrl: './import.page.html',
  styleUrl: './import.page.scss',
})
export class HoursImportPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly store = inject(SessionStore);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly mayImport = computed(() => this.store.can('enrolment.assign'));
  protected readonly templateUrl = this.api.fileUrl(endpoints.readHoursTemplate, {});
  protected readonly list = signal<HoursImport | null>(null);
  protected readonly outcome = signal<{ entered: number; already: number } | null>(null);
  protected readonly progress = signal<number | null>(null);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly isMore = computed(() => {
    const list = this.list();
    return list !== null && new Set(list.problems.map(({ row }) => row)).size < list.wrong;
  });

  protected wrongUrl(importId: string): string {
    return this.api.fileUrl(endpoints.readHoursImportErrors, { params: { importId } });
  }

  protected async take([file]: File[]): Promise<void> {
    if (!file) return;
    this.begin();
    this.progress.set(0);
    try {
      const progress = (ratio: number) => this.progress.set(ratio);
      this.list.set(await this.api.upload(endpoints.checkHoursImport, file, { progress }));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.progress.set(null);
    }
  }

  protected async apply({ id: importId }: HoursImport): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const outcome = await this.api.call(endpoints.applyHoursImport, { params: { importId } });
      this.outcome.set(outcome);
      this.toasts.tell(this.t('import.applied', outcome));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  protected begin(): void {
    this.list.set(null);
    this.outcome.set(null);
    this.failure.set(null);
  }
}
