/** The room of one question of each kind; what may not leave the server is marked SECRET. */
import { questionContent, type QuestionContent, type QuestionKind } from '@tap-huan/contract';
import type { z } from 'zod';

type Written = z.input<typeof questionContent>;

const secrets = {
  feedback: '<p>SECRET-feedback: khoản 2 Điều 5</p>',
  legalBasis: ['SECRET-law 118/2025/NĐ-CP'],
  asOf: '2026-11-01',
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
      { id: 'secret-a', text: 'Trực tiếp', feedback: 'SECRET-option' },
      { id: 'secret-b', text: 'Bưu chính' },
      { id: 'secret-c', text: 'Qua người quen' },
      { id: 'secret-d', text: 'Nhờ bảo vệ' },
    ],
    correct: ['secret-a', 'secret-b'],
  },
  {
    kind: 'true_false',
    stem: '<p>Hồ sơ thiếu được yêu cầu bổ sung một lần.</p>',
    ...secrets,
    correct: true,
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
];

/** Every kind once. */
export const CONTENTS: QuestionContent[] = WRITTEN.map((written) => questionContent.parse(written));

export const contentOf = <K extends QuestionKind>(kind: K): Extract<QuestionContent, { kind: K }> =>
  CONTENTS.find((content) => content.kind === kind) as Extract<QuestionContent, { kind: K }>;

/** A statement that is true, or not. */
export const statement = (text: string, correct = true): QuestionContent =>
  questionContent.parse({ kind: 'true_false', stem: `<p>${text}</p>`, correct });
