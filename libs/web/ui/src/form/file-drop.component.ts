/** The room where files come in: a button, a place to drop them, and what may come. */
import { booleanAttribute, Component, computed, input, output, signal } from '@angular/core';
import { formatPercent, formatSize } from '../format/format';
import { injectUiText } from '../i18n/text';
import { injectLanguage } from '../i18n/texts';
import { IconComponent } from '../icon/icon.component';

/**
 * Takes files by button or by drop; refuses the wrong kind or size with a sentence.
 *
 *   <th-file-drop accept="image/*,application/pdf" [maxSize]="50_000_000" [progress]="progress()"
 *                 (files)="upload($event)" />
 */
@Component({
  selector: 'th-file-drop',
  imports: [IconComponent],
  template: `
    <label
      [class.over]="over()"
      (dragover)="$event.preventDefault(); over.set(true)"
      (dragleave)="over.set(false)"
      (drop)="drop($event)"
    >
      <input
        #picker
        class="th-hidden"
        type="file"
        [accept]="accept()"
        [multiple]="multiple()"
        [disabled]="busy()"
        (change)="take(picker.files); picker.value = ''"
      />
      <th-icon name="upload" />
      <span>
        @if (busy()) {
          {{ t('file.uploading', { percent: percent() }) }}
        } @else {
          <strong>{{ label() ?? t('file.choose') }}</strong> {{ t('file.drop') }}
        }
        <small>{{ hint() ?? limit() }}</small>
      </span>
    </label>
    @if (refused(); as words) {
      <p role="alert">{{ words }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    label {
      display: flex;
      align-items: center;
      gap: var(--th-16);
      padding: var(--th-16);
      border: 1.5px dashed var(--th-line-strong);
      border-radius: var(--th-radius);
      color: var(--th-ink-2);
      cursor: pointer;
      transition: background-color var(--th-quick);
    }
    label:hover,
    label.over {
      border-color: var(--th-celadon);
      background: var(--th-celadon-tint);
    }
    label:has(:focus-visible) {
      outline: 3px solid var(--th-celadon);
      outline-offset: 2px;
    }
    strong {
      color: var(--th-celadon);
    }
    small {
      display: block;
    }
    p {
      margin-top: var(--th-4);
      color: var(--th-vermilion);
      font-size: var(--th-size-13);
    }
  `,
})
export class FileDropComponent {
  /** As the `accept` attribute: `image/*,.pdf`. */
  readonly accept = input('');
  readonly multiple = input(false, { transform: booleanAttribute });
  /** Bytes. */
  readonly maxSize = input<number>();
  readonly label = input<string>();
  readonly hint = input<string>();
  /** 0 to 1 while an upload runs, else null. */
  readonly progress = input<number | null>(null);
  readonly files = output<File[]>();
  protected readonly t = injectUiText();
  private readonly language = injectLanguage();
  protected readonly over = signal(false);
  protected readonly refused = signal<string | null>(null);
  protected readonly busy = computed(() => this.progress() !== null);
  protected readonly percent = computed(() => formatPercent(this.progress(), this.language()));
  private readonly sizeWords = computed(() => formatSize(this.maxSize() ?? 0, this.language()));
  protected readonly limit = computed(() =>
    this.maxSize() ? this.t('file.limit', { size: this.sizeWords() }) : '',
  );

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    if (!this.busy()) this.take(event.dataTransfer?.files ?? null);
  }

  protected take(list: FileList | null): void {
    const files = [...(list ?? [])].slice(0, this.multiple() ? undefined : 1);
    const max = this.maxSize();
    const wrong = files.find((file) => !this.accepts(file));
    const large = files.find((file) => max !== undefined && file.size > max);
    if (wrong) this.refused.set(this.t('file.wrongKind', { name: wrong.name }));
    else if (large)
      this.refused.set(this.t('file.tooLarge', { name: large.name, size: this.sizeWords() }));
    else this.refused.set(null);
    if (!wrong && !large && files.length) this.files.emit(files);
  }

  private accepts(file: File): boolean {
    const kinds = this.accept()
      .split(',')
      .map((kind) => kind.trim().toLowerCase())
      .filter(Boolean);
    return (
      kinds.length === 0 ||
      kinds.some((kind) =>
        kind.startsWith('.')
          ? file.name.toLowerCase().endsWith(kind)
          : kind.endsWith('/*')
            ? file.type.startsWith(kind.slice(0, -1))
            : file.type === kind,
      )
    );
  }
}
