/** The journeys run on the built product with its own PostgreSQL, on a desktop and on a phone. */
import { defineConfig } from '@playwright/test';

const chromium = {
  executablePath: process.env['CHROMIUM'] || '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export default defineConfig({
  testDir: './src',
  testMatch: '**/*.e2e.ts',
  outputDir: '../../test-results',
  globalSetup: './src/start-product.ts',
  // The journeys share one academy; two of them on one officer would meet.
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json']],
  use: {
    browserName: 'chromium',
    launchOptions: chromium,
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'desktop',
      // Officers sit an exam with what they have in their pocket; the supervisor's desk is opened from there.
      testIgnore: '**/examination.e2e.ts',
      use: { viewport: { width: 1366, height: 768 } },
    },
    {
      name: 'phone',
      // Banks, marking, staff lists and reorganisations are desk work; the lists themselves are looked at on both
      // sizes by the journey of languages.
      testIgnore: [
        '**/bank.e2e.ts',
        '**/marking.e2e.ts',
        '**/officer-import.e2e.ts',
        '**/reorganisation.e2e.ts',
        '**/annual-report.e2e.ts',
      ],
      use: {
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
        deviceScaleFactor: 2,
      },
    },
  ],
});
