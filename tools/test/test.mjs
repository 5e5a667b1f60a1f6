/** `npm test`: every check of the house, one after the other, and one plain line at the end. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { installPackages, nxProgram, pinnedNode } from '../packages.mjs';

const root = resolve(import.meta.dirname, '../..');
const bin = join(root, 'node_modules', '.bin');
const only = process.argv.slice(2);
const inCi = ['1', 'true'].includes(String(process.env.CI));
const tally = { passed: 0, failed: 0 };
const skipped = [];
/** The suite's own processes, so that an interrupted run leaves nothing behind. */
let current = null;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    current?.kill('SIGTERM');
    process.exit(130);
  });
}

if (!installPackages(root)) process.exit(1);
const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules', 'node', 'bin')}:${bin}:${process.env.PATH}`,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  // A green run in CI leans on nothing that an earlier run left on the machine.
  ...(inCi ? { NX_SKIP_NX_CACHE: 'true' } : {}),
  FORCE_COLOR: '0',
};
const node = pinnedNode(root);
const results = join(root, 'tmp', 'test');
await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });

const browser = needs('chromium', ['chromium', 'chromium-browser', 'google-chrome']);
const redis = needs('redis-server', ['redis-server']);
const pdftotext = needs('poppler-utils', ['pdftotext']);

const STEPS = [
  ['format', () => simple('format', 'prettier', ['--check', '--log-level', 'warn', '.'])],
  ['lint', () => nxStep('lint')],
  ['typecheck', () => nxStep('typecheck')],
  ['boundaries', boundaries],
  ['jest', jest],
  ['build', () => nxStep('build')],
  ['faults', faults],
  ['e2e', playwright],
];
for (const [name, step] of STEPS) {
  if (only.length > 0 && !only.includes(name)) continue;
  const begun = Date.now();
  console.log(`\n── ${name}`);
  await step();
  console.log(`   ${((Date.now() - begun) / 1000).toFixed(0)} s`);
}

for (const what of skipped) console.log(`\nSKIPPED: ${what}`);
if (inCi && skipped.length > 0) tally.failed += skipped.length;
console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed > 0 || tally.passed === 0 ? 1 : 0);

/** The path of a program; installed through apt where that is possible, else null and said loudly. */
function needs(debianPackage, names) {
  const find = () => {
    for (const name of names) {
      const found = spawnSync('sh', ['-c', `command -v ${name}`], {
        encoding: 'utf8',
      }).stdout.trim();
      if (found) return found;
    }
    return null;
  };
  const there = find();
  if (there) return there;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log(`Installing ${debianPackage} …`);
    const apt = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-qq'], apt);
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], apt);
  }
  const now = find();
  if (!now)
    skipped.push(
      `what needs ${debianPackage}: install it (Debian: apt-get install ${debianPackage})`,
    );
  return now;
}

/** Runs a program of the workspace and answers its code and output; the output is shown where it fails. */
function run(file, args, { quiet = true, extra = {} } = {}) {
  return new Promise((done) => {
    const output = [];
    const child = spawn(file, args, {
      cwd: root,
      env: { ...env, ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    current = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output.push(chunk);
        if (!quiet) process.stdout.write(chunk);
      });
    }
    child.on('error', (error) => done({ code: 1, output: String(error) }));
    child.on('exit', (code) => {
      const text = Buffer.concat(output).toString();
      if (code !== 0 && quiet) console.log(text);
      done({ code: code ?? 1, output: text });
    });
  });
}

function count(passed, failed) {
  tally.passed += passed;
  tally.failed += failed;
  console.log(`   ${passed} passed, ${failed} failed`);
}

async function simple(name, file, args) {
  const { code } = await run(join(bin, file), args);
  count(code === 0 ? 1 : 0, code === 0 ? 0 : 1);
}

/** One check for each project that has the target. */
async function nxStep(target) {
  const nx = nxProgram(root);
  const listed = await run(node, [nx, 'show', 'projects', '--with-target', target, '--json']);
  const projects = JSON.parse(listed.output.slice(listed.output.indexOf('[')));
  const { code, output } = await run(node, [
    nx,
    'run-many',
    '-t',
    target,
    '--outputStyle=static',
    '--nxBail=false',
  ]);
  const told = output.slice(Math.max(0, output.lastIndexOf('Failed tasks:')));
  const broken = new Set([...told.matchAll(/^\s*- ([\w-]+):/gm)].map(([, name]) => name));
  const failed = code === 0 ? 0 : Math.max(1, projects.filter((name) => broken.has(name)).length);
  count(projects.length - failed, failed);
}

async function boundaries() {
  // The rule reads the graph of projects that an earlier run has left; there may be none.
  await run(node, [nxProgram(root), 'show', 'projects']);
  const { output } = await run(node, ['tools/boundaries/prove.mjs']);
  countTold(output);
}

/** The product is killed, crashed and cut off while officers save. */
async function faults() {
  const { output } = await run(node, ['tools/faults/faults.mjs']);
  console.log([...output.matchAll(/^ {3}ok .*$/gm)].map(([line]) => line).join('\n'));
  countTold(output);
}

/** A program of ours ends with a line of JSON that counts. */
function countTold(output) {
  const last = output.trim().split('\n').at(-1);
  const { passed, failed } = last?.startsWith('{') ? JSON.parse(last) : { passed: 0, failed: 1 };
  count(passed, failed);
}

async function jest() {
  const report = join(results, 'jest.json');
  const { code } = await run(
    node,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      '--json',
      `--outputFile=${report}`,
      '--silent',
    ],
    { extra: { REDIS_SERVER: redis ?? '', PDFTOTEXT: pdftotext ?? '' } },
  );
  const read = await readFile(report, 'utf8').then(JSON.parse, () => null);
  if (!read) return count(0, 1);
  // A suite that could not even begin counts as one failure.
  const failed = read.numFailedTests + read.numRuntimeErrorTestSuites;
  if (read.numPendingTests + read.numTodoTests > 0) {
    skipped.push(`${read.numPendingTests + read.numTodoTests} tests marked as pending`);
  }
  count(read.numPassedTests, failed || (code === 0 ? 0 : 1));
}

async function playwright() {
  if (!browser) return;
  const report = join(results, 'e2e.json');
  const { code } = await run(
    node,
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config',
      'apps/web-e2e/playwright.config.ts',
    ],
    { quiet: false, extra: { CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
  );
  const stats = await readFile(report, 'utf8').then(
    (text) => JSON.parse(text).stats,
    () => null,
  );
  if (!stats) return count(0, 1);
  if (stats.skipped > 0) skipped.push(`${stats.skipped} browser tests`);
  count(stats.expected + stats.flaky, stats.unexpected || (code === 0 ? 0 : 1));
}
