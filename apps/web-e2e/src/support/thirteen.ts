/** The room of hands that answer each kind of question of the shipped course, by finger and by keys alone. */
import { expect, type Locator, type Page } from '@playwright/test';
import { chooseByKeys, focusedWords, listByKeys, pressKey, tabTo, typeByKeys } from './keys';
import { PAPER } from './scene';

export interface KindOfAnswer {
  kind: string;
  quiz: 'practice' | 'final';
  /** Number of the question on the paper. */
  slot: number;
  /** Points where it is right, as shown; null where a person marks it. */
  points: string | null;
  byFinger: (page: Page) => Promise<void>;
  byKeys: (page: Page) => Promise<void>;
  /** What is still there after the page was loaded anew; only where nothing is checked at once. */
  kept?: (page: Page) => Promise<void>;
}

const RIGHT_ONE = /xuất trình giấy tờ tùy thân, nêu thông tin hồ sơ rồi trả kết quả/;
const NOT_SCANNED = [
  'Hồ sơ nộp trực tuyến',
  'Giấy tờ chỉ cần xuất trình',
  'Ý kiến, kết quả xác minh của cơ quan',
  'Tài liệu mật',
];
const PAIRS = {
  'Hồ sơ đủ, đúng thẩm quyền': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  'Hồ sơ thiếu giấy tờ': 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  'Hồ sơ không thuộc phạm vi giải quyết': 'Phiếu từ chối tiếp nhận',
  'Biết trước sẽ trả trễ': 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
};
const IN_ORDER = [
  'Hỏi nhu cầu của người dân',
  'Kiểm tra thành phần hồ sơ',
  'Quét giấy tờ',
  'Cập nhật hệ thống, lấy mã hồ sơ',
  'In, đọc lại và trao giấy hẹn',
  'Chuyển hồ sơ đến nơi giải quyết',
];
const TYPED = ['một', 'lý do'];
const LISTED = ['tiếp nhận', 'chuyển điện tử', 'nhận'];
const BANKED = ['trễ hẹn', 'xác minh', 'xin lỗi', '27/11/2026'];
const GROUPS = {
  'Tra hồ sơ giúp người nộp bằng số định danh': 'Được làm',
  'Gửi ảnh hồ sơ vào nhóm trò chuyện của khu phố': 'Không được làm',
  'Nhận hồ sơ của xã khác trong tỉnh': 'Được làm',
  'Đòi thêm giấy tờ ngoài danh mục công khai': 'Không được làm',
  'Ra thông báo dừng theo yêu cầu của người nộp khi chưa có quyết định': 'Được làm',
  'Hẹn nhận giấy bổ sung ở quán nước': 'Không được làm',
};
/** Shares of the picture's width and height: where the number of the file stands, and when the result is due. */
const PLACES = [
  { x: 0.205, y: 0.195 },
  { x: 0.32, y: 0.668 },
];
const ESSAY = 'Mời ông Bảy ngồi, nghe hết rồi xin lỗi phần mình sai. '.repeat(4).trim();

const blank = (page: Page, number: number, total: number): Locator =>
  page.getByLabel(`Chỗ trống ${number}/${total}`, { exact: true });
const emptyBlank = (page: Page, number: number): Locator =>
  page.getByRole('button', { name: `Chỗ trống ${number}/${BANKED.length}: còn trống` });
const words = (page: Page): Locator => page.getByRole('group', { name: 'Các từ' });
const picture = (page: Page): Locator => page.getByRole('application');
const item = (page: Page, text: string): Locator =>
  page.getByRole('button', { name: text, exact: true });
const matchOf = (page: Page, prompt: string): Locator =>
  page.getByLabel(`Nội dung tương ứng với: ${prompt}`);
const radio = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('radio', { name, exact: typeof name === 'string' });

/** Brings the items into their order with the buttons beside them. */
async function arrange(page: Page, press: (button: Locator) => Promise<void>): Promise<void> {
  const rows = page.locator('th-ordering li');
  const shown = async () =>
    (await rows.allInnerTexts()).map((text) => IN_ORDER.find((one) => text.includes(one)));
  for (const [index, text] of IN_ORDER.entries()) {
    while ((await shown()).indexOf(text) > index) {
      const before = await shown();
      await press(page.getByRole('button', { name: `Chuyển lên: ${text}` }));
      await expect.poll(shown).not.toEqual(before);
    }
  }
  const keep = page.getByRole('button', { name: 'Giữ nguyên thứ tự này' });
  if (await keep.isVisible()) await press(keep);
}

/** The fee for as many pages as this paper has drawn. */
async function fee(page: Page): Promise<string> {
  const stem = await page.locator('.stem').innerText();
  const pages = Number(/Bản sao (\d+) trang/.exec(stem)?.[1]);
  return String(2 * 2000 + (pages - 2) * 1000);
}

/** Item by item: Enter picks it up, arrows choose the group, Enter puts it there and goes on with the next one. */
async function sortByKeys(page: Page): Promise<void> {
  const first = page.locator('.tray [data-item]').first();
  await tabTo(page, first);
  for (let placed = 0; placed < Object.keys(GROUPS).length; placed += 1) {
    const text = await focusedWords(page);
    const group = GROUPS[text as keyof typeof GROUPS];
    await page.keyboard.press('Enter');
    const wanted = page.getByRole('button', { name: `Đặt “${text}” vào nhóm: ${group}` });
    await expect(page.locator('.put:focus')).toBeVisible();
    for (let pressed = 0; pressed < 4; pressed += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Enter');
    await expect(wanted).toBeHidden();
  }
}

async function keys(page: Page, ...pressed: (readonly [key: string, times: number])[]) {
  for (const [key, times] of pressed) {
    for (let at = 0; at < times; at += 1) await page.keyboard.press(key);
  }
}

const numbered = (label: RegExp, text: string) => ({
  byFinger: async (page: Page) => {
    await page.getByLabel(label).tap();
    await page.getByLabel(label).fill(text);
  },
  byKeys: (page: Page) => typeByKeys(page, page.getByLabel(label), text),
});

const FEE = /^Câu trả lời bằng số/;

export const THIRTEEN: readonly KindOfAnswer[] = [
  {
    kind: 'single',
    quiz: 'practice',
    slot: 1,
    points: '0,5',
    byFinger: (page) => radio(page, RIGHT_ONE).tap(),
    byKeys: (page) =>
      chooseByKeys(page, page.getByRole('radiogroup').first(), radio(page, RIGHT_ONE)),
  },
  {
    kind: 'multiple',
    quiz: 'practice',
    slot: 2,
    points: '0,5',
    byFinger: async (page) => {
      for (const name of NOT_SCANNED) await page.getByRole('checkbox', { name }).tap();
    },
    byKeys: async (page) => {
      for (const name of NOT_SCANNED) {
        await pressKey(page, page.getByRole('checkbox', { name }), 'Space');
      }
    },
  },
  {
    kind: 'true_false',
    quiz: 'practice',
    slot: 3,
    points: '0,5',
    byFinger: (page) => radio(page, 'Sai').tap(),
    byKeys: (page) => chooseByKeys(page, page.getByRole('radiogroup').first(), radio(page, 'Sai')),
  },
  {
    kind: 'matching',
    quiz: 'practice',
    slot: 4,
    points: '0,5',
    byFinger: async (page) => {
      for (const [prompt, answer] of Object.entries(PAIRS)) {
        await matchOf(page, prompt).selectOption(answer);
      }
    },
    byKeys: async (page) => {
      for (const [prompt, answer] of Object.entries(PAIRS)) {
        await listByKeys(page, matchOf(page, prompt), answer);
      }
    },
  },
  {
    kind: 'ordering',
    quiz: 'practice',
    slot: 5,
    points: '0,5',
    byFinger: (page) => arrange(page, (button) => button.tap()),
    byKeys: (page) => arrange(page, (button) => pressKey(page, button)),
  },
  {
    kind: 'numeric with another unit',
    quiz: 'practice',
    slot: 6,
    points: '0,5',
    ...numbered(/^Câu trả lời bằng số/, '2 giờ'),
  },
  {
    kind: 'short_answer',
    quiz: 'practice',
    slot: 7,
    points: '0,5',
    ...numbered(/^Câu trả lời ngắn/, 'giay tiep nhan va hen tra ket qua'),
  },
  {
    kind: 'fill_blanks, typed',
    quiz: 'practice',
    slot: 8,
    points: '0,5',
    byFinger: async (page) => {
      for (const [at, text] of TYPED.entries()) {
        await blank(page, at + 1, TYPED.length).tap();
        await blank(page, at + 1, TYPED.length).fill(text);
      }
    },
    byKeys: async (page) => {
      for (const [at, text] of TYPED.entries()) {
        await typeByKeys(page, blank(page, at + 1, TYPED.length), text);
      }
    },
  },
  {
    kind: 'fill_blanks, from a list',
    quiz: 'practice',
    slot: 9,
    points: '0,5',
    byFinger: async (page) => {
      for (const [at, text] of LISTED.entries()) {
        await blank(page, at + 1, LISTED.length).selectOption(text);
      }
    },
    byKeys: async (page) => {
      for (const [at, text] of LISTED.entries()) {
        await listByKeys(page, blank(page, at + 1, LISTED.length), text);
      }
    },
  },
  {
    kind: 'fill_blanks, from a bank of words',
    quiz: 'practice',
    slot: 10,
    points: '0,5',
    byFinger: async (page) => {
      for (const [at, name] of BANKED.entries()) {
        await words(page).getByRole('button', { name, exact: true }).tap();
        await emptyBlank(page, at + 1).tap();
      }
    },
    byKeys: async (page) => {
      for (const [at, name] of BANKED.entries()) {
        await pressKey(page, emptyBlank(page, at + 1));
        await pressKey(page, words(page).getByRole('button', { name, exact: true }));
      }
    },
  },
  {
    kind: 'categorise',
    quiz: 'practice',
    slot: 11,
    points: '0,5',
    byFinger: async (page) => {
      for (const [text, group] of Object.entries(GROUPS)) {
        await item(page, text).tap();
        await page.getByRole('button', { name: `Đặt “${text}” vào nhóm: ${group}` }).tap();
      }
    },
    byKeys: sortByKeys,
  },
  {
    kind: 'hotspot',
    quiz: 'practice',
    slot: 12,
    points: '0,5',
    byFinger: async (page) => {
      const image = picture(page).locator('img');
      for (const { x, y } of PLACES) {
        const { width, height } = (await image.boundingBox()) ?? { width: 0, height: 0 };
        await image.tap({ position: { x: x * width, y: y * height } });
      }
      await expect(page.getByText('Đã chọn đủ 2 vị trí').first()).toBeVisible();
    },
    byKeys: async (page) => {
      await tabTo(page, picture(page));
      // From the middle to the second place, then up to the first one.
      await keys(page, ['Shift+ArrowLeft', 4], ['Shift+ArrowDown', 2], ['Enter', 1]);
      await keys(page, ['Shift+ArrowLeft', 2], ['Shift+ArrowUp', 5], ['ArrowUp', 2], ['Enter', 1]);
      await expect(page.getByText('Đã chọn đủ 2 vị trí').first()).toBeVisible();
    },
  },
  {
    kind: 'calculated',
    quiz: 'practice',
    slot: 13,
    points: '0,5',
    byFinger: async (page) => page.getByLabel(FEE).fill(await fee(page)),
    byKeys: async (page) => typeByKeys(page, page.getByLabel(FEE), await fee(page)),
  },
  {
    kind: 'essay',
    quiz: 'final',
    slot: 3,
    points: null,
    byFinger: async (page) => {
      await page.getByLabel('Câu trả lời', { exact: true }).tap();
      await page.getByLabel('Câu trả lời', { exact: true }).fill(ESSAY);
    },
    byKeys: (page) => typeByKeys(page, page.getByLabel('Câu trả lời', { exact: true }), ESSAY),
    kept: async (page) => {
      await expect(page.getByLabel('Câu trả lời', { exact: true })).toHaveValue(ESSAY);
      await expect(page.getByText(/^\d+ từ$/).first()).toBeVisible();
    },
  },
  {
    kind: 'file_upload',
    quiz: 'final',
    slot: 4,
    points: null,
    byFinger: (page) => page.locator('th-file-answer input[type=file]').setInputFiles(PAPER),
    byKeys: async (page) => {
      const input = page.locator('th-file-answer input[type=file]');
      await tabTo(page, input);
      const chooser = page.waitForEvent('filechooser');
      await page.keyboard.press('Enter');
      await (await chooser).setFiles(PAPER);
    },
    kept: async (page) => {
      const list = page.getByRole('list', { name: 'Các tệp của câu này' });
      await expect(list.getByText('phieu-nhan-viec-tai-quay.pdf')).toBeVisible();
      await expect(list.getByText('Đã nộp')).toBeVisible();
    },
  },
];
