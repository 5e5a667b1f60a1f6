/** A letter really goes through SMTP: a small server of its own reads what arrives. */
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { MailFailure, SmtpMail } from './mail';

/** Takes letters, or refuses every recipient. @returns the port, and what arrived */
async function server(refusal: string | null): Promise<{ port: number; letters: string[] }> {
  const letters: string[] = [];
  open = createServer((socket) => {
    let data: string | null = null;
    socket.write('220 thu ESMTP\r\n');
    let rest = '';
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      rest += bytes.toString('utf8');
      for (let at = rest.indexOf('\r\n'); at >= 0; at = rest.indexOf('\r\n')) {
        const line = rest.slice(0, at);
        rest = rest.slice(at + 2);
        if (data !== null) {
          if (line === '.') {
            letters.push(data);
            data = null;
            socket.write('250 taken\r\n');
          } else data += `${line}\n`;
        } else if (/^RCPT/i.test(line) && refusal) socket.write(`${refusal}\r\n`);
        else if (/^DATA/i.test(line)) {
          data = '';
          socket.write('354 go on\r\n');
        } else socket.write(/^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  });
  await new Promise<void>((listening) => open?.listen(0, '127.0.0.1', listening));
  return { port: (open.address() as { port: number }).port, letters };
}

let open: Server | null = null;
let mail: SmtpMail | null = null;
afterEach(() => {
  mail?.onModuleDestroy();
  open?.close();
});

const LETTER = {
  to: 'can.bo@tap-huan.test',
  subject: 'Sắp đến hạn: Tiếp công dân',
  text: 'Kính gửi ông/bà Nguyễn Thị Ánh',
  html: '<p>Kính gửi ông/bà Nguyễn Thị Ánh</p>',
  id: '5b0c7b1e-0000-4000-8000-000000000001',
};
const sender = (port: number) =>
  (mail = new SmtpMail(`smtp://127.0.0.1:${port}`, 'Tập Huấn <hoc@tap-huan.test>'));

describe('SMTP', () => {
  it('carries Vietnamese subject, both bodies and an id that stays', async () => {
    const { port, letters } = await server(null);
    await sender(port).send(LETTER);
    const [letter = ''] = letters;
    const word = /^Subject: ((?:.|\n )*)$/m.exec(letter)?.[1] ?? '';
    // RFC 2047, form Q.
    const subject = word
      .replace(/=\?UTF-8\?Q\?|\?=\s*/g, '')
      .replaceAll('_', ' ')
      .replace(/=([0-9A-F]{2})/g, '%$1');
    expect(decodeURIComponent(subject)).toBe(LETTER.subject);
    expect(letter).toContain('Message-ID: <5b0c7b1e-0000-4000-8000-000000000001@tap-huan.test>');
    expect(letter).toContain('Auto-Submitted: auto-generated');
    expect(letter).toMatch(/text\/plain[^]*text\/html/);
    expect(letter).toMatch(/^To: can\.bo@tap-huan\.test$/m);
  });

  it('says for good that a recipient is refused, and that a server is not there', async () => {
    const { port } = await server('550 no such mailbox');
    await expect(sender(port).send(LETTER)).rejects.toEqual(new MailFailure('refused'));
    mail?.onModuleDestroy();
    open?.close();
    const gone = sender(port).send(LETTER);
    await expect(gone).rejects.toMatchObject({ fault: 'unreachable' });
  });
});
