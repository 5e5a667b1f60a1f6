/** The room of one question of each kind; what may not leave the server is marked SECRET. */
import { questionContent, type QuestionContent, type QuestionKind } from '@tap-huan/contract';
import type { z } from 'zod';

type Written = z.input<typeof questionContent>;

const secrets = {
  feedback: '<p>SECRET-feedback: khoản 2 Điều 5</p>',
  hints: ['SECRET-hint một', 'SECRET-hint hai'],
  legalBasis: ['SECRET-law 118/2025/NĐ-CP'],
  asOf: '2026-11-01',
  tags: ['SECRET-tag'],
};
const byHand = {
  rubric: [
    {
      id: 'secret-criterion',
      title: 'SECRET-criterion',
      weight: 50,
      levels: [
        { id: 'secret-low', percent: 0, description: 'SECRET-level' },
        { id: 'secret-high', percent: 100, description: 'SECRET-level' },
      ],
    },
  ],
  markingGuide: '<p>SECRET-guide</p>',
  modelAnswer: '<p>SECRET-model</p>',
};

const WRITTEN: Written[] = [
  {
    kind: 'single',
    stem: '<p>Cơ quan nào tiếp nhận hồ sơ?</p>',
    ...secrets,
    options: [
      { id: 'secret-a', text: 'Trung tâm phục vụ hành chính công', feedback: 'SECRET-option' },
      { id: 'secret-b', text: 'Bưu điện', feedback: 'SECRET-option' },
      { id: 'secret-c', text: 'Tòa án' },
    ],
    correct: 'secret-a',
  },
  {
    kind: 'multiple',
    stem: '<p>Những kênh nào nộp được hồ sơ?</p>',
    ...secrets,
    options: [
      { id: 'secret-a', text: 'Trực tiếp', feedback: 'SECRET-option', weight: 50 },
      { id: 'secret-b', text: 'Bưu chính', weight: 50 },
      { id: 'secret-c', text: 'Qua người quen', weight: -50 },
      { id: 'secret-d', text: 'Nhờ bảo vệ', weight: 0 },
    ],
    correct: ['secret-a', 'secret-b'],
    scoring: 'weights',
  },
  {
    kind: 'true_false',
    stem: '<p>Hồ sơ thiếu được yêu cầu bổ sung một lần.</p>',
    ...secrets,
    correct: true,
    optionFeedback: { true: 'SECRET-option', false: 'SECRET-option' },
  },
  {
    kind: 'matching',
    stem: '<p>Ghép màu với mức độ.</p>',
    ...secrets,
    pairs: [
      { id: 'p1', prompt: 'Xanh', answer: 'Bình thường' },
      { id: 'p2', prompt: 'Vàng', answer: 'Chú ý' },
      { id: 'p3', prompt: 'Đỏ', answer: 'Khẩn cấp' },
    ],
    distractors: ['Không rõ'],
  },
  {
    kind: 'ordering',
    stem: '<p>Xếp các bước.</p>',
    ...secrets,
    items: [
      { id: 'secret-1', text: 'Lắng nghe' },
      { id: 'secret-2', text: 'Ghi nhận' },
      { id: 'secret-3', text: 'Trả lời' },
      { id: 'secret-4', text: 'Cảm ơn' },
    ],
  },
  {
    kind: 'numeric',
    stem: '<p>Bao nhiêu giờ?</p>',
    ...secrets,
    value: 24.5,
    tolerance: 0.25,
    unit: 'giờ',
  },
  {
    kind: 'short_answer',
    stem: '<p>Tên viết tắt của chỉ số?</p>',
    ...secrets,
    accepted: ['SECRET-PAR INDEX'],
  },
  {
    kind: 'fill_blanks',
    stem: '<p>Điền vào chỗ trống.</p>',
    ...secrets,
    text: 'Hồ sơ được nhận tại [[secret-1]] trong [[secret-2]] ngày.',
    blanks: [
      { id: 'secret-1', accepted: ['SECRET-một cửa'] },
      { id: 'secret-2', accepted: ['SECRET-15'] },
    ],
  },
  {
    kind: 'categorise',
    stem: '<p>Xếp giấy tờ vào nhóm.</p>',
    ...secrets,
    groups: [
      { id: 'secret-g1', title: 'Bắt buộc' },
      { id: 'secret-g2', title: 'Không bắt buộc' },
    ],
    items: [
      { id: 'secret-i1', text: 'Tờ khai', groupId: 'secret-g1' },
      { id: 'secret-i2', text: 'Căn cước', groupId: 'secret-g1' },
      { id: 'secret-i3', text: 'Ảnh', groupId: 'secret-g2' },
    ],
  },
  {
    kind: 'hotspot',
    stem: '<p>Chỉ nơi lấy số thứ tự.</p>',
    ...secrets,
    image: {
      url: '/api/media/00000000-0000-4000-8000-000000000001',
      alt: 'Sơ đồ phòng một cửa',
      width: 800,
      height: 600,
    },
    areas: [
      {
        id: 'secret-a1',
        label: 'Máy lấy số',
        area: { shape: 'rectangle', x: 123, y: 457, width: 89, height: 91 },
        feedback: 'SECRET-area',
      },
      { id: 'secret-a2', label: 'Quầy 1', area: { shape: 'circle', x: 613, y: 317, radius: 71 } },
    ],
    correct: ['secret-a1'],
  },
  {
    kind: 'calculated',
    stem: '<p>{hoso} hồ sơ, mỗi hồ sơ {phut} phút: bao nhiêu phút?</p>',
    ...secrets,
    variables: [
      { name: 'hoso', minimum: 2, maximum: 9 },
      { name: 'phut', minimum: 11, maximum: 19 },
    ],
    formula: 'hoso * phut',
    unit: 'phút',
  },
  {
    kind: 'essay',
    stem: '<p>Trình bày cách xử lý hồ sơ quá hạn.</p>',
    ...secrets,
    minimumWords: 5,
    ...byHand,
  },
  {
    kind: 'file_upload',
    stem: '<p>Nộp tờ trình.</p>',
    ...secrets,
    accept: ['pdf', 'image'],
    maximumFiles: 2,
    maximumMegabytes: 1,
    ...byHand,
  },
];

/** Every kind once. */
export const CONTENTS: QuestionContent[] = WRITTEN.map((written) => questionContent.parse(written));

export const contentOf = <K extends QuestionKind>(kind: K): Extract<QuestionContent, { kind: K }> =>
  CONTENTS.find((content) => content.kind === kind) as Extract<QuestionContent, { kind: K }>;

/** A statement that is true, or not. */
export const statement = (text: string, correct = true): QuestionContent =>
  questionContent.parse({ kind: 'true_false', stem: `<p>${text}</p>`, correct });
