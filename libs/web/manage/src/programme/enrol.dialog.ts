/** The room where an audience is put on a programme: first the count, then the deed. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  DialogFrameComponent,
  FieldComponent,
  formatNumber,
  injectLanguage,
  InputDirective,
  SelectComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { draftOf } from '../list/drafts';
import { injectProgrammeText } from './i18n/text';

export interface ProgrammeEnrolData {
  programmeId: string;
}

/** Audiences offered at once. */
const OFFERED = 200;

/** Closes with true once enrolled. */
@Component({
  selector: 'th-programme-enrol-dialog',
  imports: [
    RouterLink,
    CalloutComponent,
    DateInputComponent,
    DialogFrameComponent,
    FieldComponent,
    InputDirective,
    SelectComponent,
  ],
  template: `
    <th-dialog [heading]="t('enrol.title')">
      <form id="th-enrol" class="th-stack" novalidate (submit)="$event.preventDefault(); enrol()">
        @if (audiences.error(); as error) {
          <th-callout kind="error">{{ problems.message(error) }}</th-callout>
        } @else if (options()?.length === 0) {
          <th-callout kind="warning">
            {{ t('enrol.noAudience') }}
            <a routerLink="/quan-ly/nhom/moi" (click)="ref.close()">{{
              t('enrol.makeAudience')
            }}</a>
          </th-callout>
        }
        <th-field required [label]="t('enrol.audience')">
          <th-select
            [options]="options() ?? []"
            [empty]="t('enrol.audienceChoose')"
            [value]="model().audienceId"
            (valueChange)="change({ audienceId: $event })"
          />
        </th-field>
        <th-field [label]="t('enrol.due')">
          <th-date-input
            [from]="today"
            [value]="model().dueOn"
            (valueChange)="change({ dueOn: $event })"
          />
        </th-field>
        <th-field [label]="t('enrol.reason')" [hint]="t('enrol.reasonHint')">
          <textarea
            #reason
            thInput
            rows="2"
            maxlength="500"
            [value]="model().reason"
            (input)="change({ reason: reason.value })"
          ></textarea>
        </th-field>
        <p class="th-muted">{{ t('enrol.courses') }}</p>
        <p aria-live="polite">{{ outcome() }}</p>
        @if (failure() ?? preview.error(); as error) {
          <th-callout kind="error">{{ problems.message(error) }}</th-callout>
        }
      </form>
      <button thActions type="button" class="th-button" (click)="ref.close()">
        {{ t('enrol.cancel') }}
      </button>
      <button
        thActions
        form="th-enrol"
        class="th-button th-button--primary"
        [disabled]="!count()"
        [attr.aria-busy]="busy()"
      >
        {{ t('enrol.submit', { count: n(count()) }) }}
      </button>
    </th-dialog>
  `,
})
export class ProgrammeEnrolDialog {
  protected readonly data = inject<ProgrammeEnrolData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly language = injectLanguage();
  protected readonly problems = inject(Problems);
  protected readonly t = injectProgrammeText();
  protected readonly today = today(new Date());
  private readonly params = { programmeId: this.data.programmeId };
  protected readonly model = signal({
    ...{ audienceId: null as string | null, dueOn: null as string | null, reason: '' },
  });
  private readonly draft = draftOf(`programme/enrol/${this.data.programmeId}`, this.model);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);

  protected readonly audiences = read(endpoints.listAudiences, () => ({
    query: { pageSize: OFFERED },
  }));
  private readonly known = kept(this.audiences);
  protected readonly options = computed(() =>
    this.known()?.items.map(({ id, name, members }) => ({
      ...{ value: id, label: `${name} (${this.n(members)})` },
    })),
  );
  protected readonly preview = read(endpoints.enrolInProgramme, () => {
    const { audienceId } = this.model();
    if (!audienceId) return undefined;
    return { params: this.params, body: { audienceId, dueOn: null, dryRun: true } };
  });
  protected readonly count = computed(() =>
    this.preview.hasValue() ? this.preview.value().enrolled : 0,
  );
  protected readonly outcome = computed(() => {
    if (!this.preview.hasValue()) return '';
    const { enrolled, already, skipped } = this.preview.value();
    return this.t('enrol.preview', {
      ...{ enrolled: this.n(enrolled), already: this.n(already), skipped: this.n(skipped) },
    });
  });

  protected n(value: number): string {
    return formatNumber(value, this.language());
  }

  protected change(part: Partial<ReturnType<typeof this.model>>): void {
    this.model.update((model) => ({ ...model, ...part }));
  }

  protected async enrol(): Promise<void> {
    const { audienceId, dueOn, reason } = this.model();
    if (this.busy() || !audienceId || !this.count()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const body = { audienceId, dueOn, reason: reason.trim() };
      const { enrolled } = await this.api.call(endpoints.enrolInProgramme, {
        ...{ params: this.params, body },
      });
      this.draft.saved();
      this.toasts.tell(this.t('enrol.done', { count: this.n(enrolled) }));
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
