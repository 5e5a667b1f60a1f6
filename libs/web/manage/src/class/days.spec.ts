/** The days of a class, as cases. */
import '@angular/compiler';
import { describe, expect, it } from '@jest/globals';
import { daysOf } from './days';

describe('daysOf', () => {
  it.each([
    ['2017-05-09', '2017-05-09', '09/05/2017'],
    ['2017-05-09', '2017-05-10', '09 – 10/05/2017'],
    ['2017-05-31', '2017-06-01', '31/05 – 01/06/2017'],
    ['2016-05-09', '2017-05-09', '09/05/2016 – 09/05/2017'],
    ['2017-12-31', '2018-01-01', '31/12/2017 – 01/01/2018'],
  ])('%s to %s: %s', (startsOn, endsOn, words) => {
    expect(daysOf({ startsOn, endsOn })).toBe(words);
  });
});
