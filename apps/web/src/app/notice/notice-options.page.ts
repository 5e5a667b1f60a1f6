/** The room where a person chooses which notices come by mail, and makes a calendar link. */
import { Component, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type NoticeKind, type NoticePreferences, routes } from '@tap-huan/contract';
import { Api, kept, Problems, read, UnsavedWork } from '@tap-huan/web/api';
import {
  CalloutComponent,
  ErrorStateComponent,
  FieldComponent,
  IconComponent,
  InputDirective,
  PageHeaderComponent,
  SectionComponent,
  SkeletonComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { CalendarLinkPage } from './calendar-link.page';
import { injectText } from './i18n/text';

/** As the contract has it; the server has the last word. */
const ADDRESS = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/u;

interface Choice {
  email: string;
  mailOff: readonly NoticeKind[];
}

const choiceOf = ({ email, mailOff }: NoticePreferences): Choice => ({
  email: email ?? '',
  mailOff,
});

@Component({
  selector: 'th-notice-options-page',
  imports: [
    CalendarLinkPage,
    CalloutComponent,
    ErrorStateComponent,
    FieldComponent,
    IconComponent,
    InputDirective,
    PageHeaderComponent,
    RouterLink,
    SectionComponent,
    SkeletonComponent,
  ],
  templateUrl: './notice-options.page.html',
  styles: `
    :host {
      display: block;
      max-width: 48rem;
    }
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-weight: 500;
    }
  `,
})
export class NoticeOptionsPage {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly stored = read(routes.readMyNoticePreferences);
  protected readonly known = kept(this.stored);
  protected readonly choice = linkedSignal<NoticePreferences | undefined, Choice | null>({
    source: this.known,
    // What has been chosen here is not lost when the calendar link below changes.
    computation: (known, before) => before?.value ?? (known ? choiceOf(known) : null),
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly strict = signal(false);
  private readonly saved = linkedSignal(() => {
    const known = this.known();
    return known ? JSON.stringify(choiceOf(known)) : null;
  });
  protected readonly wrong = computed(() => {
    const email = this.choice()?.email.trim() ?? '';
    return email !== '' && !ADDRESS.test(email);
  });
  protected readonly addressHint = computed(() => {
    const email = this.known()?.staffEmail;
    return email ? this.t('mail.staffAddress', { email }) : this.t('mail.noStaffAddress');
  });

  constructor() {
    inject(UnsavedWork).watch(
      computed(() => this.saved() !== null && JSON.stringify(this.choice()) !== this.saved()),
    );
    effect(() => {
      if (this.choice()) this.failure.set(null);
    });
  }

  protected type(email: string): void {
    this.choice.update((choice) => choice && { ...choice, email });
  }

  protected wants(kind: NoticeKind): boolean {
    return !this.choice()?.mailOff.includes(kind);
  }

  protected want(kind: NoticeKind, wanted: boolean): void {
    this.choice.update((choice) => {
      if (!choice) return choice;
      const others = choice.mailOff.filter((one) => one !== kind);
      return { ...choice, mailOff: wanted ? others : [...others, kind] };
    });
  }

  protected async save(): Promise<void> {
    const choice = this.choice();
    this.strict.set(true);
    if (!choice || this.busy() || this.wrong()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const body = { email: choice.email.trim() || null, mailOff: [...choice.mailOff] };
      await this.api.call(routes.saveMyNoticePreferences, { body });
      this.saved.set(JSON.stringify(choice));
      this.toasts.tell(this.t('mail.saved'));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
