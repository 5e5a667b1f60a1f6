/** Cases for codes as people type them. */
import { describe, expect, it } from '@jest/globals';
import { verifyCode } from '@tap-huan/rules';
import { codeIn, codeProblem } from './typed-code';

const code = verifyCode(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]));

describe('codeProblem', () => {
  it('has nothing to say of a whole code, however it is typed', () => {
    expect(codeProblem(code)).toBeNull();
    expect(codeProblem(code.toLowerCase().replace(/.{5}/g, '$& - '))).toBeNull();
  });

  it('says what to mend', () => {
    expect(codeProblem('  - ')).toEqual({ kind: 'empty' });
    expect(codeProblem(code.slice(0, 19))).toEqual({ kind: 'short', count: 19 });
    expect(codeProblem(`${code}0`)).toEqual({ kind: 'long', count: 21 });
    expect(codeProblem(`${code.slice(0, 10)}U${code.slice(11)}`)).toEqual({
      kind: 'letter',
      letter: 'U',
    });
    expect(codeProblem('giấy')).toEqual({ kind: 'letter', letter: 'Ấ' });
    const wrong = code.slice(0, 19) + (code.endsWith('7') ? '8' : '7');
    expect(codeProblem(wrong)).toEqual({ kind: 'check' });
  });
});

describe('codeIn', () => {
  it('takes the code out of a pasted address', () => {
    expect(codeIn(`https://taphuan.example/xac-minh/${code}?x=1`)).toBe(code);
    expect(codeIn(` ${code} `)).toBe(code);
  });
});
