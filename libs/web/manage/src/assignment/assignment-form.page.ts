/** The room where an assignment is written: what, for whom, until when, why; beside it what it would do today. */
import {
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { endpoints } from '@tap-huan/contract';
import { today } from '@tap-huan/rules';
import { Api, isFailure, kept, Problems, read, UnsavedWork } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  ErrorStateComponent,
  FieldComponent,
  IconComponent,
  InputDirective,
  PageHeaderComponent,
  SectionComponent,
  SelectComponent,
  SkeletonComponent,
  Toasts,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { completables } from '../audience/completions';
import { Drafts } from '../list/drafts';
import { openUnits } from '../list/units';
import { AssignmentEffectComponent } from './assignment-effect.component';
import {
  type AssignmentModel,
  freshModel,
  type Gap,
  gapsOf,
  inputOf,
  modelOf,
} from './assignment-model';
import { DueFieldsComponent } from './due-fields.component';
import { injectAssignmentText } from './i18n/text';

const HOME = '/quan-ly/giao-boi-duong';

@Component({
  selector: 'th-assignment-form-page',
  imports: [
    RouterLink,
    AssignmentEffectComponent,
    CalloutComponent,
    DateInputComponent,
    DueFieldsComponent,
    ErrorStateComponent,
    FieldComponent,
    IconComponent,
    InputDirective,
    PageHeaderComponent,
    SectionComponent,
    SelectComponent,
    SkeletonComponent,
    UnitPickerComponent,
  ],
  templateUrl: './assignment-form.page.html',
  styleUrl: './assignment.scss',
})
export class AssignmentFormPage {
  /** Absent: a new one. */
  readonly assignmentId = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly drafts = inject(Drafts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectAssignmentText();
  protected readonly home = HOME;
  protected readonly units = openUnits();
  protected readonly assignment = read(endpoints.readAssignment, () => {
    const assignmentId = this.assignmentId();
    return assignmentId ? { params: { assignmentId } } : undefined;
  });
  private readonly audienceList = kept(
    read(endpoints.listAudiences, () => ({ query: { page: 1, pageSize: 200 } })),
  );
  private readonly completables = completables();
  private readonly draftName = computed(() => `assignment/${this.assignmentId() ?? 'moi'}`);

  /** As stored; null while it is not known. */
  private readonly stored = computed<AssignmentModel | null>(() => {
    if (this.assignmentId()) {
      return this.assignment.hasValue() ? modelOf(this.assignment.value()) : null;
    }
    const units = this.units();
    const widest = units.find(({ parentId }) => !units.some(({ id }) => id === parentId));
    return widest ? freshModel(today(new Date()), widest.id) : null;
  });
  protected readonly model = linkedSignal<AssignmentModel | null, AssignmentModel | null>({
    source: () => this.stored(),
    computation: (stored) =>
      stored && ((this.drafts.take(this.draftName()) as AssignmentModel | undefined) ?? stored),
  });
  private readonly changed = computed(
    () => JSON.stringify(this.model()) !== JSON.stringify(this.stored()),
  );
  private saved = false;
  protected readonly begun = computed(
    () => this.assignment.hasValue() && this.assignment.value().state !== 'draft',
  );
  protected readonly audiences = computed(() =>
    (this.audienceList()?.items ?? []).map(({ id, name, members }) => ({
      value: id,
      label: `${name} (${members})`,
    })),
  );
  protected readonly noAudience = computed(() => this.audienceList()?.total === 0);
  protected readonly targets = computed(() =>
    this.completables().map(({ key, kind, code, title }) => ({
      value: key,
      label: `${kind === 'programme' ? `${this.t('form.programme')}: ` : ''}${code} · ${title}`,
    })),
  );
  protected readonly courses = computed(() =>
    this.completables()
      .filter(({ kind }) => kind === 'course')
      .map(({ id, code, title }) => ({ value: id, label: `${code} · ${title}` })),
  );
  protected readonly tried = signal(false);
  protected readonly gaps = computed<readonly Gap[]>(() => {
    const model = this.model();
    return this.tried() && model ? gapsOf(model) : [];
  });
  /** What the preview asks; undefined while it cannot be asked. */
  protected readonly asked = computed(() => {
    const model = this.model();
    const body = model && inputOf(model, true);
    return body ? { ...body, assignmentId: this.assignmentId() ?? null } : undefined;
  });
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly stale = computed(() => isFailure(this.failure(), 'stale_revision'));

  constructor() {
    inject(UnsavedWork).watch(this.changed);
    inject(DestroyRef).onDestroy(() => {
      if (!this.saved && this.changed()) this.drafts.keep(this.draftName(), this.model());
    });
  }

  protected change(part: Partial<AssignmentModel>): void {
    this.model.update((model) => model && { ...model, ...part });
  }

  protected gap(field: Gap): string | null {
    return this.gaps().includes(field) ? this.t('form.required') : null;
  }

  protected reload(): void {
    this.failure.set(null);
    this.assignment.reload();
  }

  /** @param start whether a new one is assigned at once */
  protected async save(start: boolean): Promise<void> {
    const model = this.model();
    this.tried.set(true);
    const body = model && inputOf(model);
    if (this.busy() || !body) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const id = this.assignmentId();
      if (id && this.assignment.hasValue()) {
        const { revision } = this.assignment.value();
        await this.api.call(endpoints.updateAssignment, {
          params: { assignmentId: id },
          body: { ...body, revision },
        });
        this.leave(id, this.t('form.saved'));
      } else {
        const made = await this.api.call(endpoints.createAssignment, { body });
        this.leave(made.id, start ? await this.start(made.id) : this.t('form.saved'));
      }
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  /** It is saved by now: what goes wrong is told there. */
  private async start(assignmentId: string): Promise<string> {
    try {
      const { enrolled } = await this.api.call(endpoints.changeAssignmentState, {
        params: { assignmentId },
        body: { to: 'active' },
      });
      return this.t('form.started', { count: enrolled });
    } catch (error) {
      return `${this.t('form.saved')} ${this.problems.message(error)}`;
    }
  }

  private leave(assignmentId: string, words: string): void {
    this.saved = true;
    this.model.set(this.stored());
    this.toasts.tell(words);
    void this.router.navigate([HOME, assignmentId]);
  }
}
