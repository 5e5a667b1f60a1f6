/** The room of one programme: what it says, what it asks, and the decision by which each version was approved. */
import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import {
  endpoints,
  type Programme,
  type ProgrammeContent,
  type ProgrammeCourse,
} from '@tap-huan/contract';
import { Api, isFailure, kept, Problems, read, UnsavedWork } from '@tap-huan/web/api';
import {
  CalloutComponent,
  Dialogs,
  ErrorStateComponent,
  formatDay,
  formatInstant,
  IconComponent,
  PageHeaderComponent,
  PageTitle,
  SectionComponent,
  SkeletonComponent,
  StatusChipComponent,
  TabsComponent,
  Toasts,
} from '@tap-huan/web/ui';
import { Drafts } from '../list/drafts';
import { AboutFormComponent } from './about-form.component';
import { ProgrammeFactsComponent } from './facts.component';
import { injectProgrammeText } from './i18n/text';
import { RulesFormComponent } from './rules-form.component';
import { SetsFormComponent } from './sets-form.component';

@Component({
  selector: 'th-programme-page',
  imports: [
    RouterLink,
    RouterLinkActive,
    AboutFormComponent,
    CalloutComponent,
    ErrorStateComponent,
    IconComponent,
    PageHeaderComponent,
    ProgrammeFactsComponent,
    RulesFormComponent,
    SectionComponent,
    SetsFormComponent,
    SkeletonComponent,
    StatusChipComponent,
    TabsComponent,
  ],
  templateUrl: './programme.page.html',
  styleUrl: './programme.page.scss',
})
export class ProgrammePage {
  readonly programmeId = input.required<string>();
  /** Number of the version to show; absent: the draft or the newest. */
  readonly ban = input<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly drafts = inject(Drafts);
  protected readonly problems = inject(Problems);
  protected readonly t = injectProgrammeText();
  protected readonly formatDay = formatDay;

  protected readonly programme = read(endpoints.readProgramme, () => ({
    params: { programmeId: this.programmeId() },
    query: { version: /^\d{1,4}$/.test(this.ban() ?? '') ? Number(this.ban()) : undefined },
  }));
  private readonly catalogue = kept(read(endpoints.listCatalogue, () => ({ query: {} })));
  private readonly draftName = computed(() => `programme/${this.programmeId()}`);
  private readonly stored = computed(() =>
    this.programme.hasValue() ? this.programme.value() : null,
  );
  protected readonly editable = computed(() => this.stored()?.state === 'draft');
  protected readonly content = linkedSignal<Programme | null, ProgrammeContent | null>({
    source: () => this.stored(),
    computation: (programme) => {
      if (!programme) return null;
      if (programme.state !== 'draft') return programme.content;
      const before = this.drafts.take(this.draftName()) as ProgrammeContent | undefined;
      return before ?? programme.content;
    },
  });
  protected readonly changed = computed(
    () =>
      this.editable() && JSON.stringify(this.content()) !== JSON.stringify(this.stored()?.content),
  );
  protected readonly busy = signal(false);
  protected readonly failure = signal<unknown>(null);
  protected readonly stale = computed(() => isFailure(this.failure(), 'stale_revision'));
  protected readonly titleShort = computed(() => (this.content()?.title.trim().length ?? 9) < 3);
  protected readonly mayApprove = computed(
    () => this.editable() && !this.changed() && this.stored()?.problems.length === 0,
  );
  /** The published ones, and those that the programme names. */
  protected readonly courses = computed<ProgrammeCourse[]>(() => {
    const published = (this.catalogue()?.items ?? []).map(({ id, code, title, hours }) => ({
      ...{ id, code, title, hours, published: true },
    }));
    const known = new Set(published.map(({ id }) => id));
    return [...published, ...(this.stored()?.courses ?? []).filter(({ id }) => !known.has(id))];
  });

  constructor() {
    inject(UnsavedWork).watch(this.changed);
    const title = inject(PageTitle);
    effect(() => {
      const programme = this.stored();
      if (programme) title.own.set(programme.content.title);
    });
    // What is typed survives leaving the page; saving clears it.
    effect(() => {
      const content = this.content();
      if (content && this.changed()) this.drafts.keep(this.draftName(), content);
    });
  }

  protected stateWords({ state, number }: Programme): string {
    return this.t(`state.${state}`, { number });
  }

  protected approvedWords(version: Programme['versions'][number]): string {
    const at = formatInstant(version.approvedAt);
    const name = version.approvedByName;
    return name ? this.t('page.approvedBy', { at, name }) : this.t('page.approvedAt', { at });
  }

  protected change(part: Partial<ProgrammeContent>): void {
    this.content.update((content) => content && { ...content, ...part });
  }

  protected discard(): void {
    this.drafts.take(this.draftName());
    this.content.set(this.stored()?.content ?? null);
    this.failure.set(null);
  }

  protected reload(): void {
    this.discard();
    this.programme.reload();
  }

  protected async save(): Promise<void> {
    const [programme, content] = [this.stored(), this.content()];
    if (!programme || !content || this.titleShort()) return;
    await this.act(async () => {
      await this.api.call(endpoints.updateProgramme, {
        params: { programmeId: programme.id },
        body: { content, revision: programme.revision },
      });
      this.drafts.take(this.draftName());
      this.programme.set({ ...programme, content, revision: programme.revision + 1 });
      return this.t('page.saved');
    });
  }

  protected async approve(): Promise<void> {
    const programme = this.stored();
    if (!programme || !this.mayApprove()) return;
    const { ApproveDialog } = await import('./approve.dialog');
    if (await this.dialogs.open<boolean>(ApproveDialog, { data: programme })) {
      this.programme.reload();
    }
  }

  protected beginDraft(): Promise<void> {
    return this.act(async () => {
      const params = { programmeId: this.programmeId() };
      await this.api.call(endpoints.beginProgrammeDraft, { params });
      await this.router.navigate([], { queryParams: {} });
      return null;
    });
  }

  protected async dropDraft(programme: Programme): Promise<void> {
    const { number } = programme;
    const first = number === 1;
    const sure = await this.dialogs.confirm({
      heading: this.t('page.dropHeading', { number }),
      consequence: this.t(first ? 'page.dropFirst' : 'page.dropConsequence'),
      confirm: this.t('page.dropDraft'),
      danger: true,
    });
    if (!sure) return;
    await this.act(async () => {
      const params = { programmeId: programme.id };
      await this.api.call(endpoints.dropProgrammeDraft, { params });
      this.discard();
      if (first) await this.router.navigateByUrl('/quan-ly/chuong-trinh');
      return this.t('page.dropped');
    });
  }

  protected put(archived: boolean): Promise<void> {
    return this.act(async () => {
      const params = { programmeId: this.programmeId() };
      await this.api.call(endpoints.archiveProgramme, { params, body: { archived } });
      return this.t(archived ? 'page.archiveDone' : 'page.restoreDone');
    });
  }

  /** One deed at a time; afterwards the programme is read anew. @param work answers what to tell */
  private async act(work: () => Promise<string | null>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const words = await work();
      if (words) this.toasts.tell(words);
      this.programme.reload();
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
