/** The room of the paper of the journeys: seven questions, one of each kind, with answers by their words. */
import type { endpoints, RequestOf } from '@tap-huan/contract';

/** A question as an author sends it: what is left out is as usual. */
export type Written = RequestOf<typeof endpoints.createQuestion>['body']['content'];
const common = {
  legalBasis: ['Điều 11 Nghị định 118/2025/NĐ-CP'],
  asOf: '2026-11-01',
  difficulty: 'understand' as const,
};

export const SEVEN: readonly Written[] = [
  {
    kind: 'single',
    ...common,
    stem: '<p>Việc đầu tiên khi người dân đến quầy là gì?</p>',
    feedback: '<p>Chào hỏi là việc đầu tiên.</p>',
    options: [
      { id: 'a', text: 'Chào và mời ngồi', feedback: 'Đúng chuẩn mực.' },
      { id: 'b', text: 'Hỏi giấy tờ ngay' },
      { id: 'c', text: 'Chờ người dân hỏi trước' },
    ],
    correct: 'a',
  },
  {
    kind: 'multiple',
    ...common,
    stem: '<p>Những lời nào thuộc “bốn xin”?</p>',
    feedback: '<p>Xin chào và xin lỗi.</p>',
    options: [
      { id: 'a', text: 'Xin chào' },
      { id: 'b', text: 'Xin lỗi' },
      { id: 'c', text: 'Xin hoãn' },
    ],
    correct: ['a', 'b'],
    scoring: 'partial',
  },
  {
    kind: 'true_false',
    ...common,
    stem: '<p>Hồ sơ được tiếp nhận không phụ thuộc địa giới trong phạm vi tỉnh.</p>',
    feedback: '<p>Đúng.</p>',
    correct: true,
  },
  {
    kind: 'matching',
    ...common,
    stem: '<p>Ghép nhóm thủ tục với nơi giải quyết.</p>',
    feedback: '<p>Theo thẩm quyền.</p>',
    pairs: [
      { id: 'a', prompt: 'Thủ tục cấp tỉnh', answer: 'Các sở' },
      { id: 'b', prompt: 'Thủ tục cấp xã', answer: 'Ủy ban nhân dân xã' },
    ],
    distractors: ['Tòa án'],
  },
  {
    kind: 'ordering',
    ...common,
    stem: '<p>Sắp xếp các bước tiếp nhận.</p>',
    feedback: '<p>Nghe trước, làm sau.</p>',
    items: [
      { id: 'a', text: 'Lắng nghe' },
      { id: 'b', text: 'Tóm lại' },
      { id: 'c', text: 'Giải quyết' },
    ],
    scoring: 'exact',
  },
  {
    kind: 'numeric',
    ...common,
    stem: '<p>Thâm niên tối thiểu là bao nhiêu năm?</p>',
    feedback: '<p>Hai năm rưỡi trong ví dụ này.</p>',
    value: 2.5,
    tolerance: 0,
    unit: 'năm',
  },
  {
    kind: 'short_answer',
    ...common,
    stem: '<p>Điền hai tiếng còn thiếu: luôn …</p>',
    feedback: '<p>Lắng nghe.</p>',
    accepted: ['lắng nghe'],
    ignoreCase: true,
    ignoreDiacritics: false,
  },
];

/** One easy question, for papers where the point is elsewhere. */
export const ONE_EASY: Written = { ...SEVEN[2], kind: 'true_false', correct: true } as Written;

/** A question that a person marks, with a rubric of two criteria; worth what its slot says. */
export const ESSAY: Written = {
  kind: 'essay',
  ...common,
  stem: '<p>Ông Bảy đến lần thứ ba với cùng một bộ hồ sơ. Viết cách xử lý của mình.</p>',
  feedback: '<p>Con người, hồ sơ, quy trình.</p>',
  rubric: [
    {
      id: 'xin-loi',
      title: 'Nhận phần mình sai',
      weight: 40,
      levels: [
        { id: 'tot', percent: 100, description: 'Xin lỗi cụ thể' },
        { id: 'chua', percent: 0, description: 'Bào chữa' },
      ],
    },
    {
      id: 'xu-ly',
      title: 'Xử lý đúng quy định',
      weight: 60,
      levels: [
        { id: 'tot', percent: 100, description: 'Đúng và có dấu vết' },
        { id: 'vua', percent: 50, description: 'Đúng nhưng thiếu dấu vết' },
        { id: 'chua', percent: 0, description: 'Trái quy định' },
      ],
    },
  ],
  markingGuide: '<p>Tìm lời xin lỗi cụ thể và một phiếu ghi đủ.</p>',
  modelAnswer: '<p>Mời ngồi, xin lỗi, làm xong hồ sơ, ghi phiếu.</p>',
};

/** A question whose key is of an older rule: b instead of a. */
export const WRONG_KEY: Written = {
  kind: 'single',
  ...common,
  stem: '<p>Thâm niên tối thiểu hiện nay là bao nhiêu năm?</p>',
  feedback: '<p>Theo quy định hiện hành.</p>',
  options: [
    { id: 'a', text: 'Hai năm' },
    { id: 'b', text: 'Ba năm' },
    { id: 'c', text: 'Năm năm' },
  ],
  correct: 'b',
};
