/** Cases for lists in the address. */
import { describe, expect, it } from '@jest/globals';
import { dayOf, idOf, oneOf, tableQueryOf } from './list-address';

describe('what the address says', () => {
  it('is a page and a search', () => {
    expect(tableQueryOf({ page: 3, search: 'ánh' })).toMatchObject({ page: 3, search: 'ánh' });
  });

  it.each([-1, 0, 1.5, Number.NaN, 1e9])('counts page %s as the first', (page) => {
    expect(tableQueryOf({ page, search: '' }).page).toBe(1);
  });

  it('drops what is no id, no day or not among the choices', () => {
    const id = 'f218259a-fc9e-4934-9fa9-7ebed2455aec';
    expect(idOf(id)).toBe(id);
    expect(idOf('x')).toBeUndefined();
    expect(idOf(null)).toBeUndefined();
    expect(dayOf('2026-11-25')).toBe('2026-11-25');
    expect(dayOf('2026-13-45')).toBeUndefined();
    expect(dayOf('25/11/2026')).toBeUndefined();
    expect(oneOf(['soon', 'overdue'], 'soon')).toBe('soon');
    expect(oneOf(['soon', 'overdue'], 'never')).toBeUndefined();
  });
});
