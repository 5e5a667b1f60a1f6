/** The room of the secret calendar link: made, shown once, copied, ended. */
import { Component, inject, input, output, signal } from '@angular/core';
import { routes } from '@tap-huan/contract';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  Dialogs,
  FieldComponent,
  formatInstant,
  IconComponent,
  InputDirective,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from './i18n/text';

@Component({
  selector: 'th-calendar-link',
  imports: [CalloutComponent, FieldComponent, IconComponent, InputDirective],
  template: `
    <div class="th-stack">
      <p>
        @if (since(); as at) {
          {{ t('calendar.since', { at: instant(at) }) }}
          @if (readAt(); as last) {
            {{ t('calendar.readAt', { at: instant(last) }) }}
          } @else {
            {{ t('calendar.neverRead') }}
          }
        } @else {
          {{ t('calendar.none') }}
        }
      </p>
      @if (url(); as url) {
        <th-callout kind="note">{{ t('calendar.once') }}</th-callout>
        <th-field [label]="t('calendar.url')">
          <input #field thInput readonly [value]="url" (focus)="field.select()" />
        </th-field>
        <div>
          <button type="button" class="th-button th-button--primary" (click)="copy(url, field)">
            <th-icon name="copy" [size]="18" /> {{ t('calendar.copy') }}
          </button>
        </div>
      }
      <div class="th-row">
        <button type="button" class="th-button" [attr.aria-busy]="busy()" (click)="make()">
          <th-icon name="calendar" [size]="18" />
          {{ t(since() ? 'calendar.again' : 'calendar.make') }}
        </button>
        @if (since()) {
          <button type="button" class="th-button th-button--danger" (click)="end()">
            {{ t('calendar.end') }}
          </button>
        }
      </div>
    </div>
  `,
})
export class CalendarLinkPage {
  readonly since = input.required<string | null>();
  readonly readAt = input.required<string | null>();
  readonly changed = output();
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly url = signal<string | null>(null);
  protected readonly busy = signal(false);
  protected readonly instant = (at: string) => formatInstant(at);

  protected async make(): Promise<void> {
    if (this.since() && !(await this.sure('again'))) return;
    await this.work(async () => {
      const { url } = await this.api.call(routes.makeMyCalendar);
      this.url.set(url);
    });
  }

  protected async end(): Promise<void> {
    if (!(await this.sure('end'))) return;
    await this.work(async () => {
      await this.api.call(routes.endMyCalendar);
      this.url.set(null);
      this.toasts.tell(this.t('calendar.ended'));
    });
  }

  protected async copy(url: string, field: HTMLInputElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
      this.toasts.tell(this.t('calendar.copied'));
    } catch {
      field.focus();
      this.toasts.fail(this.t('calendar.noCopy'));
    }
  }

  private sure(what: 'again' | 'end'): Promise<boolean> {
    return this.dialogs.confirm({
      heading: this.t(`calendar.${what}Ask`),
      consequence: this.t(`calendar.${what}Hint`),
      confirm: this.t(`calendar.${what}`),
      danger: what === 'end',
    });
  }

  private async work(task: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await task();
      this.changed.emit();
    } catch (error) {
      this.toasts.fail(this.problems.message(error));
    } finally {
      this.busy.set(false);
    }
  }
}
