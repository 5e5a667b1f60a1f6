/** The room where HR writes what the document says around its figures. */
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormField, maxLength } from '@angular/forms/signals';
import { type AnnualReport, endpoints } from '@tap-huan/contract';
import { Api, isFailure, Problems, UnsavedWork } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  FieldComponent,
  InputDirective,
  Toasts,
} from '@tap-huan/web/ui';
import { injectRecordText } from '../record/i18n/text';

@Component({
  selector: 'th-document-head',
  imports: [CalloutComponent, DateInputComponent, FieldComponent, FormField, InputDirective],
  templateUrl: './head.page.html',
  styles: `
    .pairs {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
      gap: var(--th-16);
    }
  `,
})
export class HeadPage {
  readonly report = input.required<AnnualReport>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectRecordText();
  private readonly which = computed(() => `${this.report().unitId}/${this.report().year}`);
  /** Another unit or year begins anew; the same one, read again, keeps what is typed. */
  private readonly saved = linkedSignal({
    source: () => this.which(),
    computation: () => ({ head: this.report().head, revision: this.report().headRevision }),
  });
  private readonly model = linkedSignal({
    source: () => this.which(),
    computation: () => this.report().head,
  });
  protected readonly form = form(this.model, (path) => {
    maxLength(path.assessment, 6_000);
    maxLength(path.difficulties, 6_000);
    maxLength(path.proposals, 6_000);
    maxLength(path.recipients, 1_000);
  });
  /** Whether something is typed that the files would not have yet. */
  readonly changed = computed(
    () => JSON.stringify(this.model()) !== JSON.stringify(this.saved().head),
  );
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  constructor() {
    inject(UnsavedWork).watch(this.changed);
  }

  protected async save(): Promise<void> {
    this.form().markAsTouched();
    if (this.busy() || this.form().invalid()) return;
    this.busy.set(true);
    this.failure.set(null);
    const head = this.model();
    const { unitId, year } = this.report();
    try {
      const { revision } = await this.api.call(endpoints.saveAnnualHead, {
        query: { unitId, year },
        body: { head, revision: this.saved().revision },
      });
      this.saved.set({ head, revision });
      this.toasts.tell(this.t('annual.saved'));
    } catch (error) {
      this.failure.set(error);
      if (isFailure(error, 'stale_revision')) await this.catchUp(unitId, year);
    } finally {
      this.busy.set(false);
    }
  }

  /** Somebody else has saved meanwhile: what is typed stays, and saving again puts it in the place of theirs. */
  private async catchUp(unitId: string, year: number): Promise<void> {
    const now = await this.api
      .call(endpoints.readAnnualReport, { query: { unitId, year } })
      .catch(() => null);
    if (now) this.saved.set({ head: now.head, revision: now.headRevision });
  }
}
