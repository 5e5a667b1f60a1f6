/** One analysis of a generated exam on a database of its own; the exam is made by `analysis.mjs`. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '@tap-huan/server/app';
import { DueAnalyses, QuizAnalyses } from '@tap-huan/server/assessment';
import { migrate, readConfig } from '@tap-huan/server/platform';

const [task, quizId = ''] = process.argv.slice(2);
const config = readConfig(process.env);

/** Milliseconds by which the longest piece of work kept everything else in the process waiting. */
function longestBlock(): () => number {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

async function analyse(): Promise<object> {
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: ['error'],
  });
  try {
    const analyses = app.get(QuizAnalyses, { strict: false });
    const blocked = longestBlock();
    const began = performance.now();
    const { stored, seconds } = await analyses.compute(quizId, { attempts: 'first' });
    const longest = blocked();
    const computed = (performance.now() - began) / 1_000;
    // The whole job, as the worker does it: what is due, computed and stored.
    const due = performance.now();
    const done = await app.get(DueAnalyses, { strict: false }).run();
    const job = (performance.now() - due) / 1_000;
    const { attempts, items } = stored.analysis;
    const memory = Math.round(process.memoryUsage().rss / 1_048_576);
    return {
      attempts,
      slots: items.length,
      computed,
      seconds,
      job,
      quizzes: done.length,
      longest,
      memory,
    };
  } finally {
    await app.close();
  }
}

if (task === 'migrate') await migrate(config.databaseUrl);
else process.stdout.write(JSON.stringify(await analyse()));
