/** The room where a question is marked anew on papers that were handed in: which, how, who changes, and why. */
import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, REGRADE_ACTIONS, type RegradeAction } from '@tap-huan/contract';
import { addressState, Api, isFailure, kept, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  EmptyStateComponent,
  ErrorStateComponent,
  FieldComponent,
  formatInstant,
  InputDirective,
  SectionComponent,
  SelectComponent,
  SkeletonComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { keptForm } from '../mark/kept-form';
import { QuizHeadComponent } from '../queue/quiz-head.component';
import { RegradeChangesComponent } from './regrade-changes.component';
import { chosenAttempts, summaryOf } from './regrade-summary';
import { RegradeSummaryComponent } from './regrade-summary.component';

@Component({
  selector: 'th-regrade-page',
  imports: [
    RouterLink,
    CalloutComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    FieldComponent,
    InputDirective,
    QuizHeadComponent,
    RegradeChangesComponent,
    RegradeSummaryComponent,
    SectionComponent,
    SelectComponent,
    SkeletonComponent,
  ],
  templateUrl: './regrade.page.html',
  styleUrl: './regrade.page.scss',
})
export class RegradePage {
  readonly quizId = input.required<string>();
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  protected readonly address = addressState({ cau: null as string | null, cach: 'newest_key' });
  protected readonly action = computed<RegradeAction>(
    () => REGRADE_ACTIONS.find((one) => one === this.address.value().cach) ?? 'newest_key',
  );
  protected readonly resource = read(endpoints.listRegradable, () => ({
    params: { quizId: this.quizId() },
  }));
  protected readonly page = kept(this.resource);
  protected readonly question = computed(() =>
    this.page()?.questions.find(({ questionId }) => questionId === this.address.value().cau),
  );
  protected readonly options = computed(() =>
    (this.page()?.questions ?? []).map(({ questionId, title, kind, attempts }) => ({
      value: questionId,
      label: this.t('regrade.option', { title, kind: this.t(`kind.${kind}`), attempts }),
    })),
  );
  /** No paper was drawn from an older version than the newest. */
  protected readonly upToDate = computed(() => {
    const question = this.question();
    return question?.versions.every((version) => version === question.newestVersion) ?? false;
  });
  protected readonly actions = REGRADE_ACTIONS;
  protected readonly previewing = read(endpoints.previewRegrade, () => {
    const question = this.question();
    if (!question) return undefined;
    const { questionId } = question;
    return { params: { quizId: this.quizId() }, body: { questionId, action: this.action() } };
  });
  protected readonly preview = computed(() =>
    this.previewing.hasValue() ? this.previewing.value() : undefined,
  );
  protected readonly summary = computed(() => summaryOf(this.preview()?.changes ?? []));
  /** Everybody, until somebody chooses. */
  protected readonly chosen = linkedSignal<ReadonlySet<string>>(
    () => new Set((this.preview()?.changes ?? []).map(({ attemptId }) => attemptId)),
  );
  protected readonly form = keptForm(
    () => `regrade/${this.quizId()}/${this.address.value().cau ?? ''}`,
    () => ({ reason: '' }),
  );
  protected readonly strict = signal(false);
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly reasonMissing = computed(() => this.form.fields().reason.trim() === '');
  protected readonly submitWords = computed(() => {
    const all = this.summary().changes;
    const n = this.chosen().size;
    if (all === 0) return this.t('regrade.applySame');
    return this.t(n === all ? 'regrade.applyAll' : 'regrade.apply', { n });
  });
  /** Without a change only a newer key is worth noting. */
  protected readonly mayApply = computed(() =>
    this.summary().changes > 0
      ? this.chosen().size > 0
      : this.action() === 'newest_key' && !this.upToDate() && this.preview() !== undefined,
  );

  protected choose(part: { cau?: string | null; cach?: RegradeAction }): void {
    this.strict.set(false);
    this.failure.set(null);
    this.address.set(part);
  }

  protected versionsOf({ versions }: { versions: readonly number[] }): string {
    return versions.join(', ');
  }

  protected historyOf(one: NonNullable<ReturnType<typeof this.page>>['regrades'][number]): string {
    return this.t('regrade.historyLine', {
      action: this.t(`regrade.actions.${one.action}`),
      version: one.toVersion,
      n: one.attempts,
    });
  }

  protected byline({ byName, at }: { byName: string; at: string }): string {
    return this.t('regrade.by', { name: byName, at: formatInstant(at) });
  }

  protected async apply(reason: HTMLTextAreaElement): Promise<void> {
    const preview = this.preview();
    this.strict.set(true);
    if (!preview || this.busy() || !this.mayApply()) return;
    if (this.reasonMissing()) return reason.focus();
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { changed } = await this.api.call(endpoints.regrade, {
        params: { quizId: this.quizId() },
        body: {
          questionId: preview.questionId,
          action: this.action(),
          toVersion: preview.toVersion,
          attemptIds: chosenAttempts(preview.changes, this.chosen()),
          reason: this.form.fields().reason,
        },
      });
      this.form.sent();
      this.strict.set(false);
      this.toasts.tell(this.t('regrade.applied', { n: changed }));
      this.resource.reload();
      this.previewing.reload();
    } catch (error) {
      if (isFailure(error, 'stale_revision')) {
        this.toasts.tell(this.t('regrade.stale'));
        this.resource.reload();
        this.previewing.reload();
      } else this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
