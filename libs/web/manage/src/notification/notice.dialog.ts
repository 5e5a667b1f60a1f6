/** The room where HR reads a notice as it was sent, and sends a mail that failed again. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { endpoints, type NoticeRow } from '@tap-huan/contract';
import { Api, Problems, read, SessionStore } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  ErrorStateComponent,
  formatInstant,
  SkeletonComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

/** Closes with true where the mail goes out again. */
@Component({
  selector: 'th-notice-dialog',
  imports: [CalloutComponent, DialogFrameComponent, ErrorStateComponent, SkeletonComponent],
  template: `
    <th-dialog [heading]="row.title">
      <p class="th-muted th-small">{{ line() }}</p>
      @if (notice.hasValue()) {
        @let found = notice.value();
        @if (found.mailTo; as email) {
          <p class="th-muted th-small">{{ t('sent.to', { email }) }}</p>
        }
        <p class="body">{{ found.body }}</p>
      } @else if (notice.error(); as error) {
        <th-error-state compact [message]="problems.message(error)" (retry)="notice.reload()" />
      } @else {
        <th-skeleton [count]="6" />
      }
      @if (failure(); as error) {
        <th-callout kind="error">{{ problems.message(error) }}</th-callout>
      }
      <button thActions type="button" class="th-button" (click)="ref.close(false)">
        {{ t('sent.close') }}
      </button>
      @if (mayResend()) {
        <button
          thActions
          type="button"
          class="th-button th-button--primary"
          [attr.aria-busy]="busy()"
          (click)="resend()"
        >
          {{ t('sent.resend') }}
        </button>
      }
    </th-dialog>
  `,
  styles: `
    .body {
      margin-top: var(--th-12);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class NoticeDialog {
  protected readonly row = inject<NoticeRow>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly store = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly notice = read(endpoints.readNotice, () => ({
    params: { noticeId: this.row.id },
  }));
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly mayResend = computed(
    () => this.row.mailState === 'failed' && this.store.can('enrolment.assign'),
  );
  protected readonly line = computed(() =>
    [
      this.row.fullName,
      this.t(`kind.${this.row.kind}`),
      formatInstant(this.row.createdAt),
      this.t(`mailState.${this.row.mailState}`),
    ].join(' · '),
  );

  protected async resend(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      await this.api.call(endpoints.resendNotice, { params: { noticeId: this.row.id } });
      this.toasts.tell(this.t('sent.resent'));
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
