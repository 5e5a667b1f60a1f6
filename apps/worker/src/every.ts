/** The room of schedules: one run at a time, and a failure is told but does not end the schedule. */
import { Logger } from '@nestjs/common';

/** Repeats `work`, resting `milliseconds` after each run. @returns a function that ends it. */
export function every(milliseconds: number, work: () => Promise<unknown>): () => void {
  const logger = new Logger('Schedule');
  let timer: NodeJS.Timeout;
  let stopped = false;
  const run = async (): Promise<void> => {
    await work().catch((error: unknown) => logger.error(String(error)));
    if (!stopped) timer = setTimeout(() => void run(), milliseconds);
  };
  timer = setTimeout(() => void run(), milliseconds);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
