/** The room where an account is made or changed: name, language, roles, person, lock. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, minLength, pattern, required } from '@angular/forms/signals';
import { type AccountRow, endpoints, type Language, type UnitRow } from '@tap-huan/contract';
import { Api, isFailure, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  InputDirective,
  SelectComponent,
  type SelectOption,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { draftOf } from '../list/drafts';
import { type GrantDraft, grantsOf, grantsProblem, missingUnits } from './grants';
import { GrantsComponent } from './grants.component';
import { OfficerLinkPage } from './officer-link.page';
import type { TemporaryPassword } from './temporary-password.dialog';

export interface AccountDialogData {
  /** Absent: a new one. */
  account?: AccountRow;
  units: readonly UnitRow[];
}

/** What the dialog closes with: saved, and for a new account its password. */
export interface AccountSaved {
  temporary?: TemporaryPassword;
}

/** Letters, digits, dot, hyphen, underscore; capitals are lowered by the contract. */
const USERNAME = /^\s*[a-zA-Z0-9][a-zA-Z0-9._-]{2,59}\s*$/;

@Component({
  selector: 'th-account-dialog',
  imports: [
    CalloutComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    GrantsComponent,
    InputDirective,
    OfficerLinkPage,
    SelectComponent,
  ],
  templateUrl: './account.dialog.html',
  styles: `
    form > th-field {
      max-width: 32rem;
    }
    small {
      display: block;
    }
  `,
})
export class AccountDialog {
  protected readonly data = inject<AccountDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<AccountSaved>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();

  protected readonly account = this.data.account;
  protected readonly units = [
    ...this.data.units,
    ...missingUnits(this.account?.grants ?? [], this.data.units),
  ];
  protected readonly model = signal(this.initial());
  private readonly draft = draftOf(`account/${this.account?.id ?? 'new'}`, this.model);
  protected readonly restored = signal(this.draft.restored);
  protected readonly form = form(this.model, (path) => {
    if (!this.account) {
      required(path.username);
      pattern(path.username, USERNAME, { message: () => this.t('accountForm.usernameWrong') });
    }
    required(path.fullName);
    minLength(path.fullName, 2);
  });
  protected readonly languages = computed<SelectOption<Language>[]>(() => [
    { value: 'vi', label: this.t('accountForm.languageVi') },
    { value: 'en', label: this.t('accountForm.languageEn') },
  ]);
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly grantsProblem = computed(() => {
    const problem = grantsProblem(this.model().grants);
    // A unit that is not chosen yet is told only when one wants to save.
    return problem === 'grantMissing' && !this.tried() ? null : problem;
  });
  protected readonly usernameError = computed(() => {
    const failure = this.failure();
    if (isFailure(failure, 'username_taken')) return this.problems.message(failure);
    if (this.problems.field(failure, 'username')) return this.t('accountForm.usernameWrong');
    return this.form.username().touched() && this.form.username().errors().length
      ? this.t('accountForm.usernameWrong')
      : null;
  });
  protected readonly general = computed(() => {
    const failure = this.failure();
    return failure && !isFailure(failure, 'username_taken') ? failure : null;
  });

  protected change(part: Partial<ReturnType<typeof this.model>>): void {
    this.model.update((model) => ({ ...model, ...part }));
  }

  protected startOver(): void {
    this.model.set(this.initial());
    this.restored.set(false);
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    this.form().markAsTouched();
    if (this.busy() || this.form().invalid() || grantsProblem(this.model().grants)) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const temporary = await this.send();
      this.draft.saved();
      if (!temporary) {
        this.toasts.tell(this.t('accountForm.saved', { name: this.model().fullName.trim() }));
      }
      this.ref.close({ temporary });
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** The password of a new account; nothing for one that was there. */
  private async send(): Promise<TemporaryPassword | undefined> {
    const { username, fullName, language, grants, officerId, disabled } = this.model();
    const common = { fullName, language, grants: grantsOf(grants), officerId };
    if (this.account) {
      await this.api.call(endpoints.updateAccount, {
        params: { accountId: this.account.id },
        body: { ...common, disabled },
      });
      return undefined;
    }
    const name = username.trim().toLowerCase();
    const { temporaryPassword } = await this.api.call(endpoints.createAccount, {
      body: { username: name, ...common },
    });
    return { name: fullName.trim(), username: name, password: temporaryPassword };
  }

  private initial() {
    const { account } = this;
    return {
      username: account?.username ?? '',
      fullName: account?.fullName ?? '',
      language: account?.language ?? ('vi' as Language),
      grants: (account?.grants ?? []).map(({ role, unitId }): GrantDraft => ({ role, unitId })),
      officerId: account?.officerId ?? null,
      disabled: account?.disabled ?? false,
    };
  }
}
