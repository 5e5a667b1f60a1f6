/** The room of outside programs: run one, or say what it complained of. */
import { spawn } from 'node:child_process';

/** @returns {Promise<void>} rejects with the program's last words where it fails. */
export function run(program, args, { input } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'] });
    const words = [];
    child.stderr.on('data', (chunk) => words.push(chunk));
    child.on('error', (error) => reject(new Error(`${program}: ${error.message}`)));
    child.on('exit', (code) => {
      if (code === 0) return resolve();
      reject(new Error(`${program} failed:\n${Buffer.concat(words).toString().slice(-2_000)}`));
    });
    child.stdin.end(input ?? '');
  });
}
