/** The room of the workbook that authors write questions into: an example of each kind, and how each column is filled. */
import { type Sheet, styled, tableSheet, words, workbook } from '@tap-huan/server/platform';
import { DIFFICULTY_NAMES, type ExcelRow, KIND_NAMES } from './columns';
import { questionSheet, templateColumns } from './workbook';

const OPTIONS = 6;
export const EXAMPLE_CATEGORY = 'Ví dụ (xóa trước khi nhập)';

const example = (row: Partial<ExcelRow> & { kind: string; stem: string }): ExcelRow => ({
  category: EXAMPLE_CATEGORY,
  options: [],
  key: '',
  feedback: '',
  legalBasis: '',
  difficulty: DIFFICULTY_NAMES.understand,
  tags: '',
  full: '',
  ...row,
});

const EXAMPLES: ExcelRow[] = [
  example({
    kind: KIND_NAMES.single,
    stem: 'Khi hồ sơ chưa hợp lệ, người tiếp nhận làm gì?',
    options: [
      'Trả lại và hẹn hôm khác',
      'Lập phiếu yêu cầu bổ sung, hướng dẫn đầy đủ một lần',
      'Giữ hồ sơ chờ lãnh đạo cho ý kiến',
      'Nhận hồ sơ rồi bổ sung sau',
    ],
    key: 'B',
    feedback: 'Việc bổ sung được hướng dẫn đầy đủ, một lần, bằng phiếu.',
    legalBasis: 'Nghị định 118/2025/NĐ-CP',
    tags: 'một cửa; hồ sơ',
  }),
  example({
    kind: KIND_NAMES.multiple,
    stem: 'Người dân có thể nộp hồ sơ qua những kênh nào?',
    options: ['Trực tiếp', 'Dịch vụ bưu chính công ích', 'Trực tuyến', 'Nhờ công chức nộp thay'],
    key: 'A, B, C',
    difficulty: DIFFICULTY_NAMES.recall,
  }),
  example({
    kind: KIND_NAMES.true_false,
    stem: 'Mọi hồ sơ đều phải nộp bản giấy.',
    key: 'Sai',
  }),
  example({
    kind: KIND_NAMES.matching,
    stem: 'Ghép mỗi giấy tờ với tình huống sử dụng.',
    options: [
      'Giấy tiếp nhận hồ sơ => Khi hồ sơ hợp lệ',
      'Phiếu yêu cầu bổ sung => Khi hồ sơ còn thiếu',
      'Phiếu từ chối => Khi hồ sơ không thuộc thẩm quyền',
      '=> Khi người dân gọi điện hỏi',
    ],
  }),
  example({
    kind: KIND_NAMES.ordering,
    stem: 'Sắp xếp các bước tiếp nhận hồ sơ.',
    options: ['Kiểm tra hồ sơ', 'Nhập vào hệ thống', 'In giấy hẹn', 'Chuyển xử lý'],
    difficulty: DIFFICULTY_NAMES.apply,
  }),
  example({
    kind: KIND_NAMES.numeric,
    stem: 'Một hồ sơ mất trung bình bao nhiêu phút, nếu 5 hồ sơ mất 2 giờ?',
    key: '24 phút ± 0,5',
  }),
  example({
    kind: KIND_NAMES.short_answer,
    stem: 'Viết tắt của cụm từ "thủ tục hành chính" là gì?',
    key: 'TTHC | T.T.H.C',
  }),
  example({
    kind: KIND_NAMES.essay,
    stem: 'Trình bày cách xử lý khi người dân không đồng ý với kết quả giải quyết hồ sơ.',
    difficulty: DIFFICULTY_NAMES.apply,
  }),
];

const GUIDE: [string, string][] = [
  [
    'Loại câu',
    `${EXAMPLES.map(({ kind }) => kind).join(', ')}. Để trống thì hệ thống đoán theo phương án và đáp án.`,
  ],
  [
    'Danh mục',
    'Danh mục con viết sau dấu gạch chéo: Luật / Chương 1. Danh mục chưa có sẽ được tạo.',
  ],
  ['Nội dung câu hỏi', 'Bắt buộc. Xuống dòng trong ô bằng Alt + Enter.'],
  ['Phương án A, B, C …', 'Mỗi ô một phương án; thêm cột "Phương án G", "Phương án H" … nếu cần.'],
  [KIND_NAMES.single, 'Đáp án đúng là một chữ cái: B'],
  [KIND_NAMES.multiple, 'Đáp án đúng là các chữ cái: A, C, D'],
  [KIND_NAMES.true_false, 'Đáp án đúng: Đúng hoặc Sai'],
  [
    KIND_NAMES.matching,
    'Mỗi ô phương án là một cặp: vế trái => vế phải. Ô chỉ có "=> …" là vế phải thừa.',
  ],
  [KIND_NAMES.ordering, 'Các ô phương án viết theo thứ tự đúng; khi thi thứ tự được xáo trộn.'],
  [
    KIND_NAMES.numeric,
    'Đáp án đúng là một số, có thể kèm đơn vị và sai số: 24 phút ± 0,5 hoặc 120 ± 5 %',
  ],
  [
    KIND_NAMES.short_answer,
    'Các câu trả lời được chấp nhận, cách nhau bằng dấu gạch đứng: TTHC | T.T.H.C',
  ],
  [KIND_NAMES.essay, 'Để trống đáp án; thang chấm được soạn sau trong ngân hàng.'],
  [
    'Phản hồi',
    'Lời giải thích mà học viên được xem sau khi làm bài, theo cài đặt của bài kiểm tra.',
  ],
  ['Căn cứ pháp lý', 'Mỗi căn cứ một dòng, hoặc cách nhau bằng dấu chấm phẩy.'],
  ['Mức độ', `${Object.values(DIFFICULTY_NAMES).join(', ')}.`],
  ['Nhãn', 'Các nhãn cách nhau bằng dấu chấm phẩy.'],
  [
    'Trước khi nhập',
    'Xóa các dòng ví dụ ở trang "Câu hỏi". Khi nhập, hệ thống cho xem trước từng câu; câu sai được nêu rõ dòng và lý do, các câu còn lại vẫn nhập được.',
  ],
  [
    'Các loại câu khác',
    'Điền chỗ trống, phân nhóm, chỉ trên ảnh, tính theo công thức và nộp tệp được soạn trong ngân hàng; tệp Excel xuất từ ngân hàng giữ nguyên các câu này.',
  ],
];

const guideSheet = (): Sheet =>
  tableSheet<(typeof GUIDE)[number]>(
    'Hướng dẫn',
    null,
    [
      {
        name: 'Cột hoặc loại câu',
        width: 26,
        cell: ([name]) => styled(words(name), { bold: true }),
      },
      { name: 'Cách điền', width: 90, cell: ([, text]) => words(text) },
    ],
    GUIDE,
  );

/** The template, always the same. */
export const questionTemplate = (): Promise<Buffer> =>
  workbook([questionSheet(EXAMPLES, templateColumns(OPTIONS)), guideSheet()]);
