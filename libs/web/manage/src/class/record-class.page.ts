/** The room where HR enters a class that was held: what it was, the pasted list, what of it can be entered. */
import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { type ClassLine, DELIVERY_FORMS, endpoints } from '@tap-huan/contract';
import { Api, kept, Problems, read } from '@tap-huan/web/api';
import {
  CalloutComponent,
  DateInputComponent,
  FieldComponent,
  IconComponent,
  InputDirective,
  MarksPipe,
  PageHeaderComponent,
  SectionComponent,
  SelectComponent,
  StatusChipComponent,
  Toasts,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { courseChoices } from '../list/course-choices';
import { injectClassText } from './i18n/text';

@Component({
  selector: 'th-record-class-page',
  imports: [
    RouterLink,
    CalloutComponent,
    DateInputComponent,
    FieldComponent,
    FormField,
    IconComponent,
    InputDirective,
    MarksPipe,
    PageHeaderComponent,
    SectionComponent,
    SelectComponent,
    StatusChipComponent,
    UnitPickerComponent,
  ],
  templateUrl: './record-class.page.html',
  styleUrls: ['../programme/form-grid.scss', './record-class.page.scss'],
})
export class RecordClassPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectClassText();
  protected readonly courses = courseChoices(() => null);
  private readonly allUnits = kept(read(endpoints.listUnits));
  protected readonly forms = computed(() =>
    DELIVERY_FORMS.map((value) => ({ value, label: this.t(`form.${value}`) })),
  );
  private readonly model = signal({
    title: '',
    courseId: null as string | null,
    unitId: null as string | null,
    place: '',
    deliveryForm: 'in_person' as (typeof DELIVERY_FORMS)[number] | null,
    startsOn: null as string | null,
    endsOn: null as string | null,
    organiser: '',
    documentNo: '',
    note: '',
    certify: false,
  });
  protected readonly form = form(this.model, (path) => {
    required(path.title);
    minLength(path.title, 3);
    maxLength(path.title, 300);
    required(path.courseId);
    required(path.unitId);
    required(path.deliveryForm);
    required(path.startsOn);
    required(path.endsOn);
    required(path.organiser);
    minLength(path.organiser, 2);
    maxLength(path.organiser, 200);
    maxLength(path.place, 200);
    maxLength(path.documentNo, 100);
    maxLength(path.note, 1_000);
  });
  /** Units that there were on the last day of the class; it may be one that is no more. */
  protected readonly units = computed(() => {
    const { endsOn } = this.model();
    return (this.allUnits()?.items ?? []).filter(({ validFrom, validTo }) =>
      endsOn === null ? validTo === null : validFrom <= endsOn && (validTo ?? '9999') > endsOn,
    );
  });
  protected readonly list = signal('');
  /** Gone as soon as what it was checked against changes. */
  protected readonly lines = linkedSignal<unknown, readonly ClassLine[] | null>({
    source: () => [this.list(), this.model().courseId, this.model().endsOn],
    computation: () => null,
  });
  protected readonly good = computed(
    () => this.lines()?.filter(({ problem }) => problem === null) ?? [],
  );
  protected readonly wrong = computed(
    () => this.lines()?.filter(({ problem }) => problem !== null) ?? [],
  );
  protected readonly mayCheck = computed(
    () => this.model().courseId !== null && this.model().endsOn !== null,
  );
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly pressed = signal(false);

  protected async check(): Promise<void> {
    const { courseId, endsOn } = this.model();
    if (this.busy() || courseId === null || endsOn === null) return;
    await this.work(async () => {
      const body = { courseId, endsOn, list: this.list() };
      this.lines.set((await this.api.call(endpoints.checkClassList, { body })).lines);
    });
  }

  protected async save(): Promise<void> {
    this.pressed.set(true);
    this.form().markAsTouched();
    const { courseId, unitId, deliveryForm, startsOn, endsOn, ...rest } = this.model();
    const complete = courseId && unitId && deliveryForm && startsOn && endsOn;
    if (!complete || this.busy() || this.form().invalid() || this.good().length === 0) return;
    const participants = this.good().flatMap(({ officerId, scoreOfTen }) =>
      officerId === null ? [] : [{ officerId, scoreOfTen }],
    );
    await this.work(async () => {
      const { id } = await this.api.call(endpoints.recordTrainingClass, {
        body: { ...rest, courseId, unitId, deliveryForm, startsOn, endsOn, participants },
      });
      this.toasts.tell(this.t('record.done', { title: rest.title }));
      await this.router.navigate(['/quan-ly/lop-hoc', id]);
    });
  }

  private async work(doing: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      await doing();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
