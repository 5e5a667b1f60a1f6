/** The room where an officer gets another post from a day on, comes back, has a position of the past written down or one corrected. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import {
  endpoints,
  type OfficerPosition,
  type OfficerProfile,
  STAFF_CATEGORIES,
  type StaffCategory,
  type UnitRow,
} from '@tap-huan/contract';
import { Api, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  DialogFrameComponent,
  FieldComponent,
  formatDay,
  InputDirective,
  SelectComponent,
  Toasts,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { draftOf } from '../list/drafts';
import { injectPeopleText } from './i18n/text';
import { unitsThen } from './units-then';

export interface PostDialogData {
  officer: OfficerProfile;
  /** Of the scope, those that have ended among them. */
  units: readonly UnitRow[];
  /** Present: this position is corrected; absent: another follows it. */
  position?: OfficerPosition;
  /** A position between two days is added to those that are known. */
  past?: boolean;
}

/** A form in which nothing is said yet. */
const NOTHING = {
  from: null as string | null,
  to: null as string | null,
  unitId: null as string | null,
  jobPosition: '',
  rank: '',
  leadership: '',
  appointedOn: null as string | null,
  staffCategory: null as StaffCategory | null,
  decisionNo: '',
};

/** Closes with true once saved. */
@Component({
  selector: 'th-post-dialog',
  imports: [
    CalloutComponent,
    DateInputComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    InputDirective,
    SelectComponent,
    UnitPickerComponent,
  ],
  templateUrl: './post.dialog.html',
})
export class PostDialog {
  protected readonly data = inject<PostDialogData>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectPeopleText();
  protected readonly common = injectText();
  protected readonly isEnded =
    this.data.past || (this.data.position !== undefined && this.data.position.validTo !== null);

  private readonly model = signal(this.initial());
  protected readonly draft = draftOf(
    `post/${this.data.officer.id}/${this.data.position?.id ?? (this.data.past ? 'past' : 'new')}`,
    this.model,
  );
  protected readonly form = form(this.model, (path) => {
    required(path.from);
    if (this.isEnded) required(path.to);
    required(path.unitId);
    required(path.jobPosition);
  });
  /** The present ones; for days that are over those that were there then. */
  protected readonly units = computed(() => {
    const { from, to } = this.model();
    const keptId = this.data.position?.unitId ?? null;
    return this.isEnded
      ? unitsThen(this.data.units, { from, to, keptId })
      : this.data.units.filter(({ id, validTo }) => validTo === null || id === keptId);
  });
  protected readonly categories = computed(() =>
    STAFF_CATEGORIES.map((value) => ({ value, label: this.t(`category.${value}`) })),
  );
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly heading = computed(() => {
    const { officer, position } = this.data;
    if (position) return this.t('post.correctTitle');
    if (this.data.past) return this.t('post.pastTitle', { name: officer.fullName });
    return this.t(officer.leftOn ? 'post.backTitle' : 'post.title', { name: officer.fullName });
  });

  protected async save(): Promise<void> {
    if (this.busy()) return;
    this.form().markAsTouched();
    if (this.form().invalid()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      this.toasts.tell(await this.send());
      this.draft.saved();
      this.ref.close(true);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** @returns the words for what was saved */
  private async send(): Promise<string> {
    const { officer, position } = this.data;
    const { from, to, unitId, jobPosition, staffCategory, ...model } = this.model();
    const leadership = model.leadership.trim() || null;
    const post = {
      unitId: unitId as string,
      jobPosition,
      staffCategory: staffCategory ?? 'cong_chuc',
      rank: model.rank.trim() || null,
      leadership,
      decisionNo: model.decisionNo.trim() || null,
    };
    const appointedOn = leadership === null ? null : model.appointedOn;
    if (position) {
      await this.api.call(endpoints.correctPosition, {
        params: { officerId: officer.id, positionId: position.id },
        body: { ...post, appointedOn, validFrom: from as string, validTo: to },
      });
      return this.t('post.corrected');
    }
    if (this.data.past) {
      await this.api.call(endpoints.addPastPosition, {
        params: { officerId: officer.id },
        body: {
          ...{ ...post, validFrom: from as string, validTo: to as string },
          appointedOn: leadership === null ? null : (appointedOn ?? from),
        },
      });
      return this.t('post.pastSaved', { name: officer.fullName });
    }
    const { planned } = await this.api.call(endpoints.changePost, {
      params: { officerId: officer.id },
      // Without a day the server counts the appointment from the beginning of the post.
      body: {
        ...post,
        effectiveOn: from as string,
        ...(appointedOn === null && leadership !== null ? {} : { appointedOn }),
      },
    });
    return this.t(planned ? 'post.savedPlanned' : 'post.saved', {
      name: officer.fullName,
      day: formatDay(from),
    });
  }

  private initial(): typeof NOTHING {
    const { position, officer, past } = this.data;
    const before = position ?? officer.positions[0];
    if (past) return { ...NOTHING, staffCategory: before?.staffCategory ?? null };
    return {
      from: position?.validFrom ?? null,
      to: position?.validTo ?? null,
      unitId: (before?.unitId ?? null) as string | null,
      jobPosition: before?.jobPosition ?? '',
      rank: before?.rank ?? '',
      leadership: before?.leadership ?? '',
      appointedOn: before?.appointedOn ?? null,
      staffCategory: before?.staffCategory ?? null,
      decisionNo: position?.decisionNo ?? '',
    };
  }
}
