/** The pictures of the guide (`npm run guide`), taken on a fresh demo academy; no test, and not counted as one. */
import { defineConfig } from '@playwright/test';
import journeys from './playwright.config';

export default defineConfig({
  ...journeys,
  testMatch: '**/guide*.ts',
  outputDir: '../../tmp/guide-failures',
  timeout: 180_000,
  reporter: [['list']],
  use: { ...journeys.use, trace: 'off', screenshot: 'off', colorScheme: 'light' },
  projects: [{ name: 'guide', use: { viewport: { width: 1366, height: 768 } } }],
});
