/** The room of every journey: pages that are watched, and the look at each of them. */
import AxeBuilder from '@axe-core/playwright';
import {
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  test as base,
} from '@playwright/test';
import { baseUrl, PASSWORD } from './person';

export { expect } from '@playwright/test';

/** What went wrong on the watched pages, unless the journey said that it would. */
class Watch {
  private readonly troubles: string[] = [];
  private readonly expected: RegExp[] = [];

  /** A refusal or a lost network that the journey itself brings about. */
  expects(trouble: RegExp): void {
    this.expected.push(trouble);
  }

  follow(context: BrowserContext): void {
    context.on('weberror', (error) => this.tell(`uncaught: ${error.error().message}`));
    context.on('console', (message) => {
      if (message.type() !== 'error') return;
      this.tell(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (
        ['data:', 'blob:', 'about:'].includes(url.protocol) ||
        url.origin === new URL(baseUrl()).origin
      )
        return;
      this.tell(`another origin: ${request.url()}`);
    });
  }

  verdict(): string[] {
    return this.troubles.filter(
      (trouble) => !this.expected.some((pattern) => pattern.test(trouble)),
    );
  }

  private tell(trouble: string): void {
    this.troubles.push(trouble);
  }
}

interface Fixtures {
  watch: Watch;
  /** Another browser of another person, or the same person's other device. */
  device: (options?: BrowserContextOptions) => Promise<Page>;
  /** True on the phone. */
  phone: boolean;
}

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(baseUrl()),
  phone: async ({ isMobile }, use) => use(isMobile),

  watch: async ({}, use) => {
    const watch = new Watch();
    await use(watch);
    expect(watch.verdict(), 'console errors, uncaught errors and foreign requests').toEqual([]);
  },
  context: async ({ context, watch }, use) => {
    watch.follow(context);
    await use(context);
  },
  device: async ({ browser, watch, viewport, isMobile, hasTouch, deviceScaleFactor }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options = {}) => {
      const same = {
        viewport,
        isMobile,
        hasTouch,
        deviceScaleFactor,
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
      };
      const context = await browser.newContext({ baseURL: baseUrl(), ...same, ...options });
      watch.follow(context);
      opened.push(context);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
});

/** Signs the page's browser in without the form; journeys that are about signing in use the form. */
export async function enter(page: Page, username: string, password = PASSWORD): Promise<void> {
  const reply = await page.context().request.post('/api/session', {
    headers: { 'x-requested-with': 'tap-huan' },
    data: { username, password },
  });
  expect(reply.ok(), `${username} signs in`).toBe(true);
}

const SCOPES = [
  'ui|shell|problem|learn|quiz|attempt|question|questionFiles|author|marking|supervision|analysis',
  'manage|people|units|audience|programme|assignment|coverage|hours|record|notice|reminder',
  'myHours|myRecord|verify',
].join('|');
const KEY = new RegExp(String.raw`\b(?:${SCOPES})\.[a-z]\w*(?:\.\w+)*|\{\{.*?\}\}`);

/** Looks at the page as it stands: axe, words without translation, width, heading and title. */
export async function look(page: Page): Promise<void> {
  // An open dialog hides what lies behind it from the tree of accessible things, not from the eye.
  await expect(page.getByRole('heading', { level: 1, includeHidden: true }).first()).toBeVisible();
  await expect(page.getByRole('main', { includeHidden: true })).toHaveCount(1);
  await settle(page);
  const where = new URL(page.url()).pathname;
  const words = await page.evaluate(wordsOnScreen);
  expect(
    words.filter((line) => KEY.test(line)),
    `untranslated words on ${where}`,
  ).toEqual([]);
  const width = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(width, `pixels too wide on ${where}`).toBeLessThanOrEqual(0);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  expect(grave, `axe on ${where}`).toEqual([]);
}

/** Colours are read once nothing fades any more, and nothing is still loading. */
async function settle(page: Page): Promise<void> {
  await expect(page.locator('th-skeleton')).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    const passing = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map((one) => one.finished));
  });
}

/** Everything a person reads or hears: text, names, titles, placeholders. Runs in the browser. */
function wordsOnScreen(): string[] {
  const spoken = ['aria-label', 'title', 'placeholder', 'alt'];
  const named = [...document.querySelectorAll(spoken.map((name) => `[${name}]`).join(','))].flatMap(
    (element) => spoken.map((name) => element.getAttribute(name) ?? ''),
  );
  return [document.title, ...document.body.innerText.split('\n'), ...named].filter(Boolean);
}

/** Fills in the form of the sign-in page and sends it. */
export async function signInByForm(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

/** The first bytes of a file and its name, from whatever the click brings. */
export async function download(
  page: Page,
  click: () => Promise<void>,
): Promise<{ name: string; bytes: Buffer }> {
  const arriving = page.waitForEvent('download');
  await click();
  const file = await arriving;
  const stream = await file.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return { name: file.suggestedFilename(), bytes: Buffer.concat(parts) };
}
