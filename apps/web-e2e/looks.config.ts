/** Pictures of every screen for eyes to judge (`npm run looks`); no test, and not counted as one. */
import { defineConfig } from '@playwright/test';
import journeys from './playwright.config';

const SIZES = {
  desktop: { viewport: { width: 1366, height: 768 } },
  phone: {
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 2,
  },
};

export default defineConfig({
  ...journeys,
  testMatch: '**/looks.ts',
  outputDir: '../../tmp/looks-failures',
  timeout: 180_000,
  reporter: [['list']],
  use: { ...journeys.use, trace: 'off', screenshot: 'off' },
  projects: Object.entries(SIZES).flatMap(([size, use]) =>
    (['light', 'dark'] as const).map((colorScheme) => ({
      name: `${size}-${colorScheme}`,
      use: { ...use, colorScheme },
    })),
  ),
});
