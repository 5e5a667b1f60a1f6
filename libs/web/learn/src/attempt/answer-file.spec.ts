/** The room where the encrypted answer file is put to the test: only its key opens it, and what comes out is what went in. */
import { describe, expect, it } from '@jest/globals';
import { answerFile, sealedAnswerFile } from '@tap-huan/contract';
import { answerFileName, canSeal, openAnswers, sealAnswers } from './answer-file';

const base64 = (bytes: readonly number[]) => btoa(String.fromCharCode(...bytes));
const bytesOf = (text: string) => Array.from(atob(text), (letter) => letter.charCodeAt(0));
const KEY = base64(Array.from({ length: 32 }, (_, i) => i * 7));
const ATTEMPT = '1f0c9a2e-7c11-4d1c-9b64-3f1f6c0a2b11';
const AT = '2026-11-25T07:40:00.000Z';
const answers = [
  {
    slot: 1,
    response: { kind: 'essay' as const, text: 'Nguyễn Phạm Hoàng Khánh Phương Uyên – “thủ tục”' },
    flagged: false,
    certainty: null,
    seq: 61_000,
    typedAt: '2026-11-25T07:31:01.000Z',
    seconds: 310,
  },
  { slot: 2, response: null, flagged: true, certainty: 3, seq: 70_000, typedAt: AT, seconds: 5 },
];

describe('the answer file', () => {
  it('comes out as it went in', async () => {
    const file = await sealAnswers(KEY, ATTEMPT, answers, AT);
    expect(sealedAnswerFile.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
    const opened = answerFile.parse(await openAnswers(KEY, file));
    expect(opened).toEqual({ attemptId: ATTEMPT, exportedAt: AT, answers });
  });

  it('is AES-256-GCM with a nonce of 12 bytes and the tag of 16 bytes at the end', async () => {
    const { iv, data } = await sealAnswers(KEY, ATTEMPT, answers, AT);
    const plain = JSON.stringify({ attemptId: ATTEMPT, exportedAt: AT, answers });
    const length = new TextEncoder().encode(plain).length;
    expect([bytesOf(iv).length, bytesOf(data).length]).toEqual([12, length + 16]);
  });

  it('takes a fresh nonce each time, and shows nothing of the words', async () => {
    const files = [];
    for (let i = 0; i < 8; i += 1) files.push(await sealAnswers(KEY, ATTEMPT, answers, AT));
    expect(new Set(files.map(({ iv }) => iv)).size).toBe(8);
    expect(JSON.stringify(files)).not.toContain('Nguyễn');
  });

  it('stays shut for another key and after a change', async () => {
    const file = await sealAnswers(KEY, ATTEMPT, answers, AT);
    const other = base64(Array.from({ length: 32 }, () => 1));
    await expect(openAnswers(other, file)).rejects.toThrow();
    const bytes = bytesOf(file.data);
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    const changed = { ...file, data: base64(bytes) };
    await expect(openAnswers(KEY, changed)).rejects.toThrow();
  });

  it('holds a long paper', async () => {
    const long = Array.from({ length: 120 }, (_, i) => ({
      ...answers[0]!,
      slot: i + 1,
      response: { kind: 'essay' as const, text: 'ẫ'.repeat(5_000) },
    }));
    const file = await sealAnswers(KEY, ATTEMPT, long, AT);
    expect(sealedAnswerFile.safeParse(file).success).toBe(true);
    expect(answerFile.parse(await openAnswers(KEY, file)).answers).toHaveLength(120);
  });

  it('is named after its attempt', () => {
    expect(answerFileName(ATTEMPT)).toBe('bai-lam-1f0c9a2e.thbl');
    expect(canSeal()).toBe(true);
  });
});
