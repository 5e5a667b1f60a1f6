/** Proves that each wall stands: a deliberately bad import must fail, its lawful twin must pass. */
import { resolve } from 'node:path';
import { ESLint } from 'eslint';

const root = resolve(import.meta.dirname, '../..');
const RULES = ['@nx/enforce-module-boundaries', 'no-restricted-imports'];

/** [the room, what it may not import, what it may] */
const WALLS = [
  ['libs/contract/src', '@tap-huan/rules', 'zod'],
  ['libs/rules/src', '@tap-huan/server/platform', '@tap-huan/contract'],
  ['libs/rules/src', 'node:fs', '@tap-huan/contract'],
  ['libs/rules/src', 'zod', 'jsep'],
  ['libs/server/platform/src', '@tap-huan/server/identity', '@tap-huan/rules'],
  ['libs/server/identity/src', '@tap-huan/server/organisation', '@tap-huan/server/platform'],
  ['libs/server/assessment/src', '@tap-huan/server/learning', '@tap-huan/rules'],
  ['libs/server/organisation/src', '@tap-huan/server/learning', '@tap-huan/server/identity'],
  ['libs/server/learning/src', '@tap-huan/server/enrolment', '@tap-huan/server/assessment'],
  ['libs/server/enrolment/src', '@tap-huan/server/certification', '@tap-huan/server/learning'],
  ['libs/server/certification/src', '@tap-huan/server/enrolment', '@tap-huan/server/learning'],
  ['libs/server/certification/src', '@tap-huan/server/assessment', '@tap-huan/server/organisation'],
  ['libs/server/reporting/src', '@tap-huan/server/enrolment', '@tap-huan/server/platform'],
  ['libs/server/notification/src', '@tap-huan/server/enrolment', '@tap-huan/server/platform'],
  ['apps/worker/src', '@tap-huan/server/certification', '@tap-huan/server/app'],
  ['libs/web/ui/src', '@tap-huan/web/api', '@tap-huan/contract'],
  ['libs/web/api/src', '@tap-huan/web/learn', '@tap-huan/web/ui'],
  ['libs/web/learn/src', '@tap-huan/web/author', '@tap-huan/web/api'],
  ['libs/web/author/src', '@tap-huan/server/platform', '@tap-huan/rules'],
  ['libs/web/examine/src', '@tap-huan/web/author', '@tap-huan/web/api'],
  ['libs/web/manage/src', '@tap-huan/web/verify', '@tap-huan/web/ui'],
  ['apps/web/src', '@tap-huan/server/app', '@tap-huan/web/learn'],
];

const eslint = new ESLint({ cwd: root });
let passed = 0;
const failures = [];

for (const [room, bad, good] of WALLS) {
  const refused = await complaints(room, bad);
  const allowed = await complaints(room, good);
  check(refused.length > 0, `${room} may import ${bad}, and must not`);
  check(allowed.length === 0, `${room} may not import ${good}, and should: ${allowed.join('; ')}`);
}

for (const failure of failures) console.error(`  ✕ ${failure}`);
console.log(JSON.stringify({ passed, failed: failures.length }));
process.exitCode = failures.length > 0 ? 1 : 0;

async function complaints(room, imported) {
  const code = `/** The room of a trial import. */\nimport * as trial from '${imported}';\nexport const kept = trial;\n`;
  const [result] = await eslint.lintText(code, {
    filePath: resolve(root, room, 'trial-import.ts'),
  });
  return result.messages
    .filter(({ ruleId, fatal }) => fatal || RULES.includes(ruleId))
    .map(({ message }) => message);
}

function check(ok, message) {
  if (ok) passed += 1;
  else failures.push(message);
}
