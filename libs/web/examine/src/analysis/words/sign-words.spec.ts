/** Signs as sentences, in both languages. */
// What the words import carries Angular's pieces with it.
import '@angular/compiler';
import { describe, expect, it } from '@jest/globals';
import type { AnalysedItemSign } from '@tap-huan/contract';
import { en } from '../i18n/en';
import type { AnalysisTranslate } from '../i18n/text';
import { vi } from '../i18n/vi';
import { itemSignWords, quizSignWords } from './sign-words';

const translate =
  (dictionary: object): AnalysisTranslate =>
  (key, params = {}) => {
    const text = key
      .split('.')
      .reduce<unknown>((found, part) => (found as Record<string, unknown>)[part], dictionary);
    return String(text).replace(/{{(\w+)}}/g, (_, name: string) => String(params[name]));
  };

const wrongKey: AnalysedItemSign = {
  code: 'key_may_be_wrong',
  params: {
    ...{ label: 'o3', letter: 'C', text: '07 ngày', key: 'o1', keyLetter: 'A', keyText: '03 ngày' },
    ...{ share: 0.5625, mean: 528, keyMean: 432, restMaximum: 800 },
  },
};

describe('a wrong key', () => {
  it('is told in plain words', () => {
    const [sign] = itemSignWords([wrongKey], translate(vi), 'vi');
    expect(sign).toMatchObject({ tone: 'bad', short: 'Đáp án có thể sai' });
    expect(sign?.long.replaceAll('\u00a0', ' ')).toBe(
      'Học viên giỏi nhất chọn C (56 % số lượt): họ đạt 66 % ở các câu khác, người chọn đáp án A đạt 54 %.',
    );
    expect(itemSignWords([wrongKey], translate(en), 'en')[0]?.long).toContain('choose C (56%');
  });

  it('quotes an answer without a letter, and says nothing of a key that nobody gave', () => {
    const typed = {
      ...wrongKey.params,
      letter: null,
      text: 'PAPI',
      keyLetter: null,
      keyText: 'PAR',
      keyMean: null,
    };
    const [sign] = itemSignWords(
      [{ code: 'key_may_be_wrong', params: typed }],
      translate(vi),
      'vi',
    );
    expect(sign?.long).toContain('chọn “PAPI”');
    expect(sign?.long).toContain('“PAR” đạt –');
  });
});

describe('signs together', () => {
  it('come gravest first', () => {
    const signs: AnalysedItemSign[] = [
      { code: 'distractor_unused', params: { label: 'o4', letter: 'D', text: 'x', share: 0.01 } },
      { code: 'too_easy', params: { facility: 0.97 } },
      { code: 'discriminates_negatively', params: { discrimination: -12.4 } },
    ];
    const words = itemSignWords(signs, translate(vi), 'vi');
    expect(words.map(({ tone }) => tone)).toEqual(['bad', 'warning', 'neutral']);
    expect(words[0]?.long).toContain('\u221212');
    expect(words[2]?.short).toBe('D: ít ai chọn');
  });

  it('do not say twice that a question discriminates the wrong way', () => {
    const twice: AnalysedItemSign[] = [
      { code: 'discriminates_negatively', params: { discrimination: -12.4 } },
      { code: 'efficiency_low', params: { efficiency: -20 } },
    ];
    expect(itemSignWords(twice, translate(vi), 'vi').map(({ code }) => code)).toEqual([
      'discriminates_negatively',
    ]);
    const low: AnalysedItemSign = { code: 'efficiency_low', params: { efficiency: 9 } };
    expect(itemSignWords([low], translate(vi), 'vi')).toHaveLength(1);
  });

  it('leave no gap in any sentence', () => {
    const params = {
      ...wrongKey.params,
      ...{ facility: 0.2, guess: 0.25, discrimination: 5, efficiency: 9, attempts: 12, least: 30 },
    };
    for (const [dictionary, language] of [
      [vi, 'vi'],
      [en, 'en'],
    ] as const) {
      const codes = Object.keys(vi.itemSigns) as AnalysedItemSign['code'][];
      const signs = codes.map((code) => ({ code, params }));
      for (const { short, long } of itemSignWords(signs, translate(dictionary), language)) {
        expect(`${short} ${long}`).not.toMatch(/undefined|NaN|{{|–/);
      }
    }
    const [quiz] = quizSignWords(
      [{ code: 'mean_low', params: { mean: 0.41 } }],
      translate(vi),
      'vi',
    );
    expect(quiz?.long).toContain('41\u00a0%');
  });
});
