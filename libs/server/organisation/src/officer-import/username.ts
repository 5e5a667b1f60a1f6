/** The room where a staff code becomes a user name. */
import { fold } from '@tap-huan/rules';

/** 3 to 60 of lower-case Latin letters, digits, dot, hyphen, underscore, as the contract has it. */
const LONGEST = 60;

/** The user name of a staff code: "CB-0012/ĐN" becomes "cb-0012-dn"; a code too short for one gets "cb-" in front. */
export function usernameOf(staffCode: string): string {
  const name = fold(staffCode)
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
    .slice(0, LONGEST - 4);
  return name.length < 3 ? `cb-${name || '0'}` : name;
}

/** A user name for each staff code: where one is taken, the first free of "name-2", "name-3" … */
export function freeUsernames(staffCodes: readonly string[], taken: ReadonlySet<string>): string[] {
  const used = new Set(taken);
  return staffCodes.map((staffCode) => {
    const base = usernameOf(staffCode);
    let name = base;
    for (let next = 2; used.has(name); next += 1) name = `${base}-${next}`;
    used.add(name);
    return name;
  });
}
