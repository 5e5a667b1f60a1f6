/** The room where the annual report becomes an administrative document (Decree 30/2020/NĐ-CP). */
import type { AnnualReport } from '@tap-huan/contract';
import { decree30Date, formatDay, formatMarks } from '@tap-huan/rules';
import { type Block, type DecreeDocument, paragraphsOf } from '../document/decree-document';
import {
  countWords,
  FORMS,
  GROUPS,
  hundredthWords,
  shareWords,
  STAFF,
} from '../document/vietnamese';
import { binWords } from '../record/record-books';

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Where number and day are written in by hand there are dots. */
const BLANK_DAY = 'ngày …… tháng …… năm ……';

export function annualDocument(report: AnnualReport, madeOn: string): DecreeDocument {
  const { head, year } = report;
  const place = head.place.trim();
  return {
    parentBody: head.parentBody,
    agency: head.agency,
    number: `Số: ${head.number || '……/BC-……'}`,
    placeAndDay: head.issuedOn
      ? decree30Date({ place, day: head.issuedOn })
      : [place, BLANK_DAY].filter(Boolean).join(', '),
    type: 'BÁO CÁO',
    about: `Kết quả đào tạo, bồi dưỡng cán bộ, công chức, viên chức năm ${year}`,
    addressee: head.addressee ? `Kính gửi: ${head.addressee}` : '',
    blocks: numbered([
      ...opening(report),
      { kind: 'heading', text: 'I. KẾT QUẢ CHUNG' },
      ...results(report),
      { kind: 'heading', text: 'II. KẾT QUẢ THEO NHÓM' },
      ...groups(report),
      { kind: 'heading', text: 'III. KẾT QUẢ THEO ĐƠN VỊ' },
      ...units(report),
      { kind: 'heading', text: 'IV. KẾT QUẢ KIỂM TRA, ĐÁNH GIÁ' },
      ...scores(report),
      { kind: 'heading', text: 'V. CÁC KHÓA, CHƯƠNG TRÌNH BỒI DƯỠNG' },
      ...courses(report),
      ...own(report),
    ]),
    signature: {
      capacity: head.signCapacity,
      title: head.signerTitle,
      name: head.signerName,
    },
    recipients: linesOf(head.recipients),
    title: `Báo cáo kết quả đào tạo, bồi dưỡng năm ${year}, ${report.unitName}`,
    madeOn,
  };
}

/** Tables are counted as they stand: which of them a report has depends on its figures. */
function numbered(blocks: readonly Block[]): Block[] {
  let table = 0;
  return blocks.map((block) => {
    if (block.kind !== 'table' || block.caption === '') return block;
    table += 1;
    return { ...block, caption: `Bảng ${table}. ${block.caption}` };
  });
}

const opening = (report: AnnualReport): Block[] => [
  {
    kind: 'paragraph',
    text: `Thực hiện Điều 39 Nghị định số 171/2025/NĐ-CP về đào tạo, bồi dưỡng công chức, ${report.head.agency} báo cáo kết quả đào tạo, bồi dưỡng năm ${report.year} như sau:`,
  },
];

function results(report: AnnualReport): Block[] {
  const { officers, persons, trainings, hours, reached } = report;
  const civil = report.staffCategories.find(({ key }) => key === 'cong_chuc');
  return [
    {
      kind: 'paragraph',
      text: `Tính đến ngày ${formatDay(report.countedOn)}, tổng số cán bộ, công chức, viên chức là ${countWords(officers)} người. Trong năm có ${countWords(persons)} người được đào tạo, bồi dưỡng${officers > 0 ? ` (bằng ${shareWords(persons, officers)})` : ''} với ${countWords(trainings)} lượt hoàn thành, tổng cộng ${hundredthWords(hours)} tiết.`,
    },
    ...(report.required > 0 && civil
      ? [
          {
            kind: 'paragraph' as const,
            text: `Số công chức đạt tối thiểu ${report.required} tiết bồi dưỡng theo vị trí việc làm trong năm (khoản 3 Điều 16 Nghị định số 171/2025/NĐ-CP) là ${countWords(civil.reached)} người trên tổng số ${countWords(civil.officers)} công chức${civil.officers > 0 ? ` (${shareWords(civil.reached, civil.officers)})` : ''}.`,
          },
        ]
      : reached > 0
        ? [
            {
              kind: 'paragraph' as const,
              text: `Số người đạt yêu cầu của năm: ${countWords(reached)}.`,
            },
          ]
        : []),
    ...(report.trend.length > 1
      ? [
          {
            kind: 'table' as const,
            caption: 'Kết quả qua các năm',
            columns: [
              { title: 'Năm', width: 20, align: 'center' as const },
              { title: 'Số người', width: 25, align: 'right' as const },
              { title: 'Lượt hoàn thành', width: 27, align: 'right' as const },
              { title: 'Số tiết', width: 28, align: 'right' as const },
            ],
            rows: report.trend.map((line) => [
              String(line.year),
              countWords(line.persons),
              countWords(line.trainings),
              hundredthWords(line.hours),
            ]),
            total: false,
          },
        ]
      : []),
  ];
}

const GROUP_COLUMNS = (title: string) => [
  { title, width: 46, align: 'left' as const },
  { title: 'Số người', width: 16, align: 'right' as const },
  { title: 'Lượt hoàn thành', width: 19, align: 'right' as const },
  { title: 'Số tiết', width: 19, align: 'right' as const },
];

function groups(report: AnnualReport): Block[] {
  const lines = (rows: AnnualReport['forms'], names: Record<string, string>) =>
    rows.map(({ key, persons, trainings, hours }) => [
      names[key] ?? key,
      countWords(persons),
      countWords(trainings),
      hundredthWords(hours),
    ]);
  const table = (caption: string, title: string, rows: string[][]): Block => ({
    kind: 'table',
    caption,
    columns: GROUP_COLUMNS(title),
    rows,
    total: false,
  });
  return [
    table(
      'Theo nhóm nội dung (Điều 14 Nghị định số 171/2025/NĐ-CP)',
      'Nhóm nội dung',
      lines(report.contentGroups, GROUPS),
    ),
    table(
      'Theo hình thức (Điều 25 Nghị định số 171/2025/NĐ-CP)',
      'Hình thức',
      lines(report.forms, FORMS),
    ),
    table('Theo đối tượng', 'Đối tượng', lines(report.staffCategories, STAFF)),
  ];
}

const units = (report: AnnualReport): Block[] => [
  {
    kind: 'table',
    caption: 'Theo đơn vị trực thuộc',
    columns: [
      { title: 'STT', width: 7, align: 'center' },
      { title: 'Đơn vị', width: 35, align: 'left' },
      { title: 'Cán bộ', width: 11, align: 'right' },
      { title: 'Được bồi dưỡng', width: 15, align: 'right' },
      { title: 'Lượt', width: 11, align: 'right' },
      { title: 'Số tiết', width: 12, align: 'right' },
      { title: 'Đạt giờ năm', width: 12, align: 'right' },
    ],
    rows: [
      ...report.units.map((unit, index) => [
        String(index + 1),
        unit.unitId === report.unitId ? `${unit.unitName} (cơ quan)` : unit.unitName,
        countWords(unit.officers),
        countWords(unit.persons),
        countWords(unit.trainings),
        hundredthWords(unit.hours),
        countWords(unit.reached),
      ]),
      [
        '',
        'Tổng cộng',
        countWords(report.officers),
        countWords(report.persons),
        countWords(report.trainings),
        hundredthWords(report.hours),
        countWords(report.reached),
      ],
    ],
    total: true,
  },
];

function scores(report: AnnualReport): Block[] {
  const all = report.grades.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) {
    return [{ kind: 'paragraph', text: 'Trong năm không có kết quả kiểm tra chấm điểm.' }];
  }
  const columns = (title: string) => [
    { title, width: 40, align: 'left' as const },
    { title: 'Số lượt', width: 30, align: 'right' as const },
    { title: 'Tỷ lệ', width: 30, align: 'right' as const },
  ];
  return [
    {
      kind: 'table',
      caption: `Xếp loại (${countWords(all)} lượt có điểm)`,
      columns: columns('Xếp loại'),
      rows: report.grades.map(({ label, count }) => [
        label,
        countWords(count),
        shareWords(count, all),
      ]),
      total: false,
    },
    {
      kind: 'table',
      caption: 'Phổ điểm (thang điểm 10)',
      columns: columns('Khoảng điểm'),
      rows: report.distribution.map(({ from, count }) => [
        binWords(from),
        countWords(count),
        shareWords(count, all),
      ]),
      total: false,
    },
  ];
}

function courses(report: AnnualReport): Block[] {
  if (report.courses.length === 0) {
    return [{ kind: 'paragraph', text: 'Trong năm chưa có lượt hoàn thành nào.' }];
  }
  const programmes = report.programmes.map(
    ({ title, completed }) => `${title}: ${countWords(completed)} người hoàn thành`,
  );
  return [
    {
      kind: 'table',
      caption: 'Khóa bồi dưỡng',
      columns: [
        { title: 'STT', width: 7, align: 'center' },
        { title: 'Tên khóa', width: 43, align: 'left' },
        { title: 'Hình thức', width: 20, align: 'left' },
        { title: 'Lượt', width: 10, align: 'right' },
        { title: 'Số tiết', width: 11, align: 'right' },
        { title: 'Điểm TB', width: 11, align: 'right' },
      ],
      rows: report.courses.map((course, index) => [
        String(index + 1),
        course.title,
        FORMS[course.form] ?? course.form,
        countWords(course.trainings),
        hundredthWords(course.hours),
        course.meanScoreOfTen === null ? '' : formatMarks(course.meanScoreOfTen),
      ]),
      total: false,
    },
    ...(programmes.length > 0
      ? paragraphsOf(`Chương trình hoàn thành trong năm: ${programmes.join('; ')}.`)
      : []),
  ];
}

/** HR's own paragraphs, where there are any. */
const own = ({ head }: AnnualReport): Block[] =>
  (
    [
      ['ĐÁNH GIÁ', head.assessment],
      ['KHÓ KHĂN, VƯỚNG MẮC', head.difficulties],
      ['KIẾN NGHỊ, ĐỀ XUẤT', head.proposals],
    ] as const
  )
    .filter(([, text]) => text.trim() !== '')
    .flatMap(([title, text], index): Block[] => [
      { kind: 'heading', text: `${['VI', 'VII', 'VIII'][index]}. ${title}` },
      ...paragraphsOf(text),
    ]);
