/** Labels of answers become words of the question, for every kind. */
import { describe, expect, it } from '@jest/globals';
import { questionContent, type QuestionContent, type QuestionKind } from '@tap-huan/contract';
import { CONTENTS } from '../testing/contents';
import { answerWords, keyLabel, offeredLabels, partsOf } from './answer-words';

const of = (kind: QuestionKind): QuestionContent => {
  const found = CONTENTS.find((content) => content.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};
const words = (kind: QuestionKind, label: string) => answerWords(of(kind), label);

describe('an answer in words', () => {
  it('names options by the letter that their author sees', () => {
    expect(words('single', 'secret-b')).toEqual({ letter: 'B', text: 'Bưu điện' });
    expect(words('multiple', 'secret-c+secret-a')).toEqual({
      letter: 'A + C',
      text: 'Trực tiếp; Qua người quen',
    });
    expect(words('single', 'gone')).toEqual({ letter: '–', text: 'gone' });
  });

  it('names parts of an answer', () => {
    expect(words('matching', 'p1=p2 p2=x1 p3=-').text).toBe(
      'Xanh → Chú ý; Vàng → Không rõ; Đỏ → –',
    );
    expect(words('ordering', 'secret-2>secret-1').text).toBe('Ghi nhận › Lắng nghe');
    expect(words('fill_blanks', 'secret-1=một cửa = nhanh secret-2=-').text).toBe(
      'một cửa = nhanh; –',
    );
  });

  it('keeps what was typed, and leaves words of the rules to the page', () => {
    expect(words('short_answer', 'par index')).toEqual({ letter: null, text: 'par index' });
    expect(words('numeric', '24,5')).toEqual({ letter: null, text: '24,5' });
    for (const [kind, label] of [
      ['single', 'unanswered'],
      ['true_false', 'true'],
      ['calculated', 'right'],
      ['numeric', 'unreadable'],
      ['essay', 'answered'],
    ] as const) {
      expect(words(kind, label)).toEqual({ letter: null, text: null });
    }
  });

  it('reads parts whose values hold spaces and signs', () => {
    expect(partsOf('a=x y b=z', ['a', 'b'])).toEqual(['x y', 'z']);
    expect(partsOf('a=- b=b=c', ['a', 'b'])).toEqual([null, 'b=c']);
    expect(partsOf('something else', ['a', 'b'])).toEqual([null, null]);
  });
});

describe('the right answer', () => {
  it('has a label that is shown as it was written', () => {
    expect(keyLabel(of('single'))).toBe('secret-a');
    expect(keyLabel(of('true_false'))).toBe('true');
    expect(keyLabel(of('multiple'))).toBe('secret-a+secret-b');
    expect(keyLabel(of('matching'))).toBe('p1=p1 p2=p2 p3=p3');
    expect(answerWords(of('ordering'), keyLabel(of('ordering')) ?? '').text).toBe(
      'Lắng nghe › Ghi nhận › Trả lời › Cảm ơn',
    );
  });

  it('has no label where several are right, or a person judges', () => {
    expect(keyLabel(of('numeric'))).toBeNull();
    expect(keyLabel(of('calculated'))).toBeNull();
    expect(keyLabel(of('essay'))).toBeNull();
    const two = questionContent.parse({ ...of('short_answer'), accepted: ['một', 'hai'] });
    expect(keyLabel(two)).toBeNull();
  });
});

it('offers the options of a choice, so that one which nobody takes is seen', () => {
  expect(offeredLabels(of('single'))).toEqual(['secret-a', 'secret-b', 'secret-c']);
  expect(offeredLabels(of('true_false'))).toEqual(['true', 'false']);
  expect(offeredLabels(of('multiple'))).toEqual([]);
});
