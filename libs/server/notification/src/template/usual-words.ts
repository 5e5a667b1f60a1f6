/** The room of the words that the product brings, in both languages; the academy may put its own in their place. */
import type { Language, NoticeKind } from '@tap-huan/contract';

/** A subject and a body with places `{{word}}`. */
export interface Words {
  subject: string;
  body: string;
}

const FOOT_VI = '\n\nVào học: {{link}}\n\n{{academy}}';
const FOOT_EN = '\n\nGo to your courses: {{link}}\n\n{{academy}}';

const VI: Record<NoticeKind, Words> = {
  assigned: {
    subject: 'Nội dung bồi dưỡng mới: {{title}}',
    body: `Kính gửi ông/bà {{name}},\n\nÔng/bà được giao nội dung bồi dưỡng sau:\n\n{{list}}${FOOT_VI}`,
  },
  due_soon: {
    subject: 'Sắp đến hạn: {{title}}',
    body: `Kính gửi ông/bà {{name}},\n\nNội dung bồi dưỡng sau sắp đến hạn hoàn thành:\n\n{{list}}${FOOT_VI}`,
  },
  due_today: {
    subject: 'Hôm nay là hạn cuối: {{title}}',
    body: `Kính gửi ông/bà {{name}},\n\nHôm nay là hạn hoàn thành của:\n\n{{list}}${FOOT_VI}`,
  },
  overdue: {
    subject: 'Quá hạn: {{title}}',
    body: `Kính gửi ông/bà {{name}},\n\nNội dung bồi dưỡng sau đã quá hạn và chưa hoàn thành:\n\n{{list}}\n\nNội dung đã học vẫn được giữ nguyên; ông/bà học tiếp bất cứ lúc nào.${FOOT_VI}`,
  },
  escalation: {
    subject: '{{count}} trường hợp quá hạn bồi dưỡng thuộc quyền quản lý',
    body: 'Kính gửi ông/bà {{name}},\n\nCán bộ sau thuộc quyền quản lý của ông/bà đã quá hạn bồi dưỡng:\n\n{{list}}\n\nĐề nghị ông/bà bố trí thời gian để cán bộ hoàn thành.\n\nXem trong phần mềm: {{link}}\n\n{{academy}}',
  },
  certificate_ready: {
    subject: 'Đã có giấy chứng nhận: {{title}}',
    body: 'Kính gửi ông/bà {{name}},\n\nGiấy chứng nhận số {{number}} cho "{{title}}" đã sẵn sàng để xem và tải về.\n\nXem giấy chứng nhận: {{link}}\n\n{{academy}}',
  },
  appeal_answered: {
    subject: 'Đã có trả lời phúc khảo: {{title}}',
    body: 'Kính gửi ông/bà {{name}},\n\nĐơn phúc khảo "{{title}}" đã được trả lời.\n\nXem trả lời: {{link}}\n\n{{academy}}',
  },
  digest: {
    subject: 'Bồi dưỡng trong tuần: {{overdue}} quá hạn, {{soon}} sắp đến hạn',
    body: 'Kính gửi ông/bà {{name}},\n\nTình hình bồi dưỡng của {{unit}}:\n\n– Quá hạn: {{overdue}}\n– Đến hạn trong 7 ngày tới: {{soon}}\n– Hoàn thành trong 7 ngày qua: {{done}}\n\n{{list}}\n\nXem độ phủ: {{link}}\n\n{{academy}}',
  },
  list_ready: {
    subject: 'Danh sách định kỳ: {{title}} ({{lines}} dòng)',
    body: 'Kính gửi ông/bà {{name}},\n\nDanh sách "{{title}}" do {{sender}} lập có {{lines}} dòng trong phạm vi ông/bà phụ trách.\n\nThư không kèm dữ liệu cá nhân. Đề nghị đăng nhập để xem hoặc tải bảng Excel: {{link}}\n\n{{academy}}',
  },
  leader_due: {
    subject: 'Hạn hoàn thành bồi dưỡng lãnh đạo, quản lý: {{due}}',
    body: 'Kính gửi ông/bà {{name}},\n\nÔng/bà giữ chức vụ {{post}} từ ngày {{appointed}}. Theo khoản 2 Điều 16 Nghị định 171/2025/NĐ-CP, ông/bà cần hoàn thành chương trình bồi dưỡng lãnh đạo, quản lý trong 12 tháng kể từ ngày bổ nhiệm.\n\nHạn cuối: ngày {{due}} ({{left}}).\n\nNếu đã có chứng chỉ hoặc thuộc trường hợp được miễn (khoản 4 Điều 41), đề nghị báo phòng Đào tạo – Biên chế.\n\nXem trong phần mềm: {{link}}\n\n{{academy}}',
  },
  leader_overdue: {
    subject: 'Quá hạn bồi dưỡng lãnh đạo, quản lý: {{due}}',
    body: 'Kính gửi ông/bà {{name}},\n\nÔng/bà giữ chức vụ {{post}} từ ngày {{appointed}}. Hạn hoàn thành chương trình bồi dưỡng lãnh đạo, quản lý (12 tháng, khoản 2 Điều 16 Nghị định 171/2025/NĐ-CP) là ngày {{due}}, {{left}}.\n\nĐề nghị ông/bà sắp xếp tham gia khóa gần nhất. Nếu đã có chứng chỉ hoặc thuộc trường hợp được miễn (khoản 4 Điều 41), đề nghị báo phòng Đào tạo – Biên chế.\n\nXem trong phần mềm: {{link}}\n\n{{academy}}',
  },
};

const EN: Record<NoticeKind, Words> = {
  assigned: {
    subject: 'New training: {{title}}',
    body: `Dear {{name}},\n\nThe following training has been assigned to you:\n\n{{list}}${FOOT_EN}`,
  },
  due_soon: {
    subject: 'Due soon: {{title}}',
    body: `Dear {{name}},\n\nThe following training is due soon:\n\n{{list}}${FOOT_EN}`,
  },
  due_today: {
    subject: 'Due today: {{title}}',
    body: `Dear {{name}},\n\nToday is the due day of:\n\n{{list}}${FOOT_EN}`,
  },
  overdue: {
    subject: 'Overdue: {{title}}',
    body: `Dear {{name}},\n\nThe following training is overdue and not completed:\n\n{{list}}\n\nWhat you have done is kept; you can go on at any time.${FOOT_EN}`,
  },
  escalation: {
    subject: 'Overdue training of your staff: {{count}}',
    body: 'Dear {{name}},\n\nTraining of the following officers who report to you is overdue:\n\n{{list}}\n\nPlease make room for them to complete it.\n\nSee in the product: {{link}}\n\n{{academy}}',
  },
  certificate_ready: {
    subject: 'Your certificate is ready: {{title}}',
    body: 'Dear {{name}},\n\nCertificate no. {{number}} for "{{title}}" is ready to be seen and downloaded.\n\nSee the certificate: {{link}}\n\n{{academy}}',
  },
  appeal_answered: {
    subject: 'Your appeal has been answered: {{title}}',
    body: 'Dear {{name}},\n\nYour appeal about "{{title}}" has been answered.\n\nSee the answer: {{link}}\n\n{{academy}}',
  },
  digest: {
    subject: 'Training this week: {{overdue}} overdue, {{soon}} due soon',
    body: 'Dear {{name}},\n\nTraining in {{unit}}:\n\n– Overdue: {{overdue}}\n– Due within 7 days: {{soon}}\n– Completed within the last 7 days: {{done}}\n\n{{list}}\n\nSee coverage: {{link}}\n\n{{academy}}',
  },
  list_ready: {
    subject: 'Scheduled list: {{title}} (lines: {{lines}})',
    body: 'Dear {{name}},\n\nThe list "{{title}}", made by {{sender}}, has {{lines}} lines in the units that you look after.\n\nThis mail carries no personal data. Sign in to see the list or to download it for Excel: {{link}}\n\n{{academy}}',
  },
  leader_due: {
    subject: 'Leadership and management programme due: {{due}}',
    body: 'Dear {{name}},\n\nYou have held the post of {{post}} since {{appointed}}. Under Decree 171/2025/NĐ-CP, article 16.2, the leadership and management programme is to be completed within 12 months of the appointment.\n\nLast day: {{due}} ({{left}}).\n\nIf you hold a certificate already or are exempt (article 41.4), please tell the Training and Staffing Office.\n\nSee in the product: {{link}}\n\n{{academy}}',
  },
  leader_overdue: {
    subject: 'Leadership and management programme overdue: {{due}}',
    body: 'Dear {{name}},\n\nYou have held the post of {{post}} since {{appointed}}. The last day for the leadership and management programme (12 months, Decree 171/2025/NĐ-CP, article 16.2) was {{due}}: {{left}}.\n\nPlease join the next course. If you hold a certificate already or are exempt (article 41.4), please tell the Training and Staffing Office.\n\nSee in the product: {{link}}\n\n{{academy}}',
  },
};

/** The words that the product brings. */
export const USUAL_WORDS: Record<Language, Record<NoticeKind, Words>> = { vi: VI, en: EN };
