/** The room where a stimulus in writing is put to the test. */
import { describe, expect, it } from '@jest/globals';
import { emptyStimulus, storedStimulus, stimulusProblems } from './stimulus-text';

describe('stimulus', () => {
  it.each([
    [emptyStimulus(), ['title_missing', 'text_missing']],
    [{ title: 'Hồ sơ của bà Lan', html: '<p> </p>' }, ['text_missing']],
    [{ title: 'Phim', html: '<video src="/api/media/x"></video>' }, []],
    [{ title: ' ', html: '<p>Bà Lan nộp hồ sơ.</p>' }, ['title_missing']],
    [{ title: 'Dài', html: `<p>${'a'.repeat(50_000)}</p>` }, ['text_too_long']],
  ])('%j lacks %j', (text, problems) => {
    expect(stimulusProblems(text)).toEqual(problems);
  });

  it('is stored trimmed and in NFC', () => {
    expect(storedStimulus({ title: ' Hồ sơ '.normalize('NFD'), html: 'x' }).title).toBe('Hồ sơ');
  });
});
