/** The room of networks: whether an address lies in one of those from which a quiz may be taken. */
import { BlockList, isIP } from 'node:net';

/** An IPv4 address that came through an IPv6 socket. */
const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * Whether the address lies in one of the networks (`10.1.0.0/16`, `2001:db8::/32`, or single addresses). No networks
 * means anywhere; no address is in none.
 */
export function networkAllowed(address: string | null, networks: readonly string[]): boolean {
  if (networks.length === 0) return true;
  const plain = address?.replace(MAPPED, '$1') ?? '';
  if (isIP(plain) === 0) return false;
  const allowed = new BlockList();
  for (const network of networks) {
    const [base = '', bits] = network.split('/');
    if (isIP(base) === 0) continue;
    if (bits === undefined) allowed.addAddress(base, familyOf(base));
    else allowed.addSubnet(base, Number(bits), familyOf(base));
  }
  return allowed.check(plain, familyOf(plain));
}
