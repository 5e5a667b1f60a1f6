/** The room of questions to the machine before work begins; each "no" is a clear sentence. */
import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';

/** An end that the person can do something about: told without a stack trace. */
export class Sorry extends Error {}

const NEEDED_BYTES = 2.5e9;
const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'];

export async function checkMachine(directory) {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    throw new Sorry(
      `Cần Node.js 20 trở lên; máy đang dùng ${process.version}. / Node.js 20 or newer is needed; this is ${process.version}.`,
    );
  }
  const platform = `${process.platform}-${process.arch}`;
  if (!PLATFORMS.includes(platform)) {
    throw new Sorry(
      `Chưa hỗ trợ ${platform}. / ${platform} is not supported; supported: ${PLATFORMS.join(', ')}. Use docker/ instead.`,
    );
  }
  await checkSpace(directory, NEEDED_BYTES);
}

export async function checkSpace(directory, bytes) {
  const disk = await statfs(directory).catch(() => null);
  if (!disk) return;
  const free = disk.bavail * disk.bsize;
  if (free < bytes) {
    const gb = (value) => (value / 1e9).toFixed(1);
    throw new Sorry(
      `Ổ đĩa chỉ còn ${gb(free)} GB, cần ${gb(bytes)} GB. / Only ${gb(free)} GB of disk are free; ${gb(bytes)} GB are needed.`,
    );
  }
}

/** PORT as a number; 3000 where it is not set. */
export function portOf(text) {
  const port = Number(text || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Sorry('PORT phải là số từ 1 đến 65535. / PORT must be a number from 1 to 65535.');
  }
  return port;
}

/** Fails where somebody listens on the port already. */
export function checkPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `Cổng ${port} đang được chương trình khác sử dụng; chọn cổng khác: PORT=3001 npm start / Port ${port} is in use; choose another: PORT=3001 npm start`
          : `Không mở được cổng ${port}. / Port ${port} cannot be opened (${error.code}).`;
      reject(new Sorry(why));
    });
    server.listen(port, host, () => server.close(resolve));
  });
}
