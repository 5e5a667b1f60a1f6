/** The room of "why is this officer (not) assigned?": somebody is chosen, and the reconciler's own grounds are told. */
import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, signal } from '@angular/core';
import { endpoints } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { kept, Problems, read } from '@tap-huan/web/api';
import {
  DialogFrameComponent,
  ErrorStateComponent,
  formatDay,
  IconComponent,
  PersonComponent,
  SearchFieldComponent,
  SkeletonComponent,
  StatusChipComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { CASE_TONES } from './assignment-words';
import { injectAssignmentText } from './i18n/text';
import { groundWords, standingWords, stateOf, tellingGrounds } from './standing-words';

/** Of which assignment, and what was typed already. */
export interface StandingQuestion {
  assignmentId: string;
  search: string;
}

/** Found people shown at once. */
const SHOWN = 6;

@Component({
  selector: 'th-standing-dialog',
  imports: [
    DialogFrameComponent,
    ErrorStateComponent,
    IconComponent,
    PersonComponent,
    SearchFieldComponent,
    SkeletonComponent,
    StatusChipComponent,
  ],
  templateUrl: './standing.dialog.html',
  styleUrls: ['./assignment.scss', './standing.dialog.scss'],
})
export class StandingDialog {
  private readonly question = inject<StandingQuestion>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<void>>(DialogRef);
  protected readonly problems = inject(Problems);
  protected readonly t = injectAssignmentText();
  private readonly manage = injectText();
  protected readonly search = signal(this.question.search);
  protected readonly officerId = signal<string | null>(null);
  protected readonly officers = read(endpoints.listOfficers, () => {
    const search = this.search().trim();
    return search && !this.officerId()
      ? { query: { page: 1, pageSize: SHOWN, search } }
      : undefined;
  });
  protected readonly found = kept(this.officers);
  protected readonly standing = read(endpoints.explainStanding, () => {
    const officerId = this.officerId();
    return officerId
      ? { params: { assignmentId: this.question.assignmentId, officerId } }
      : undefined;
  });
  private readonly known = computed(() =>
    this.standing.hasValue() ? this.standing.value() : undefined,
  );
  protected readonly state = computed(() => {
    const standing = this.known();
    const state = standing ? stateOf(standing) : 'none';
    return state === 'none'
      ? { tone: 'neutral' as const, words: this.t('standing.none') }
      : { tone: CASE_TONES[state], words: this.t(`case.${state}`) };
  });
  protected readonly answer = computed(() => {
    const standing = this.known();
    return standing ? standingWords(standing, today(new Date()), this.t) : [];
  });
  protected readonly grounds = computed(() => {
    const standing = this.known();
    if (!standing) return [];
    return tellingGrounds(standing).map((ground) =>
      groundWords(ground, this.t, (kind, word) => this.nameOf(kind, word)),
    );
  });
  protected readonly exemption = computed(() => {
    const granted = this.known()?.exemption;
    if (!granted) return null;
    const [from, to] = [formatDay(granted.validFrom), formatDay(granted.validTo)];
    const period = granted.validTo
      ? this.t('why.exemptionUntil', { from, to })
      : this.t('why.exemptionOpen', { from });
    return { words: `${period} ${granted.reason}`, basis: granted.legalBasis };
  });

  protected choose(officerId: string | null): void {
    this.officerId.set(officerId);
  }

  private nameOf(kind: 'unit_kinds' | 'staff_categories', word: string): string {
    return kind === 'unit_kinds'
      ? this.manage(`kind.${word}` as 'kind.commune')
      : this.t(`standing.staff.${word}` as 'standing.staff.khac');
  }
}
