/** The room where the description of a course is written. */
import { Component, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { apply, disabled, form, submit } from '@angular/forms/signals';
import { type CourseVersion, endpoints } from '@tap-huan/contract';
import { Api, isFailure, Problems, UnsavedWork } from '@tap-huan/web/api';
import { CalloutComponent, SavedStateComponent } from '@tap-huan/web/ui';
import { CourseStore } from '../course/course.store';
import { injectText } from '../i18n/text';
import { LocalCopies } from '../saving/local-copies';
import { MetaFormComponent } from './meta-form.component';
import { metaOf, type MetaModel, metaSchema } from './meta-model';

@Component({
  selector: 'th-meta-page',
  imports: [CalloutComponent, MetaFormComponent, SavedStateComponent],
  template: `
    <form novalidate class="th-stack" (submit)="$event.preventDefault(); save()">
      <th-meta-form [meta]="form" [errors]="fieldErrors()" />
      @if (newer()) {
        <th-callout kind="warning" [heading]="t('meta.newer')">
          <p>{{ t('meta.newerHint') }}</p>
          <div class="th-row choices">
            <button type="button" class="th-button th-button--small" (click)="overwrite()">
              {{ t('conflict.keepMine') }}
            </button>
            <button type="button" class="th-button th-button--small" (click)="takeTheirs()">
              {{ t('conflict.takeTheirs') }}
            </button>
          </div>
        </th-callout>
      } @else if (failure(); as error) {
        <th-callout kind="error">{{ problems.message(error) }}</th-callout>
      }
      @if (store.editable()) {
        <div class="th-row">
          <button
            type="submit"
            class="th-button th-button--primary"
            [disabled]="!dirty()"
            [attr.aria-busy]="saving()"
          >
            {{ t('meta.save') }}
          </button>
          <th-saved-state [state]="state()" [at]="savedAt()" />
        </div>
      }
    </form>
  `,
  styles: `
    :host {
      display: block;
      max-width: 48rem;
    }
    .choices {
      margin-top: var(--th-8);
    }
  `,
})
export class MetaPage {
  protected readonly store = inject(CourseStore);
  private readonly api = inject(Api);
  protected readonly problems = inject(Problems);
  protected readonly t = injectText();
  private readonly copies = inject(LocalCopies);
  private readonly course = computed(() => this.store.course() as CourseVersion);
  private readonly courseId = computed(() => this.course().courseId);
  private readonly copy = computed(() => this.copies.of<MetaModel>('course', this.courseId()));
  /** What is typed; what was typed before and never sent comes back. */
  private readonly model = linkedSignal<string, MetaModel>({
    source: computed(() => `${this.courseId()}/${this.course().number}`),
    computation: () => (this.store.editable() && this.copy().read()?.value) || this.course().meta,
  });
  protected readonly form = form(this.model, (path) => {
    apply(path, metaSchema);
    disabled(path, { when: () => !this.store.editable() });
  });
  protected readonly dirty = computed(
    () => JSON.stringify(this.model()) !== JSON.stringify(this.course().meta),
  );
  protected readonly saving = signal(false);
  protected readonly savedAt = signal<string | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly newer = computed(() => isFailure(this.failure(), 'stale_revision'));
  protected readonly fieldErrors = computed(() => ({
    title: this.problems.field(this.failure(), 'meta.title'),
    legalBasis: this.problems.field(this.failure(), 'meta.legalBasis.0'),
  }));
  protected readonly state = computed(() => {
    if (this.saving()) return 'saving';
    if (isFailure(this.failure(), 'offline')) return 'waiting';
    if (this.failure()) return 'failed';
    if (this.dirty()) return 'dirty';
    return this.savedAt() ? 'saved' : 'none';
  });

  constructor() {
    inject(UnsavedWork).watch(this.dirty);
    effect(() => {
      if (this.dirty() && this.store.editable())
        this.copy().keep(this.model(), this.course().revision);
      else this.copy().forget();
    });
  }

  protected save(): Promise<unknown> {
    const onInvalid = () => this.form().errorSummary()[0]?.fieldTree().focusBoundControl();
    return submit(this.form, { action: () => this.send(this.course().revision), onInvalid });
  }

  /** The own text wins over the newer one. */
  protected async overwrite(): Promise<void> {
    const fresh = await this.fresh();
    if (fresh) await this.send(fresh.revision);
  }

  protected async takeTheirs(): Promise<void> {
    const fresh = await this.fresh();
    if (!fresh) return;
    this.failure.set(null);
    this.store.took(fresh);
    this.model.set(fresh.meta);
  }

  private async fresh(): Promise<CourseVersion | null> {
    try {
      return await this.api.call(endpoints.readCourse, { params: { courseId: this.courseId() } });
    } catch (error) {
      this.failure.set(error);
      return null;
    }
  }

  private async send(revision: number): Promise<void> {
    const meta = metaOf(this.model());
    this.saving.set(true);
    try {
      const saved = await this.api.call(endpoints.updateCourse, {
        params: { courseId: this.courseId() },
        body: { meta, revision },
      });
      this.failure.set(null);
      this.savedAt.set(new Date().toISOString());
      this.store.took({ meta, revision: saved.revision });
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.saving.set(false);
    }
  }
}
