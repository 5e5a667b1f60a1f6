/** Addresses and networks, put to the test. */
import { expect, it } from '@jest/globals';
import { networkAllowed } from './networks';

it.each<[string | null, string[], boolean]>([
  ['203.0.113.9', [], true],
  [null, [], true],
  [null, ['10.0.0.0/8'], false],
  ['10.1.2.3', ['10.1.0.0/16'], true],
  ['10.2.2.3', ['10.1.0.0/16'], false],
  ['::ffff:10.1.2.3', ['10.1.0.0/16'], true],
  ['10.1.2.3', ['192.168.1.7', '10.1.2.3'], true],
  ['10.1.2.4', ['10.1.2.3'], false],
  ['2001:db8::1', ['2001:db8::/32'], true],
  ['2001:db9::1', ['2001:db8::/32'], false],
  ['10.1.2.3', ['2001:db8::/32'], false],
  ['nonsense', ['0.0.0.0/0'], false],
])('%s in %j: %s', (address, networks, allowed) =>
  expect(networkAllowed(address, networks)).toBe(allowed),
);
