/** The room of the mail that tells somebody of their new account. */
import type { Letter } from '@tap-huan/server/platform';

/** What the mail says. */
export interface Invitation {
  id: string;
  to: string;
  fullName: string;
  username: string;
  code: string;
  /** Where the product is reached. */
  url: string;
  academyName: string;
}

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** The mail, Vietnamese first as the account is. */
export function invitationOf(invitation: Invitation): Letter {
  const { id, to, fullName, username, code, url, academyName } = invitation;
  const paragraphs = [
    `Kính gửi ông/bà ${fullName},`,
    `Tài khoản bồi dưỡng trực tuyến tại ${academyName} đã được mở.`,
    `Địa chỉ: ${url}\nTên đăng nhập: ${username}\nMã kích hoạt: ${code}`,
    'Dùng mã kích hoạt làm mật khẩu cho lần đăng nhập đầu tiên, sau đó đặt mật khẩu riêng. Mã chỉ dùng được đến khi đặt mật khẩu; không chuyển tiếp thư này.',
    'Thư tự động, xin không trả lời. Nếu không phải người nhận, vui lòng xóa thư.',
  ];
  const html = paragraphs
    .map((part) => `<p style="margin:0 0 16px">${escape(part).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
  return {
    ...{ id, to, subject: 'Tài khoản bồi dưỡng trực tuyến đã được mở' },
    text: paragraphs.join('\n\n'),
    html: `<!doctype html><html lang="vi"><head><meta charset="utf-8"></head>
<body style="margin:0;padding:24px;background:#FAF7F0;color:#1E2421;font:16px/1.6 'Be Vietnam Pro',Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px;background:#FFFFFF;border-radius:8px">
${html}
</div></body></html>`,
  };
}
