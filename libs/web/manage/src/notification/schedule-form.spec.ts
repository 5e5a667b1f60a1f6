/** Cases of the form of the schedule of reminders. */
import { describe, expect, it } from '@jest/globals';
import { draftOf, scheduleOf, wrongFields } from './schedule-form';

const USUAL = {
  beforeDays: [7, 1],
  leaderBeforeDays: [180, 30],
  overdueEvery: 7,
  overdueTimes: 4,
  escalateAfter: 7,
  escalateEvery: 14,
  escalateTimes: 2,
  digestWeekday: 1,
  hour: 7,
};

describe('the form of the schedule', () => {
  it('goes there and back', () => {
    expect(scheduleOf(draftOf(USUAL))).toEqual(USUAL);
    expect(draftOf(USUAL).beforeDays).toBe('7, 1');
  });

  it('takes days in any order and spelling, each once, or none', () => {
    const of = (beforeDays: string) => scheduleOf({ ...draftOf(USUAL), beforeDays }).beforeDays;
    expect(of('1; 14 3,3')).toEqual([14, 3, 1]);
    expect(of(' ')).toEqual([]);
  });

  it.each([
    [{ beforeDays: '0' }, ['beforeDays']],
    [{ beforeDays: '1,2,3,4,5,6' }, ['beforeDays']],
    [{ beforeDays: 'bảy' }, ['beforeDays']],
    [{ beforeDays: '91', leaderBeforeDays: '331' }, ['beforeDays', 'leaderBeforeDays']],
    [{ leaderBeforeDays: '91, 330' }, []],
    [{ overdueEvery: '0' }, ['overdueEvery']],
    [{ overdueTimes: '' }, ['overdueTimes']],
    [{ escalateAfter: '1.5', escalateTimes: '21' }, ['escalateAfter', 'escalateTimes']],
    [{ overdueTimes: '0' }, []],
  ])('%j is wrong in %j', (part, fields) => {
    expect(wrongFields({ ...draftOf(USUAL), ...part })).toEqual(fields);
  });
});
