/** The room of the columns in which questions are listed. */
import type { QuestionRow } from '@tap-huan/contract';
import { formatInstantDay, type TableColumn } from '@tap-huan/web/ui';
import type { Words } from '../i18n/text';

export const questionColumns = (t: Words): TableColumn<QuestionRow>[] => [
  { key: 'title', title: t('bank.question'), text: (row) => row.title, primary: true },
  {
    key: 'status',
    title: t('about.status'),
    text: (row) => t(`statuses.${row.status}`),
    sort: (row) => ['draft', 'ready', 'retired'].indexOf(row.status),
    width: '8rem',
  },
  {
    key: 'usedIn',
    title: t('bank.usedIn'),
    text: (row) => (row.usedIn === 0 ? t('bank.notUsed') : t('bank.used', { count: row.usedIn })),
    sort: (row) => row.usedIn,
    width: '10.5rem',
  },
  {
    key: 'version',
    title: t('bank.version'),
    text: (row) => row.version,
    numeric: true,
    wideOnly: true,
    width: '5rem',
  },
  {
    key: 'updatedAt',
    title: t('bank.updated'),
    text: (row) => formatInstantDay(row.updatedAt),
    sort: (row) => row.updatedAt,
    wideOnly: true,
    width: '7rem',
  },
];
