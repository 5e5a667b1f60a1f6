/** Cases for failures and their sentences. */
import { describe, expect, it } from '@jest/globals';
import { ERRORS } from '@tap-huan/contract';
import { ApiFailure, failureOf, isFailure } from './failure';
import { problemsEn } from './problems.en';
import { problemsVi } from './problems.vi';

describe('failureOf', () => {
  it('keeps code, params and issues of a problem', () => {
    const failure = failureOf(429, { code: 'too_many_requests', params: { seconds: 30 } });
    expect(failure).toMatchObject({
      code: 'too_many_requests',
      status: 429,
      params: { seconds: 30 },
    });
    expect(isFailure(failure, 'too_many_requests')).toBe(true);
    expect(isFailure(failure, 'offline')).toBe(false);
    expect(isFailure(new Error('x'))).toBe(false);
  });

  it.each([
    [401, null, 'not_signed_in'],
    [404, { code: 'unheard_of' }, 'not_found'],
    [500, null, 'internal'],
    [502, '<html>', 'offline'],
    [503, { code: 'export_not_ready' }, 'export_not_ready'],
  ])('%s with %p is %s', (status, body, code) => {
    expect(failureOf(status, body)).toBeInstanceOf(ApiFailure);
    expect(failureOf(status, body).code).toBe(code);
  });
});

describe('problems in words', () => {
  it('every code of the contract has a sentence in both languages', () => {
    for (const code of [...Object.keys(ERRORS), 'offline'] as (keyof typeof problemsVi)[]) {
      for (const sentence of [problemsVi[code], problemsEn[code]]) {
        expect(sentence.normalize('NFC')).toBe(sentence);
        expect(sentence).toMatch(/\S.*[.]$/);
      }
    }
  });
});
