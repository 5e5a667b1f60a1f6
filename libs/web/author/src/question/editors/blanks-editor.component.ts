/** The room of a text with blanks: the text, and a row for each blank in it. */
import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  viewChild,
} from '@angular/core';
import { FieldComponent, IconComponent, SelectComponent, Toasts } from '@tap-huan/web/ui';
import { injectText } from '../../i18n/text';
import { LinesComponent } from '../../parts/lines.component';
import {
  type BlanksForm,
  blanksFor,
  type FormBlank,
  markedIds,
  marker,
  withBlank,
  withoutBlank,
} from '../forms/words-form';
import { LeniencyComponent } from './leniency.component';

const MODES = ['typed', 'list', 'bank'] as const;

@Component({
  selector: 'th-blanks-editor',
  imports: [FieldComponent, IconComponent, LeniencyComponent, LinesComponent, SelectComponent],
  templateUrl: './blanks-editor.component.html',
  styleUrl: './editor.scss',
  styles: `
    .insert {
      margin-top: var(--th-8);
    }
    ol {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding: var(--th-12) 0;
      border-top: 1px solid var(--th-line);
    }
    .head {
      justify-content: space-between;
      margin-bottom: var(--th-4);
      font-weight: 500;
    }
    code {
      color: var(--th-ink-2);
      font-size: var(--th-size-13);
    }
    .lost {
      color: var(--th-amber);
      font-size: var(--th-size-13);
    }
    .two {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
      gap: var(--th-12);
    }
    textarea {
      min-height: 8rem;
    }
  `,
})
export class BlanksEditorComponent {
  readonly form = input.required<BlanksForm>();
  readonly changed = output<Partial<BlanksForm>>();
  private readonly injector = inject(Injector);
  private readonly toasts = inject(Toasts);
  protected readonly t = injectText();
  protected readonly marker = marker;
  private readonly area = viewChild.required<ElementRef<HTMLTextAreaElement>>('text');
  protected readonly modes = computed(() =>
    MODES.map((value) => ({ value, label: this.t(`blanks.modes.${value}`) })),
  );
  protected readonly modeHint = computed(() => this.t(`blanks.modeHints.${this.form().mode}`));
  /** Blanks that stand in the text. */
  protected readonly placed = computed(() => new Set(markedIds(this.form().text)));
  protected readonly rows = computed(() =>
    this.form().blanks.map((blank, at) => ({ ...blank, number: at + 1 })),
  );

  protected type(text: string): void {
    this.changed.emit({ text, blanks: blanksFor(text, this.form().blanks) });
  }

  /** At the cursor, or in place of the words that are selected; the cursor then stands behind it. */
  protected insert(id?: string): void {
    const area = this.area().nativeElement;
    const { text, blanks, cursor } = withBlank(
      this.form(),
      area.selectionStart,
      area.selectionEnd,
      id,
    );
    this.changed.emit({ text, blanks });
    afterNextRender(
      () => {
        area.focus();
        area.setSelectionRange(cursor, cursor);
      },
      { injector: this.injector },
    );
  }

  protected set(id: string, part: Partial<FormBlank>): void {
    const blanks = this.form().blanks.map((blank) =>
      blank.id === id ? { ...blank, ...part } : blank,
    );
    this.changed.emit({ blanks });
  }

  protected remove(id: string, number: number): void {
    const { text, blanks } = this.form();
    this.changed.emit(withoutBlank(this.form(), id));
    this.area().nativeElement.focus();
    this.toasts.undoable(this.t('blanks.removed', { number }), () =>
      this.changed.emit({ text, blanks }),
    );
  }
}
