/** The life of a course version, as a table. */
import { describe, expect, it } from '@jest/globals';
import { isEditable, mayBecome } from './version-state';

describe('a course version', () => {
  it.each([
    ['draft', 'published', true],
    ['draft', 'draft', false],
    ['published', 'draft', false],
    ['published', 'published', false],
  ] as const)('%s -> %s: %s', (from, to, allowed) => {
    expect(mayBecome(from, to)).toBe(allowed);
  });

  it('is edited as a draft only', () => {
    expect(isEditable('draft')).toBe(true);
    expect(isEditable('published')).toBe(false);
  });
});
