/** The room where the text of a mail becomes a page that every mail program shows. */
import type { Language } from '@tap-huan/contract';

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const LINK = /https?:\/\/[^\s<>"]+/g;

/** Paragraphs at empty lines; addresses become links; nothing in the text can become markup. */
export function htmlOf(text: string, language: Language): string {
  const paragraphs = escape(text)
    .split(/\n{2,}/)
    .map((part) => part.replaceAll('\n', '<br>'))
    .map((part) => part.replace(LINK, (url) => `<a href="${url}" style="color:#23675A">${url}</a>`))
    .map((part) => `<p style="margin:0 0 16px">${part}</p>`);
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head>
<body style="margin:0;padding:24px;background:#FAF7F0;color:#1E2421;font:16px/1.6 'Be Vietnam Pro',Arial,sans-serif">
<div style="max-width:600px;margin:0 auto;padding:24px;background:#FFFFFF;border-radius:8px">
${paragraphs.join('\n')}
</div></body></html>`;
}
