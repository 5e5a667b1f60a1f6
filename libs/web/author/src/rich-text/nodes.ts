/** The room of what rich text holds besides plain paragraphs: figures, call-outs, tables with a caption, sub and sup. */
import { type CommandProps, mergeAttributes, Mark, Node } from '@tiptap/core';
import { Table } from '@tiptap/extension-table/table';
import { isMediaAddress } from './media-address';

export const CALLOUTS = ['law', 'note', 'warning', 'example'] as const;
export type CalloutKind = (typeof CALLOUTS)[number];
export const FIGURES = ['img', 'video', 'audio'] as const;
export type FigureKind = (typeof FIGURES)[number];
/** A picture, film or sound of this product. */
export interface FigureAttributes {
  kind: FigureKind;
  src: string;
  /** What a picture shows, for whoever does not see it. */
  alt: string;
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    figure: { setFigure: (attributes: FigureAttributes) => ReturnType };
    callout: {
      /** Puts the selected blocks into a call-out, changes its kind, or lifts them out (null). */
      setCallout: (kind: CalloutKind | null) => ReturnType;
    };
  }
}

function figureOf(element: HTMLElement): FigureAttributes | false {
  const media = element.matches('img, video, audio')
    ? element
    : element.querySelector('img, video, audio');
  const src = media?.getAttribute('src');
  if (!media || !isMediaAddress(src)) return false;
  const kind = media.tagName.toLowerCase() as FigureKind;
  return { kind, src, alt: media.getAttribute('alt') ?? '' };
}

/** A medium with a caption typed below it. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: 'inline*',
  isolating: true,
  draggable: true,
  addAttributes() {
    return {
      kind: { default: 'img', rendered: false },
      src: { default: '', rendered: false },
      alt: { default: '', rendered: false },
    };
  },
  parseHTML() {
    // A picture or film without a caption has nothing to read into; a figure has its caption.
    const bare = { getAttrs: figureOf, contentElement: () => document.createElement('figcaption') };
    return [
      {
        tag: 'figure',
        getAttrs: figureOf,
        contentElement: (element) =>
          (element as HTMLElement).querySelector('figcaption') ??
          document.createElement('figcaption'),
      },
      ...FIGURES.map((tag) => ({ tag, ...bare })),
    ];
  },
  renderHTML({ node }) {
    const { kind, src, alt } = node.attrs as FigureAttributes;
    const medium =
      kind === 'img' ? ['img', { src, alt }] : [kind, { src, controls: '', preload: 'metadata' }];
    return ['figure', medium, ['figcaption', 0]];
  },
  addCommands() {
    return {
      setFigure:
        (attrs) =>
        ({ commands }: CommandProps) =>
          commands.insertContent([{ type: this.name, attrs }, { type: 'paragraph' }]),
    };
  },
  addKeyboardShortcuts() {
    return {
      // Enter leaves the caption; it is one line.
      Enter: ({ editor }) => {
        const { $from } = editor.state.selection;
        if ($from.parent.type.name !== this.name) return false;
        const after = $from.after();
        return editor
          .chain()
          .insertContentAt(after, { type: 'paragraph' })
          .focus(after + 1)
          .run();
      },
    };
  },
});

/** A remark set apart: law, note, warning, example. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes() {
    return {
      kind: {
        default: 'note',
        parseHTML: (element) => {
          const kind = element.getAttribute('data-callout');
          return CALLOUTS.find((one) => one === kind) ?? 'note';
        },
        renderHTML: ({ kind }) => ({ 'data-callout': kind as string }),
      },
    };
  },
  parseHTML: () => [{ tag: 'aside' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', mergeAttributes(HTMLAttributes), 0],
  addCommands() {
    return {
      setCallout:
        (kind) =>
        ({ commands, editor }: CommandProps) => {
          const inside = editor.isActive(this.name);
          if (kind === null) return inside && commands.lift(this.name);
          return inside
            ? commands.updateAttributes(this.name, { kind })
            : commands.wrapIn(this.name, { kind });
        },
    };
  },
});

/** A table whose caption is an attribute: rows stay its only children, as the table commands need. */
export const CaptionedTable = Table.extend({
  addAttributes() {
    return {
      caption: {
        default: '',
        parseHTML: (element: HTMLElement) =>
          element.querySelector(':scope > caption')?.textContent?.trim() ?? '',
        rendered: false,
      },
    };
  },
  parseHTML: () => [{ tag: 'table' }, { tag: 'caption', ignore: true }],
  renderHTML: ({ node }) => {
    const caption = String(node.attrs['caption'] ?? '');
    return caption
      ? ['table', {}, ['caption', { contenteditable: 'false' }, caption], ['tbody', 0]]
      : ['table', {}, ['tbody', 0]];
  },
  // Drawn as it is written: no widths, no wrapper.
  addNodeView: () => null,
});

export const Subscript = Mark.create({
  name: 'subscript',
  excludes: 'superscript',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
});

export const Superscript = Mark.create({
  name: 'superscript',
  excludes: 'subscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: () => ['sup', 0],
});
