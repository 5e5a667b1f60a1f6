/** The language of the interface: switched at sign-in and inside, remembered, and whole on every screen. */
import { enter, expect, look, test } from './support/journey';

test('at sign-in the language is switched, remembered, and carried into the product', async ({
  page,
  phone,
}) => {
  await page.goto('/dang-nhap');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', 'vi');
  await expect(page.getByRole('button', { name: 'Đăng nhập', exact: true })).toBeVisible();
  await look(page);

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle(/Sign in/);
  await look(page);

  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'en');

  // An account of each project, for the choice is remembered on the account too.
  await page.getByLabel('User name').fill(phone ? 'cb011' : 'cb012');
  await page.getByRole('textbox', { name: 'Password' }).fill('TapHuan@2026');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Learning' })).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'en');
  await look(page);

  await page.getByRole('button', { name: /^Own account/ }).click();
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Học tập' })).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'vi');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Học tập' })).toBeVisible();
});

test('a language chosen inside follows the account to another device', async ({
  page,
  device,
  phone,
}) => {
  const username = phone ? 'cb013' : 'cb014';
  await enter(page, username);
  await page.goto('/hoc');
  await page.getByRole('button', { name: /^Tài khoản cá nhân/ }).click();
  const kept = page.waitForResponse(
    (reply) => reply.url().endsWith('/api/session/language') && reply.ok(),
  );
  await page.getByRole('button', { name: 'English' }).click();
  await kept;
  await expect(page.getByRole('heading', { level: 1, name: 'Learning' })).toBeVisible();

  const other = await device();
  await enter(other, username);
  await other.goto('/hoc');
  await expect(other.getByRole('heading', { level: 1, name: 'Learning' })).toBeVisible();
  await expect(other.locator('html')).toHaveAttribute('lang', 'en');
});

const PLACES: Record<string, readonly string[]> = {
  hocvien: [
    '/hoc',
    '/hoc/chung-chi',
    '/hoc/gio-boi-duong',
    '/hoc/ho-so',
    '/hoc/ho-so/du-lieu',
    '/thong-bao',
    '/thong-bao/tuy-chon',
    '/doi-mat-khau',
    '/khong-co-quyen',
    '/khong-co-trang-nay',
  ],
  giangvien: [
    '/soan',
    '/soan/ngan-hang',
    '/khao-thi/cham-diem',
    '/khao-thi/giam-sat',
    '/khao-thi/phan-tich',
  ],
  daotao: [
    '/quan-ly',
    '/quan-ly/can-bo',
    '/quan-ly/ghi-danh',
    '/quan-ly/do-phu',
    '/quan-ly/chung-chi',
    '/quan-ly/can-xem-xet',
  ],
  // The same office at its desk: who is to be trained in what, by when, and what there is to show for it.
  'daotao, planning': [
    '/quan-ly/can-bo/nhap-danh-sach',
    '/quan-ly/nhom',
    '/quan-ly/nhom/moi',
    '/quan-ly/chuong-trinh',
    '/quan-ly/giao-boi-duong',
    '/quan-ly/giao-boi-duong/moi',
    '/quan-ly/giao-boi-duong/ngoai-le',
    '/quan-ly/don-vi',
    '/quan-ly/don-vi/sap-xep',
    '/quan-ly/don-vi/sap-xep/moi',
  ],
  'daotao, reporting': [
    '/quan-ly/do-phu/can-bo',
    '/quan-ly/gio-boi-duong',
    '/quan-ly/gio-boi-duong/cho-duyet',
    '/quan-ly/gio-boi-duong/lanh-dao',
    '/quan-ly/gio-boi-duong/nhap-danh-sach',
    '/quan-ly/gio-boi-duong/quy-dinh',
    '/quan-ly/thong-bao',
    '/quan-ly/thong-bao/mau',
    '/quan-ly/thong-bao/lich',
    '/quan-ly/bao-cao/nam',
    '/quan-ly/bao-cao/don-vi',
    '/quan-ly/bao-cao/khoa',
    '/quan-ly/bao-cao/danh-sach',
    '/quan-ly/bao-cao/dinh-chinh',
  ],
  thanhtra: ['/khao-thi/giam-sat'],
  quantri: ['/quan-ly/tai-khoan', '/quan-ly/don-vi', '/quan-ly/ngay-nghi', '/quan-ly/tac-vu'],
};

for (const [who, places] of Object.entries(PLACES)) {
  test(`no word is left without translation, as ${who}`, async ({ page }) => {
    test.slow();
    await enter(page, who.split(',')[0] ?? who);
    for (const place of places) {
      const heading = page.getByRole('heading', { level: 1 }).first();
      await page.goto(place);
      await look(page);
      const vietnamese = await heading.innerText();
      await page.evaluate(() => localStorage.setItem('tap-huan.language', 'en'));
      await page.route('**/api/session', async (route) => {
        // As an account whose language is English, without changing the shared demo account.
        const reply = await route.fetch();
        const body = (await reply.json()) as { session: { language: string } | null };
        if (body.session) body.session.language = 'en';
        await route.fulfill({ response: reply, json: body });
      });
      await page.reload();
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await look(page);
      expect(await heading.innerText(), `heading of ${place} in English`).not.toBe(vietnamese);
      await page.unroute('**/api/session');
      await page.evaluate(() => localStorage.setItem('tap-huan.language', 'vi'));
    }
  });
}
