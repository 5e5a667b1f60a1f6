/** The room where dragging is put to the test. */
import { describe, expect, it } from '@jest/globals';
import { edgeSpeed, farEnough, ownDrop } from './drag-rules';

describe('dragging', () => {
  it('begins after a few pixels', () => {
    expect(farEnough({ x: 10, y: 10 }, { x: 14, y: 13 })).toBe(false);
    expect(farEnough({ x: 10, y: 10 }, { x: 16, y: 16 })).toBe(true);
  });

  it('moves the page near its edges only, faster at the very edge', () => {
    expect(edgeSpeed(400, 800)).toBe(0);
    expect(edgeSpeed(70, 800)).toBeLessThan(0);
    expect(edgeSpeed(0, 800)).toBeLessThan(edgeSpeed(60, 800));
    expect(edgeSpeed(799, 800)).toBeGreaterThan(edgeSpeed(735, 800));
  });

  it('knows its own places', () => {
    expect(ownDrop('cau-3', 'cau-3/b1')).toBe('b1');
    expect(ownDrop('cau-3', 'cau-3/')).toBe('');
    expect(ownDrop('cau-3', 'cau-31/b1')).toBeNull();
    expect(ownDrop('cau-3', null)).toBeNull();
  });
});
