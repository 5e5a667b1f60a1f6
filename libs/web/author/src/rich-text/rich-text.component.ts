/** The room of the text editor: TipTap in our clothes. Load it with `@defer`; the editor is heavy. */
import {
  afterNextRender,
  booleanAttribute,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Editor } from '@tiptap/core';
import { Dialogs } from '@tap-huan/web/ui';
import { injectText } from '../i18n/text';
import { type BlockKind, NO_TOOLS, toolState } from './editor-view';
import { richTextExtensions } from './extensions';
import { LinkDialogComponent } from './link-dialog.component';
import type { FigureAttributes } from './nodes';
import { storedHtml } from './stored-html';
import { type TableAct, ToolbarComponent } from './toolbar.component';

/** A text to begin with; a new object puts the editor back to it. */
export interface StartText {
  html: string;
}
/** What a medium is asked for: a new one (perhaps of a file at hand), or the one at the cursor to change. */
export interface MediaWish {
  kind: 'img' | 'av';
  file?: File;
  present?: FigureAttributes;
}
export type MediaPicker = (wish: MediaWish) => Promise<FigureAttributes | null>;

let count = 0;

@Component({
  selector: 'th-rich-text',
  imports: [ToolbarComponent],
  template: `
    @if (!disabled()) {
      <th-toolbar
        (keydown.escape)="run(nothing)"
        [state]="state()"
        [full]="full()"
        [compact]="compact()"
        [label]="t('editor.tools', { of: label() })"
        (mark)="toggle($event)"
        (block)="setBlock($event)"
        (link)="askLink()"
        (callout)="run((editor) => editor.commands.setCallout($event))"
        (media)="askMedia($event)"
        (table)="actOnTable($event)"
        (caption)="
          run((editor) => editor.commands.updateAttributes('table', { caption: $event }), false)
        "
        (removeFigure)="run((editor) => editor.commands.deleteNode('figure'))"
        (history)="
          run((editor) => ($event === 'undo' ? editor.commands.undo() : editor.commands.redo()))
        "
      />
    }
    <p class="th-hidden" [id]="keysId">{{ t('editor.keys') }}</p>
    <div #surface class="surface"></div>
    <ng-content />
  `,
  styleUrl: './rich-text.component.scss',
  host: { '[class.full]': 'full() && !compact()', '[style.--th-caption-hint]': 'captionHint()' },
})
export class RichTextComponent {
  readonly start = input.required<StartText>();
  /** Names the text area for screen readers. */
  readonly label = input.required<string>();
  /** All tools, or bold, italic and lists only. */
  readonly full = input(false, { transform: booleanAttribute });
  /** With `full`: a few lines high, without headings, quotations and call-outs. */
  readonly compact = input(false, { transform: booleanAttribute });
  readonly disabled = input(false, { transform: booleanAttribute });
  /** Asks for a picture, sound or film; without it there is no such tool. */
  readonly pickMedia = input<MediaPicker>();
  /** The text as it is stored, at every change by the writer. */
  readonly html = output<string>();

  private readonly dialogs = inject(Dialogs);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly keysId = `th-editor-keys-${++count}`;
  protected readonly nothing = () => undefined;
  protected readonly t = injectText();
  protected readonly state = signal(NO_TOOLS);
  /** As a CSS string: stands in a caption while it is empty. */
  protected readonly captionHint = computed(() => JSON.stringify(this.t('editor.figureCaption')));
  private readonly surface = viewChild.required<ElementRef<HTMLElement>>('surface');
  private editor: Editor | null = null;
  /** What was told last: the editor's own tidying is no change by the writer. */
  private told = '';

  constructor() {
    inject(DestroyRef).onDestroy(() => this.editor?.destroy());
    afterNextRender(() => this.create());
    effect(() => {
      const { html } = this.start();
      untracked(() => this.begin(html));
    });
    effect(() => this.editor?.setEditable(!this.disabled(), false));
    effect(() => this.editor?.view.dom.setAttribute('aria-label', this.label()));
  }

  private create(): void {
    const editor = new Editor({
      element: this.surface().nativeElement,
      extensions: richTextExtensions(),
      content: this.start().html,
      editable: !this.disabled(),
      injectCSS: false,
      editorProps: {
        attributes: {
          class: 'th-prose',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': this.label(),
          'aria-describedby': this.keysId,
        },
        handleKeyDown: (_, event) => this.shortcut(event),
        handlePaste: (_, event) => this.takeFile(event.clipboardData),
        handleDrop: (_, event, __, inside) => !inside && this.takeFile(event.dataTransfer),
      },
      onTransaction: () => this.state.set(toolState(editor)),
      onUpdate: () => this.tell(),
    });
    this.editor = editor;
    this.told = storedHtml(editor.getHTML());
    this.state.set(toolState(editor));
  }

  private begin(html: string): void {
    if (!this.editor) return;
    this.editor.commands.setContent(html, { emitUpdate: false });
    this.told = storedHtml(this.editor.getHTML());
  }

  private tell(): void {
    const html = storedHtml(this.editor?.getHTML() ?? '');
    if (html === this.told) return;
    this.told = html;
    this.html.emit(html);
  }

  protected run(command: (editor: Editor) => unknown, focus = true): void {
    if (!this.editor) return;
    command(this.editor);
    if (focus) this.editor.commands.focus();
  }

  protected toggle(mark: 'bold' | 'italic' | 'bulletList' | 'orderedList' | 'blockquote'): void {
    this.run(({ commands }) => {
      switch (mark) {
        case 'bold':
          return commands.toggleBold();
        case 'italic':
          return commands.toggleItalic();
        case 'bulletList':
          return commands.toggleBulletList();
        case 'orderedList':
          return commands.toggleOrderedList();
        case 'blockquote':
          return commands.toggleBlockquote();
      }
    });
  }

  protected setBlock(block: BlockKind): void {
    this.run(({ commands }) =>
      block === 'paragraph'
        ? commands.setParagraph()
        : commands.setHeading({ level: Number(block.at(-1)) as 2 | 3 | 4 }),
    );
  }

  protected actOnTable(act: TableAct): void {
    this.run(({ commands }) => {
      if (act === 'insert') return commands.insertTable({ rows: 3, cols: 3, withHeaderRow: true });
      return commands[act]();
    });
  }

  protected async askLink(): Promise<void> {
    const present = this.state().link ?? '';
    const address = await this.dialogs.open<string>(LinkDialogComponent, { data: present });
    this.run((editor) => {
      if (address === undefined) return;
      const chain = editor.chain().focus().extendMarkRange('link');
      if (address === '') return chain.unsetLink().run();
      if (editor.state.selection.empty && !present)
        return chain
          .insertContent([
            {
              type: 'text',
              text: address.replace(/^mailto:/, ''),
              marks: [{ type: 'link', attrs: { href: address } }],
            },
          ])
          .run();
      return chain.setLink({ href: address }).run();
    });
  }

  protected async askMedia(kind: MediaWish['kind'] | 'present', file?: File): Promise<void> {
    const pick = this.pickMedia();
    const present = kind === 'present' ? (this.state().figure ?? undefined) : undefined;
    if (!pick) return;
    const asked = kind === 'present' ? (present?.kind === 'img' ? 'img' : 'av') : kind;
    const figure = await pick({ kind: asked, file, present });
    this.run(({ commands }) => {
      if (!figure) return;
      return present
        ? commands.updateAttributes('figure', { ...figure })
        : commands.setFigure(figure);
    });
  }

  /** Ctrl+K is the link; Escape and Alt+F10 lead to the tools, since Tab belongs to lists and tables. */
  private shortcut(event: KeyboardEvent): boolean {
    if (event.key === 'Escape' || (event.altKey && event.key === 'F10')) {
      this.host.querySelector<HTMLElement>('th-toolbar :is(select, button):enabled')?.focus();
      return true;
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'k')
      return false;
    if (!this.full()) return false;
    event.preventDefault();
    void this.askLink();
    return true;
  }

  /** A picture pasted or dropped: asks for its words and uploads it. */
  private takeFile(data: DataTransfer | null): boolean {
    const file = [...(data?.files ?? [])].find(({ type }) => /^(image|video|audio)\//.test(type));
    if (!file || !this.pickMedia() || data?.types.includes('text/html')) return false;
    void this.askMedia(file.type.startsWith('image/') ? 'img' : 'av', file);
    return true;
  }
}
