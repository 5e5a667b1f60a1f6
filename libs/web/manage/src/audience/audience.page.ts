/** The room of one audience: its conditions on one side, whom they mean today on the other. */
import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type Audience,
  type AudienceMember,
  type AudienceRule,
  endpoints,
  type UnitRow,
} from '@tap-huan/contract';
import { Api, isFailure, kept, Problems, read, UnsavedWork } from '@tap-huan/web/api';
import {
  CalloutComponent,
  ErrorStateComponent,
  FieldComponent,
  FIRST_PAGE,
  IconComponent,
  InputDirective,
  PageHeaderComponent,
  PageTitle,
  SectionComponent,
  SkeletonComponent,
  type TableQuery,
  Toasts,
  UnitPickerComponent,
} from '@tap-huan/web/ui';
import { Drafts } from '../list/drafts';
import { openUnits } from '../list/units';
import { completables } from './completions';
import { injectAudienceText } from './i18n/text';
import { MembersComponent } from './members.component';
import { NamedOfficersComponent, type NamedPerson } from './named-officers.component';
import { RuleFormComponent } from './rule-form.component';
import { injectRuleWords } from './rule-words';

interface Model {
  name: string;
  unitId: string | null;
  rule: AudienceRule;
  /** Names of the officers that the rule names, as far as they are known. */
  people: readonly NamedPerson[];
}

/** Members shown at once: the conditions stay in sight. */
const SHOWN = 10;

const NO_RULE: AudienceRule = {
  ...{ unitIds: [], unitKinds: [], jobPositions: [], ranks: [], staffCategories: [] },
  ...{ leadership: 'any', appointedFrom: null, appointedTo: null, completed: null },
  ...{ include: [], exclude: [] },
};

const modelOf = (audience: Audience): Model => ({
  name: audience.name,
  unitId: audience.unitId,
  rule: audience.rule,
  people: audience.officers.map(({ id, fullName, staffCode, unitName }) => ({
    ...{ id, name: fullName, sub: `${staffCode} · ${unitName}` },
  })),
});

/** A new audience begins with the widest unit of the scope. */
const fresh = (units: readonly UnitRow[]): Model => ({
  name: '',
  unitId: units.find(({ parentId }) => !units.some(({ id }) => id === parentId))?.id ?? null,
  ...{ rule: NO_RULE, people: [] },
});

@Component({
  selector: 'th-audience-page',
  imports: [
    RouterLink,
    CalloutComponent,
    ErrorStateComponent,
    FieldComponent,
    IconComponent,
    InputDirective,
    MembersComponent,
    NamedOfficersComponent,
    PageHeaderComponent,
    RuleFormComponent,
    SectionComponent,
    SkeletonComponent,
    UnitPickerComponent,
  ],
  templateUrl: './audience.page.html',
  styleUrl: './audience.page.scss',
})
export class AudiencePage {
  /** `moi`: a new one. */
  readonly audienceId = input.required<string>();
  private readonly nameField = viewChild<ElementRef<HTMLInputElement>>('name');
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly drafts = inject(Drafts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectAudienceText();
  private readonly words = injectRuleWords();
  protected readonly units = openUnits();
  protected readonly completables = completables();
  protected readonly isNew = computed(() => this.audienceId() === 'moi');
  protected readonly audience = read(endpoints.readAudience, () =>
    this.isNew() ? undefined : { params: { audienceId: this.audienceId() } },
  );
  private readonly draftName = computed(() => `audience/${this.audienceId()}`);

  /** As stored; null while it is not known. */
  private readonly stored = computed<Model | null>(() => {
    if (this.isNew()) return this.units().length ? fresh(this.units()) : null;
    return this.audience.hasValue() ? modelOf(this.audience.value()) : null;
  });
  protected readonly model = linkedSignal<Model | null, Model | null>({
    source: () => this.stored(),
    computation: (stored) => {
      if (!stored) return null;
      const before = this.drafts.take(this.draftName()) as Model | undefined;
      return before ?? stored;
    },
  });
  protected readonly changed = computed(
    () => JSON.stringify(this.model()) !== JSON.stringify(this.stored()),
  );
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly stale = computed(() => isFailure(this.failure(), 'stale_revision'));
  protected readonly nameMissing = signal(false);

  private readonly choices = kept(
    read(endpoints.listAudienceChoices, () => {
      const unitId = this.model()?.unitId;
      return unitId ? { query: { unitId } } : undefined;
    }),
  );
  protected readonly jobPositions = computed(() => this.choices()?.jobPositions ?? []);
  protected readonly ranks = computed(() => this.choices()?.ranks ?? []);
  protected readonly pastUnits = computed(() =>
    this.audience.hasValue() ? this.audience.value().pastUnits : [],
  );

  protected readonly query = signal<TableQuery>({ ...FIRST_PAGE, pageSize: SHOWN });
  /** What the preview waits for; null where it can be asked. */
  protected readonly waitsFor = computed(() => {
    const model = this.model();
    if (!model?.unitId) return 'chooseUnit' as const;
    const { completed } = model.rule;
    return completed && !completed.courseId && !completed.programmeId
      ? ('incomplete' as const)
      : null;
  });
  protected readonly preview = read(endpoints.previewAudience, () => {
    const model = this.model();
    if (!model?.unitId || this.waitsFor()) return undefined;
    const { page, pageSize, search } = this.query();
    return { body: { unitId: model.unitId, rule: model.rule, page, pageSize, search } };
  });
  protected readonly members = kept(this.preview);

  protected readonly phrases = computed(() => {
    const rule = this.model()?.rule;
    if (!rule) return [];
    const title = (key: string) =>
      this.completables().find((one) => one.key === key)?.title ?? null;
    return this.words(rule, {
      unit: (id) => this.units().find((unit) => unit.id === id)?.name ?? null,
      course: (id) => title(`course/${id}`),
      programme: (id) => title(`programme/${id}`),
    });
  });

  constructor() {
    inject(UnsavedWork).watch(this.changed);
    const title = inject(PageTitle);
    effect(() => {
      const name = this.stored()?.name;
      if (name) title.own.set(name);
    });
    // What is typed survives leaving the page; saving clears it.
    effect(() => {
      const model = this.model();
      if (!model || !this.changed()) return;
      this.drafts.keep(this.draftName(), model);
    });
  }

  protected change(part: Partial<Model>): void {
    this.model.update((model) => model && { ...model, ...part });
    this.nameMissing.set(false);
    if ('rule' in part || 'unitId' in part) this.query.update((query) => ({ ...query, page: 1 }));
  }

  protected named(list: 'include' | 'exclude'): readonly NamedPerson[] {
    const model = this.model();
    return (model?.rule[list] ?? []).map(
      (id) =>
        model?.people.find((person) => person.id === id) ?? {
          ...{ id, name: this.t('field.otherOfficer'), sub: '' },
        },
    );
  }

  /** Puts somebody on one of the two lists, and off the other. */
  protected enlist(list: 'include' | 'exclude', person: NamedPerson): void {
    const model = this.model();
    if (!model) return;
    const other = list === 'include' ? 'exclude' : 'include';
    const { [list]: on, [other]: off } = model.rule;
    this.change({
      rule: {
        ...model.rule,
        [list]: [...on.filter((id) => id !== person.id), person.id],
        [other]: off.filter((id) => id !== person.id),
      },
      people: [...model.people.filter(({ id }) => id !== person.id), person],
    });
  }

  protected unname(list: 'include' | 'exclude', id: string): void {
    const model = this.model();
    if (!model) return;
    this.change({ rule: { ...model.rule, [list]: model.rule[list].filter((one) => one !== id) } });
  }

  protected leaveOut({ id, fullName, staffCode, unitName }: AudienceMember): void {
    this.enlist('exclude', { id, name: fullName, sub: `${staffCode} · ${unitName}` });
  }

  protected discard(): void {
    this.drafts.take(this.draftName());
    this.model.set(this.stored());
    this.failure.set(null);
  }

  protected reload(): void {
    this.discard();
    this.audience.reload();
  }

  protected async save(): Promise<void> {
    const model = this.model();
    if (this.busy() || !model?.unitId || this.waitsFor()) return;
    const { unitId, rule } = model;
    const name = model.name.trim();
    this.nameMissing.set(name.length < 2);
    if (this.nameMissing()) return this.nameField()?.nativeElement.focus();
    this.busy.set(true);
    this.failure.set(null);
    try {
      const body = { name, unitId, rule };
      if (this.isNew()) await this.api.call(endpoints.createAudience, { body });
      else {
        const { revision } = this.audience.value() as Audience;
        const params = { audienceId: this.audienceId() };
        await this.api.call(endpoints.updateAudience, { params, body: { ...body, revision } });
      }
      this.model.set(this.stored());
      this.drafts.take(this.draftName());
      this.toasts.tell(this.t('page.saved', { name }));
      await this.router.navigateByUrl('/quan-ly/nhom');
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
