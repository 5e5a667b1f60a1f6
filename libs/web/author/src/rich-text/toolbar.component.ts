/** The room of the editor's tools. */
import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, input, output } from '@angular/core';
import { IconComponent, SelectComponent } from '@tap-huan/web/ui';
import {
  Bold,
  Italic,
  Link,
  List,
  ListOrdered,
  Megaphone,
  Redo2,
  Table,
  TextQuote,
  Undo2,
} from 'lucide';
import { injectText } from '../i18n/text';
import { type BlockKind, BLOCKS, type ToolState } from './editor-view';
import { CALLOUTS, type CalloutKind } from './nodes';
import { RovingDirective } from './roving.directive';

export type TableAct =
  | 'insert'
  | 'addRowBefore'
  | 'addRowAfter'
  | 'deleteRow'
  | 'addColumnBefore'
  | 'addColumnAfter'
  | 'deleteColumn'
  | 'toggleHeaderRow'
  | 'toggleHeaderColumn'
  | 'mergeOrSplit'
  | 'deleteTable';

const MAC = /Mac|iP(hone|ad)/.test(navigator.platform);

@Component({
  selector: 'th-toolbar',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, IconComponent, RovingDirective, SelectComponent],
  templateUrl: './toolbar.component.html',
  styleUrl: './toolbar.component.scss',
})
export class ToolbarComponent {
  readonly state = input.required<ToolState>();
  readonly full = input(false);
  /** Without headings, quotations and call-outs: one row of tools for a few lines of text. */
  readonly compact = input(false);
  readonly label = input.required<string>();
  readonly mark = output<'bold' | 'italic' | 'bulletList' | 'orderedList' | 'blockquote'>();
  readonly block = output<BlockKind>();
  readonly link = output<void>();
  /** Null lifts the text out of its call-out. */
  readonly callout = output<CalloutKind | null>();
  readonly media = output<'img' | 'av' | 'present'>();
  readonly table = output<TableAct>();
  readonly caption = output<string>();
  readonly removeFigure = output<void>();
  readonly history = output<'undo' | 'redo'>();

  protected readonly t = injectText();
  protected readonly callouts = CALLOUTS;
  protected readonly ways = ['undo', 'redo'] as const;
  protected readonly icons = {
    Bold,
    Italic,
    Link,
    Megaphone,
    Redo2,
    Table,
    Undo2,
  };
  protected readonly blocks = computed(() =>
    BLOCKS.map((value) => ({ value, label: this.t(`editor.block.${value}`) })),
  );
  protected readonly marks = [
    { name: 'bold', icon: Bold, keys: 'Ctrl+B', small: true },
    { name: 'italic', icon: Italic, keys: 'Ctrl+I', small: true },
    { name: 'bulletList', icon: List, keys: 'Ctrl+Shift+8', small: true },
    { name: 'orderedList', icon: ListOrdered, keys: 'Ctrl+Shift+7', small: true },
    { name: 'blockquote', icon: TextQuote, keys: 'Ctrl+Shift+B', small: false },
  ] as const;
  protected readonly tableActs: readonly Exclude<TableAct, 'insert'>[] = [
    'addRowBefore',
    'addRowAfter',
    'deleteRow',
    'addColumnBefore',
    'addColumnAfter',
    'deleteColumn',
    'toggleHeaderRow',
    'toggleHeaderColumn',
    'mergeOrSplit',
    'deleteTable',
  ];
  protected readonly inContext = computed(() => {
    const { table, callout, figure } = this.state();
    return this.full() && (table !== null || callout !== null || figure !== null);
  });

  /** Words of a tool with its keys, as the tooltip says them. */
  protected tip(words: string, keys: string): string {
    return `${words} (${MAC ? keys.replace('Ctrl', '⌘') : keys})`;
  }
}
