/** The room of what the toolbar shows: which tools hold at the cursor. */
import type { Editor } from '@tiptap/core';
import { CALLOUTS, type CalloutKind, type FigureAttributes } from './nodes';

export const BLOCKS = ['paragraph', 'heading2', 'heading3', 'heading4'] as const;
export type BlockKind = (typeof BLOCKS)[number];

export interface ToolState {
  block: BlockKind | null;
  bold: boolean;
  italic: boolean;
  bulletList: boolean;
  orderedList: boolean;
  blockquote: boolean;
  /** Address of the link at the cursor. */
  link: string | null;
  table: { caption: string } | null;
  callout: CalloutKind | null;
  figure: FigureAttributes | null;
  undo: boolean;
  redo: boolean;
}

export const NO_TOOLS: ToolState = {
  block: 'paragraph',
  bold: false,
  italic: false,
  bulletList: false,
  orderedList: false,
  blockquote: false,
  link: null,
  table: null,
  callout: null,
  figure: null,
  undo: false,
  redo: false,
};

function blockOf(editor: Editor): BlockKind | null {
  const level = [2, 3, 4].find((one) => editor.isActive('heading', { level: one }));
  if (level) return `heading${level}` as BlockKind;
  return editor.isActive('paragraph') ? 'paragraph' : null;
}

export function toolState(editor: Editor): ToolState {
  const callout = editor.getAttributes('callout')['kind'] as unknown;
  return {
    block: blockOf(editor),
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    bulletList: editor.isActive('bulletList'),
    orderedList: editor.isActive('orderedList'),
    blockquote: editor.isActive('blockquote'),
    link: editor.isActive('link') ? String(editor.getAttributes('link')['href'] ?? '') : null,
    table: editor.isActive('table')
      ? { caption: String(editor.getAttributes('table')['caption'] ?? '') }
      : null,
    callout: editor.isActive('callout')
      ? (CALLOUTS.find((one) => one === callout) ?? 'note')
      : null,
    figure: editor.isActive('figure') ? (editor.getAttributes('figure') as FigureAttributes) : null,
    undo: editor.can().undo(),
    redo: editor.can().redo(),
  };
}
