/** The room where a transcript becomes a paper. */
import type { Transcript } from '@tap-huan/contract';
import { decree30Date, formatBirthDate, formatDay, formatMarks } from '@tap-huan/rules';
import type { Block, DecreeDocument } from '../document/decree-document';
import { GROUPS, formOf, hundredthWords, STAFF, STATES } from '../document/vietnamese';

/** What the paper says around the record. */
export interface PaperFrame {
  parentBody: string;
  agency: string;
  place: string;
  madeOn: string;
}

const DONE_COLUMNS = [
  { title: 'STT', width: 9, align: 'center' },
  { title: 'Khóa, chương trình bồi dưỡng', width: 36, align: 'left' },
  { title: 'Hình thức', width: 16, align: 'left' },
  { title: 'Số tiết', width: 9, align: 'right' },
  { title: 'Ngày hoàn thành', width: 16, align: 'center' },
  { title: 'Điểm', width: 9, align: 'center' },
  { title: 'Số vào sổ', width: 29, align: 'left' },
] as const;

const OPEN_COLUMNS = [
  { title: 'STT', width: 7, align: 'center' },
  { title: 'Khóa, chương trình bồi dưỡng', width: 50, align: 'left' },
  { title: 'Tình trạng', width: 20, align: 'left' },
  { title: 'Hạn', width: 16, align: 'center' },
] as const;

/** "Bản sao" for the officer and "trích" for HR are the same paper: it names who it is about and the day it was made. */
export function transcriptPaper(record: Transcript, frame: PaperFrame): DecreeDocument {
  const about = `Quá trình đào tạo, bồi dưỡng của ông/bà ${record.fullName}`;
  return {
    parentBody: frame.parentBody,
    agency: frame.agency,
    number: '',
    placeAndDay: decree30Date({ place: frame.place, day: frame.madeOn }),
    type: 'HỒ SƠ HỌC TẬP',
    about,
    addressee: '',
    blocks: [
      { kind: 'facts', facts: factsOf(record) },
      ...positions(record),
      ...done(record),
      ...open(record),
      ...years(record),
    ],
    signature: { capacity: '', title: 'Xác nhận của cơ quan quản lý', name: '' },
    recipients: [],
    title: about,
    madeOn: frame.madeOn,
  };
}

const factsOf = (record: Transcript): [string, string][] =>
  (
    [
      ['Họ và tên', record.fullName],
      [
        record.birthDate.includes('-') ? 'Ngày sinh' : 'Năm sinh',
        formatBirthDate(record.birthDate),
      ],
      ['Mã cán bộ', record.staffCode],
      ['Đối tượng', STAFF[record.staffCategory]],
      ['Đơn vị', record.unitName],
      ['Vị trí việc làm', record.jobPosition],
      ['Ngạch, hạng', record.rank ?? ''],
      ['Chức vụ', record.leadership ?? ''],
    ] as [string, string][]
  ).filter(([, value]) => value !== '');

const positions = ({ positions: lines }: Transcript): Block[] =>
  lines.length < 2
    ? []
    : [
        { kind: 'heading', text: 'Quá trình công tác' },
        {
          kind: 'table',
          caption: '',
          columns: [
            { title: 'Từ ngày', width: 16, align: 'center' },
            { title: 'Đến ngày', width: 16, align: 'center' },
            { title: 'Đơn vị', width: 42, align: 'left' },
            { title: 'Vị trí việc làm', width: 26, align: 'left' },
          ],
          rows: lines.map((line) => [
            formatDay(line.validFrom),
            line.validTo ? `trước ${formatDay(line.validTo)}` : 'nay',
            line.unitName,
            line.leadership ? `${line.jobPosition}; ${line.leadership}` : line.jobPosition,
          ]),
          total: false,
        },
      ];

function done({ trainings }: Transcript): Block[] {
  const rows = trainings.filter(({ state }) => state === 'completed');
  if (rows.length === 0) {
    return [{ kind: 'paragraph', text: 'Chưa hoàn thành khóa bồi dưỡng nào.' }];
  }
  const hours = rows.filter(({ counts }) => counts).reduce((sum, row) => sum + row.hours, 0);
  return [
    { kind: 'heading', text: 'Đã hoàn thành' },
    {
      kind: 'table',
      caption: '',
      columns: DONE_COLUMNS,
      rows: [
        ...rows.map((row, index) => [
          String(index + 1),
          [row.title, GROUPS[row.contentGroup], row.organiser].filter(Boolean).join('; '),
          row.kind === 'programme' ? `Chương trình, ${formOf(row).toLowerCase()}` : formOf(row),
          row.counts ? hundredthWords(row.hours) : '–',
          row.completedOn ? formatDay(row.completedOn) : '',
          row.scoreOfTen === null ? '' : formatMarks(row.scoreOfTen),
          certificateWords(row),
        ]),
        ['', 'Tổng cộng', '', hundredthWords(hours), '', '', ''],
      ],
      total: true,
    },
  ];
}

const certificateWords = (row: Transcript['trainings'][number]): string => {
  if (row.registerNo === null) return '';
  if (row.certificateState === 'revoked') return `${row.registerNo} (đã thu hồi)`;
  return row.certificateState === 'replaced' ? `${row.registerNo} (đã thay thế)` : row.registerNo;
};

function open({ trainings }: Transcript): Block[] {
  const rows = trainings.filter(({ state }) => state !== 'completed' && state !== 'withdrawn');
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', text: 'Chưa hoàn thành' },
    {
      kind: 'table',
      caption: '',
      columns: OPEN_COLUMNS,
      rows: rows.map((row, index) => [
        String(index + 1),
        row.title,
        STATES[row.state],
        row.dueOn ? formatDay(row.dueOn) : '',
      ]),
      total: false,
    },
  ];
}

const years = ({ years: lines }: Transcript): Block[] => [
  { kind: 'heading', text: 'Số tiết theo năm' },
  {
    kind: 'table',
    caption: '',
    columns: [
      { title: 'Năm', width: 20, align: 'center' },
      { title: 'Số khóa hoàn thành', width: 26, align: 'right' },
      { title: 'Số tiết', width: 26, align: 'right' },
      { title: 'Yêu cầu trong năm', width: 28, align: 'right' },
    ],
    rows: lines.map((line) => [
      String(line.year),
      String(line.completed),
      hundredthWords(line.hours),
      line.required === null ? '–' : `${line.required} tiết`,
    ]),
    total: false,
  },
];
