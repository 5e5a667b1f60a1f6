/** The room of a new course: a dialog over the list. */
import { DialogRef } from '@angular/cdk/dialog';
import { Component, computed, effect, inject, signal } from '@angular/core';
import { apply, form, FormField, maxLength, required, submit } from '@angular/forms/signals';
import { endpoints } from '@tap-huan/contract';
import { Api, isFailure, Problems } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DialogFrameComponent,
  FieldComponent,
  InputDirective,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { MetaFormComponent } from '../meta/meta-form.component';
import { emptyMeta, metaOf, type MetaModel, metaSchema } from '../meta/meta-model';
import { LocalCopies } from '../saving/local-copies';

interface NewCourse {
  code: string;
  meta: MetaModel;
}

@Component({
  selector: 'th-new-course-page',
  imports: [
    CalloutComponent,
    DialogFrameComponent,
    FieldComponent,
    FormField,
    InputDirective,
    MetaFormComponent,
  ],
  template: `
    <form novalidate (submit)="$event.preventDefault(); save()">
      <th-dialog [heading]="t('courses.create')">
        <div class="th-stack">
          <p class="th-muted">{{ t('courses.createHint') }}</p>
          <th-field
            [label]="t('courses.code')"
            [hint]="t('courses.codeHint')"
            [field]="form.code"
            required
            [error]="codeError()"
          >
            <input
              thInput
              class="code"
              autocomplete="off"
              autocapitalize="characters"
              [formField]="form.code"
            />
          </th-field>
          <th-meta-form [meta]="form.meta" />
          @if (otherFailure(); as error) {
            <th-callout kind="error">{{ problems.message(error) }}</th-callout>
          }
        </div>
        <button thActions type="button" class="th-button" (click)="ref.close()">
          {{ t('cancel') }}
        </button>
        <button
          thActions
          type="submit"
          class="th-button th-button--primary"
          [attr.aria-busy]="saving()"
        >
          {{ t('courses.create') }}
        </button>
      </th-dialog>
    </form>
  `,
  styles: `
    .code {
      max-width: 12rem;
    }
  `,
})
export class NewCoursePage {
  private readonly api = inject(Api);
  protected readonly problems = inject(Problems);
  protected readonly ref = inject<DialogRef<string>>(DialogRef);
  protected readonly t = injectText();
  /** What was typed and not sent is there again when the dialog is opened next. */
  private readonly copy = inject(LocalCopies).of<NewCourse>('course', 'new');
  private readonly model = signal<NewCourse>(
    this.copy.read()?.value ?? { code: '', meta: emptyMeta() },
  );
  protected readonly form = form(this.model, (path) => {
    required(path.code);
    maxLength(path.code, 20);
    apply(path.meta, metaSchema);
  });
  protected readonly saving = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly codeError = computed(() =>
    isFailure(this.failure(), 'course_code_taken')
      ? this.problems.message(this.failure())
      : this.problems.field(this.failure(), 'code'),
  );

  protected readonly otherFailure = computed(() => (this.codeError() ? null : this.failure()));

  constructor() {
    effect(() => this.copy.keep(this.model(), 0));
  }

  protected save(): Promise<unknown> {
    const onInvalid = () => this.form().errorSummary()[0]?.fieldTree().focusBoundControl();
    return submit(this.form, { action: () => this.send(), onInvalid });
  }

  private async send(): Promise<void> {
    this.saving.set(true);
    this.failure.set(null);
    const { code, meta } = this.model();
    try {
      const { id } = await this.api.call(endpoints.createCourse, {
        body: { code, meta: metaOf(meta) },
      });
      this.copy.forget();
      this.ref.close(id);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.saving.set(false);
    }
  }
}
