/** The room of "assigned because …": the grounds of one case, its due date, what was granted, and what was before. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject } from '@angular/core';
import { endpoints } from '@tap-huan/contract';
import { Problems, read } from '@tap-huan/web/api';
import {
  DayPipe,
  DialogFrameComponent,
  ErrorStateComponent,
  formatDay,
  InstantPipe,
  PersonComponent,
  SkeletonComponent,
  StatusChipComponent,
} from '@tap-huan/web/ui';
import { becauseWords, CASE_TONES, dueWords } from './assignment-words';
import { injectAssignmentText } from './i18n/text';

@Component({
  selector: 'th-case-dialog',
  imports: [
    DayPipe,
    DialogFrameComponent,
    ErrorStateComponent,
    InstantPipe,
    PersonComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './case.dialog.html',
  styleUrl: './assignment.scss',
})
export class CaseDialog {
  private readonly caseId = inject<string>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<void>>(DialogRef);
  protected readonly problems = inject(Problems);
  protected readonly t = injectAssignmentText();
  protected readonly detail = read(endpoints.readCase, () => ({ params: { caseId: this.caseId } }));
  protected readonly tones = CASE_TONES;
  protected readonly because = computed(() =>
    this.detail.hasValue() ? becauseWords(this.detail.value(), this.t) : [],
  );
  protected readonly due = computed(() =>
    this.detail.hasValue() ? dueWords(this.detail.value(), this.t) : [],
  );
  protected readonly exemptionWords = computed(() => {
    const granted = this.detail.hasValue() ? this.detail.value().exemption : null;
    if (!granted) return '';
    const [from, to] = [formatDay(granted.validFrom), formatDay(granted.validTo)];
    return granted.validTo
      ? this.t('why.exemptionUntil', { from, to })
      : this.t('why.exemptionOpen', { from });
  });
}
