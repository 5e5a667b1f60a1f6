/** The English words of the menu of question files, which stands on the page of a bank. */
import type { Dictionary } from '@tap-huan/web/ui';
import type { filesVi } from './files.vi';

export const filesEn: Dictionary<typeof filesVi> = {
  files: {
    menu: 'Import, export',
    import: 'Import questions from a file…',
    importHint: 'Word, Excel, GIFT, JSON; with a preview first',
    exportBank: 'Export the whole bank',
    exportCategory: 'Export the category “{{name}}”',
    xlsx: 'Excel (.xlsx)',
    xlsxHint: 'Every kind; to look at, print, change and import again',
    gift: 'GIFT (.gift)',
    giftHint: 'For Moodle; some kinds remain as remarks only',
    json: 'JSON (.json)',
    jsonHint: 'Every detail, to carry into another bank',
  },
};
