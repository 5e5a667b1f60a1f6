/** Which files are taken, and under which name they are kept. */
import { describe, expect, it } from '@jest/globals';
import { dispositionOf, mediaKind, tidyName } from './media-kind';
import { MP3, PDF, PNG, SVG, WEBM, ZIP } from '../testing/bytes';

describe('mediaKind', () => {
  it.each([
    ['png', PNG, 'image/png'],
    ['pdf', PDF, 'application/pdf'],
    ['mp3', MP3, 'audio/mpeg'],
    ['webm', WEBM, 'video/webm'],
    ['jpeg', Buffer.from('ffd8ffe000104a46494600010101', 'hex'), 'image/jpeg'],
    ['gif', Buffer.from('GIF89a\u0001\u0000\u0001\u0000'), 'image/gif'],
    [
      'webp',
      Buffer.from('RIFF\u0010\u0000\u0000\u0000WEBPVP8 \u0000\u0000\u0000\u0000'),
      'image/webp',
    ],
    [
      'wav',
      Buffer.from('RIFF\u0010\u0000\u0000\u0000WAVEfmt \u0000\u0000\u0000\u0000'),
      'audio/wav',
    ],
    [
      'mp4',
      Buffer.from('\u0000\u0000\u0000\u0018ftypisom\u0000\u0000\u0002\u0000isomiso2'),
      'video/mp4',
    ],
    [
      'm4a',
      Buffer.from('\u0000\u0000\u0000\u0018ftypM4A \u0000\u0000\u0002\u0000isomiso2'),
      'audio/mp4',
    ],
  ])('takes %s', async (_, bytes, mimeType) => {
    expect((await mediaKind(bytes)).mimeType).toBe(mimeType);
  });

  it.each([
    ['html', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['svg', SVG],
    ['zip', ZIP],
    ['a program', Buffer.from('MZ\u0090\u0000\u0003\u0000\u0000\u0000')],
    ['plain text', Buffer.from('xin chào')],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s', async (_, bytes) => {
    await expect(mediaKind(bytes)).rejects.toMatchObject({ code: 'file_kind_not_allowed' });
  });
});

describe('tidyName', () => {
  const png = { mimeType: 'image/png', endings: ['png'] } as const;
  it.each([
    ['Sơ đồ.png', 'Sơ đồ.png'],
    ['Sơ đồ.PNG', 'Sơ đồ.PNG'],
    ['So\u031b đo\u0302\u0300.png', 'Sơ đồ.png'],
    ['lua.html', 'lua.png'],
    ['C:\\Anh\\bia.png', 'bia.png'],
    ['../../etc/passwd', 'passwd.png'],
    ['gnp\u202e.exe', 'gnp.png'],
    ['.png', 'png.png'],
    ['', 'tep.png'],
  ])('%j -> %j', (given, kept) => {
    expect(tidyName(given, png)).toBe(kept);
  });
});

describe('dispositionOf', () => {
  it.each([
    ['image/png', 'inline'],
    ['video/webm', 'inline'],
    ['audio/mpeg', 'inline'],
    ['application/pdf', 'attachment'],
    ['image/svg+xml', 'attachment'],
    ['text/html', 'attachment'],
  ])('%s: %s', (mimeType, disposition) => {
    expect(dispositionOf(mimeType)).toBe(disposition);
  });
});
