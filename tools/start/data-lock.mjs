/** The room that keeps two starts from working on one data directory. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Sorry } from './checks.mjs';

/** Takes the directory, or says who has it. A lock of a process that is gone is taken over. */
export async function lockData(directory) {
  await mkdir(directory, { recursive: true });
  const file = join(directory, 'running.pid');
  const holder = Number(await readFile(file, 'utf8').catch(() => '0'));
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new Sorry(
      `Thư mục dữ liệu ${directory} đang được tiến trình ${holder} sử dụng. / The data directory is in use by process ${holder}.`,
    );
  }
  await writeFile(file, String(process.pid));
  return { stop: () => rm(file, { force: true }) };
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
