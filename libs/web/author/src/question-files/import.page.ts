/** The room where questions of a file come into a bank: choose, look through, import. */
import {
  afterNextRender,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { endpoints, type FoundQuestion } from '@tap-huan/contract';
import { addressState, Api, isFailure, Problems, read, UnsavedWork } from '@tap-huan/web/api';
import {
  CalloutComponent,
  Dialogs,
  EmptyStateComponent,
  ErrorStateComponent,
  formatSize,
  IconComponent,
  injectLanguage,
  PageHeaderComponent,
  SkeletonComponent,
} from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { bankLink } from '../question/question-places';
import { ChooseFileComponent } from './choose-file.component';
import { DestinationComponent } from './destination.component';
import { FoundListComponent, type Shown } from './found-list.component';
import { mendingList } from './found-words';
import { injectFileText } from './i18n/text';
import { ImportStore, NOT_READ, TOO_SCATTERED } from './import.store';
import { LookComponent } from './look.component';

@Component({
  selector: 'th-import-page',
  imports: [
    RouterLink,
    CalloutComponent,
    ChooseFileComponent,
    DestinationComponent,
    EmptyStateComponent,
    ErrorStateComponent,
    FoundListComponent,
    IconComponent,
    PageHeaderComponent,
    SkeletonComponent,
  ],
  providers: [ImportStore],
  templateUrl: './import.page.html',
  styleUrl: './import.page.scss',
})
export class ImportPage {
  readonly bankId = input.required<string>();
  protected readonly store = inject(ImportStore);
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  protected readonly problems = inject(Problems);
  protected readonly t = injectFileText();
  private readonly words = injectText();
  private readonly language = injectLanguage();
  private readonly injector = inject(Injector);
  private readonly done = viewChild<ElementRef<HTMLElement>>('done');
  protected readonly address = addressState({ loc: 'all', dm: '', khoa: '' });
  protected readonly bank = read(endpoints.readBank, () => ({ params: { bankId: this.bankId() } }));
  protected readonly template = this.api.fileUrl(endpoints.questionTemplate, {});
  protected readonly back = computed(() =>
    bankLink({ courseId: this.address.value().khoa || null, bankId: this.bankId() }),
  );
  /** Where the questions can be seen afterwards. */
  protected readonly backQuery = computed(() => ({ dm: this.categoryId() }));
  protected readonly status = signal<'draft' | 'ready'>('draft');
  protected readonly categoryId = computed(() => this.address.value().dm || null);
  protected readonly shown = computed(() => this.address.value().loc as Shown);
  protected readonly size = computed(() => formatSize(this.store.file()?.size, this.language()));
  protected readonly isTooMany = computed(() =>
    (this.store.preview()?.problems ?? []).some(({ code }) => code === 'too_many_questions'),
  );

  constructor() {
    effect(() => this.store.bankId.set(this.bankId()));
    inject(UnsavedWork).watch(this.store.importing);
  }

  /** What the file itself is to blame for does not get better by itself. */
  protected mayRetry(error: unknown): boolean {
    const isOfFile = ['file_kind_not_allowed', 'file_too_large'].some((code) =>
      isFailure(error, code as 'file_too_large'),
    );
    return !isOfFile && error !== NOT_READ;
  }

  protected failureWords(error: unknown): string {
    if (error === NOT_READ) return this.t('file.other');
    if (error === TOO_SCATTERED) return this.t('into.tooScattered');
    if (isFailure(error, 'file_kind_not_allowed')) return this.t('file.wrongKind');
    if (isFailure(error, 'file_too_large')) {
      return this.t('file.tooLarge', { megabytes: error.params['megabytes'] ?? 20 });
    }
    return this.problems.message(error);
  }

  protected async apply(): Promise<void> {
    await this.store.apply({ categoryId: this.categoryId(), status: this.status() });
    if (this.store.imported() === null) return;
    this.address.set({ loc: 'all' });
    const look = () => this.done()?.nativeElement.focus();
    afterNextRender(look, { injector: this.injector });
  }

  protected again(): void {
    this.store.forget();
    this.address.set({ loc: 'all' });
  }

  protected look(question: FoundQuestion): void {
    void this.dialogs.open(LookComponent, { data: question, wide: true });
  }

  /** The questions that could not be read, as a file to mend them by. */
  protected download(): void {
    const name = this.store.file()?.name ?? '';
    const wrong = this.store.questions().filter(({ content }) => content === null);
    const text = mendingList(name, wrong, this.t, this.words);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    link.download = this.t('list.name', { name: name.replace(/\.[^.]*$/, '') });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}
