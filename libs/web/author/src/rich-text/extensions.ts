/** The room of what the editor knows: one list for lessons and questions, so that nothing is lost between them. */
import type { Extensions } from '@tiptap/core';
import { TableCell } from '@tiptap/extension-table/cell';
import { TableHeader } from '@tiptap/extension-table/header';
import { TableRow } from '@tiptap/extension-table/row';
import StarterKit from '@tiptap/starter-kit';
import { linkAddress } from './media-address';
import { Callout, CaptionedTable, Figure, Subscript, Superscript } from './nodes';

export const richTextExtensions = (): Extensions => [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    link: {
      openOnClick: false,
      autolink: true,
      defaultProtocol: 'https',
      HTMLAttributes: { target: null, rel: 'noopener' },
      isAllowedUri: (url) => linkAddress(url) !== null,
      // "mạng.To" is the end of a sentence, not an address.
      shouldAutoLink: (url) => /^(?:https?:\/\/|www\.)/i.test(url),
    },
  }),
  Subscript,
  Superscript,
  CaptionedTable.configure({ resizable: false }),
  TableRow,
  TableHeader,
  TableCell,
  Figure,
  Callout,
];
