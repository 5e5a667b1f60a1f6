/** The room where the form of an override is put to the test. */
import { expect, it } from '@jest/globals';
import { overrideBody, overrideProblem, type OverrideFields } from './override-form';

const FIELDS: OverrideFields = {
  staffCode: ' CB001 ',
  unitId: 'u',
  jobPosition: 'Một cửa',
  minutes: '45',
  attempts: '',
  opensAt: null,
  closesAt: '2026-11-25T10:00:00.000Z',
  reason: 'Vì',
};

it.each([
  ['person' as const, { staffCode: 'CB001', unitId: null, jobPosition: null }],
  ['unit' as const, { staffCode: null, unitId: 'u', jobPosition: null }],
  ['audience' as const, { staffCode: null, unitId: 'u', jobPosition: 'Một cửa' }],
])('sends only what belongs to %s', (target, expected) => {
  expect(overrideBody(target, FIELDS)).toEqual({
    ...expected,
    timeLimitMinutes: 45,
    attemptsAllowed: null,
    opensAt: null,
    closesAt: '2026-11-25T10:00:00.000Z',
    reason: 'Vì',
  });
});

it('says a refusal at the field it belongs to', () => {
  const issue = { path: 'unitId', code: 'override_for_nobody', message: '' };
  expect(overrideProblem([issue], 'staffCode')).toBe('override_for_nobody');
  expect(overrideProblem([issue], 'closesAt')).toBeNull();
  expect(overrideProblem([{ ...issue, code: 'too_big' }], 'unitId')).toBeNull();
});
