/** The room where identities made in the browser are put to the test. */
import { expect, it } from '@jest/globals';
import { newUuid } from './new-uuid';

it('is a uuid of version 4, and another one each time', () => {
  const ids = Array.from({ length: 200 }, newUuid);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  expect(new Set(ids).size).toBe(200);
});
