/** The room of the answer by files: what is taken is said before, what is on its way is seen, nothing chosen is dropped. */
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import type { AttemptFile } from '@tap-huan/contract';
import { Problems } from '@tap-huan/web/api';
import { FileDropComponent, IconComponent, PercentPipe, SizePipe } from '@tap-huan/web/ui';
import { injectQuestionText } from '../../i18n/question.text';
import { AnswerPart, type FileUrl } from '../answer-part';
import { acceptOf, bytesOf, withFile, withoutFile } from './file-rules';
import type { AnswerUploads, Upload } from './uploads';

@Component({
  selector: 'th-file-answer',
  imports: [FileDropComponent, IconComponent, PercentPipe, SizePipe],
  templateUrl: './file-answer.component.html',
  styleUrl: './file-answer.component.scss',
})
export class FileAnswerComponent extends AnswerPart<'file_upload'> {
  readonly slot = input.required<number>();
  readonly uploads = input.required<AnswerUploads | null>();
  readonly fileUrl = input.required<FileUrl | null>();
  protected readonly t = injectQuestionText();
  protected readonly problems = inject(Problems);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  protected readonly files = computed(() => this.answer()?.files ?? []);
  protected readonly coming = computed(
    () =>
      this.uploads()
        ?.all()
        .filter(({ slot }) => slot === this.slot()) ?? [],
  );
  protected readonly online = computed(() => this.uploads()?.online() ?? true);
  protected readonly room = computed(
    () => this.question().maximumFiles - this.files().length - this.coming().length,
  );
  protected readonly accept = computed(() => acceptOf(this.question().accept));
  protected readonly maxSize = computed(() => bytesOf(this.question().maximumMegabytes));
  protected readonly terms = computed(() => {
    const { accept, maximumFiles: count, maximumMegabytes: size } = this.question();
    const kinds = accept.map((kind) => this.t(`files.kind.${kind}`)).join(', ');
    const limits = count === 1 ? 'files.limitsOne' : 'files.limits';
    return `${this.t('files.kinds', { kinds })}. ${this.t(limits, { count, size })}.`;
  });
  /** The file removed last, until something else happens. */
  protected readonly removed = signal<AttemptFile | null>(null);
  private readonly notTaken = signal<readonly string[]>([]);
  /** What a screen reader is told: the last file that arrived here. */
  protected readonly said = linkedSignal<AttemptFile[], string>({
    source: () => this.files(),
    computation: (now, before) => {
      const added = now.at(-1);
      if (!added || !before || before.source.length >= now.length) return '';
      return this.t('files.added', { name: added.name });
    },
  });
  protected readonly tooMany = computed(() =>
    this.notTaken().length
      ? this.t('files.tooMany', {
          count: this.question().maximumFiles,
          list: this.notTaken().join(', '),
        })
      : '',
  );

  protected take(chosen: readonly File[]): void {
    this.removed.set(null);
    const room = Math.max(0, this.room());
    this.notTaken.set(chosen.slice(room).map(({ name }) => name));
    this.uploads()?.take(this.slot(), chosen.slice(0, room));
  }

  protected remove(file: AttemptFile): void {
    this.notTaken.set([]);
    this.removed.set(file);
    this.give(withoutFile(this.answer(), file.id));
    this.focus('.removed button');
  }

  protected giveUp(upload: Upload): void {
    this.notTaken.set([]);
    this.uploads()?.drop(upload.id);
    this.focus('input');
  }

  protected undo(): void {
    const file = this.removed();
    this.removed.set(null);
    if (!file || this.room() <= 0) return;
    this.give(withFile(this.answer(), file));
    this.focus('li:last-child button');
  }

  /** The button that was pressed is gone. */
  private focus(selector: string): void {
    afterNextRender(() => this.host.querySelector<HTMLElement>(selector)?.focus(), {
      injector: this.injector,
    });
  }

  protected stateOf({ state }: Upload): 'files.refused' | 'files.queued' | 'files.waiting' {
    if (state === 'refused') return 'files.refused';
    return this.online() ? 'files.queued' : 'files.waiting';
  }
}
