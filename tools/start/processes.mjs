/** The room of child processes: started, watched, and ended in order. */
import { spawn } from 'node:child_process';
import { Sorry } from './checks.mjs';

/** Milliseconds that a process has to end by itself. */
const PATIENCE = 20_000;

/** Starts a Node process that may tell `ready` over its channel. */
export function startProcess(name, file, env, args = []) {
  // A group of its own: Ctrl-C in the terminal reaches the starter only, which ends them in order.
  const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  let wanted = false;
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? code));
  });
  const ready = new Promise((resolve) =>
    child.on('message', (said) => said === 'ready' && resolve()),
  );
  return {
    pid: child.pid,
    /** Resolves when the process says that it is ready; rejects where it ends before. */
    ready: () =>
      Promise.race([
        ready,
        ended.then((how) => {
          throw new Sorry(`The process "${name}" ended before it was ready (${how}).`);
        }),
      ]),
    /** Resolves when the process has ended well. */
    finished: async () => {
      const how = await ended;
      if (how !== 0 && !wanted)
        throw new Sorry(`The process "${name}" failed (${how}); see above.`);
    },
    onUnexpectedEnd: (tell) => {
      void ended.then(
        (how) => !wanted && tell(`The process "${name}" ended unexpectedly (${how}).`),
      );
    },
    stop: async () => {
      wanted = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
      await ended;
      clearTimeout(timer);
    },
    kill: () => {
      wanted = true;
      child.kill('SIGKILL');
      return ended;
    },
  };
}
