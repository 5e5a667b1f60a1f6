/** Every reply of the endpoints of an attempt is read before review is allowed: no key, no weight, no feedback in any. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  attemptEndpoints,
  endpoints,
  QUESTION_KINDS,
  type QuestionKind,
  type QuizSettings,
} from '@tap-huan/contract';
import { SHOW_NOTHING } from '@tap-huan/rules';
import type { Browser } from '@tap-huan/server/platform/testing';
import { contentOf } from '../testing/contents';
import { PDF, upload } from '../testing/hand-in';
import { Page } from '../testing/page';
import { World } from '../testing/world';

/** Names under which the server keeps what may not leave it; a reply has none of them with a value. */
const KEPT = [
  'weight',
  'accepted',
  'value',
  'values',
  'tolerance',
  'pairs',
  'formula',
  'variables',
  'scoring',
  'area',
  'radius',
  'groupId',
  'markingGuide',
  'questionVersionId',
  'questionId',
  'key',
  'settings',
  'label',
];

/** What a review shows, where it may. */
const SHOWN = [
  'correct',
  'feedback',
  'optionFeedback',
  'legalBasis',
  'modelAnswer',
  'outcome',
  'awarded',
  'scoreOfTen',
  'passed',
];

/** An officer may see the own answers, and in practice the hints asked for. */
const withoutOwn = (name: string, value: unknown): unknown =>
  name === 'response' || name === 'hints' ? null : value;

const HIDDEN: Partial<QuizSettings> = {
  review: {
    during: SHOW_NOTHING,
    rightAfter: SHOW_NOTHING,
    later: SHOW_NOTHING,
    afterClose: SHOW_NOTHING,
  },
};

describe('before review is allowed', () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    world = await World.make();
    browser = await world.browser(world.taker);
  });
  afterAll(() => world.test.close());

  /** What an officer answers who knows nothing, and one who knows: a reply may not tell them apart. */
  const answersTo = async (attemptId: string, kind: QuestionKind) => {
    const [right] = await world.rightAnswers(attemptId);
    if (right) return [null, right.response];
    return kind === 'essay' ? [null, { kind, text: 'Một hai ba.' } as const] : [null];
  };

  /** Walks through every endpoint of an attempt and answers what came back, by endpoint. */
  async function replies(kind: QuestionKind, settings: Partial<QuizSettings>) {
    const quiz = await world.quiz({ ...HIDDEN, ...settings }, [contentOf(kind)]);
    const attemptId = await world.start(quiz, randomUUID());
    const page = new Page(browser, attemptId);
    const at = { params: { attemptId } };
    const { clientId } = page;
    const told = new Map<string, unknown[]>();
    const note = (name: keyof typeof attemptEndpoints, reply: unknown) =>
      told.set(name, [...(told.get(name) ?? []), reply]);
    note('openAttempt', await page.open());
    note('readResult', (await page.result()).problem);
    for (const response of await answersTo(attemptId, kind)) {
      note('saveAnswers', (await page.answer(1, response)).body);
      const checked = await page.check(1, response);
      note('checkAnswer', checked.body);
    }
    // The paper of another kind: what is said of the mistake.
    note('saveAnswers', (await page.answer(1, { kind: 'numeric', text: '1' })).body);
    note('askHint', (await page.hint(1)).body);
    const uploaded = await upload(
      world,
      world.taker,
      { attemptId, slot: 1 },
      { name: 'x.pdf', bytes: PDF },
    );
    note('uploadAnswerFile', uploaded.json());
    const { id: fileId = randomUUID() } = uploaded.json<{ id?: string }>();
    const params = { attemptId, fileId };
    const file = await browser.try(endpoints.downloadAttemptFile, { params });
    note('downloadAttemptFile', file.headers);
    note('readAttemptClock', await page.clock());
    note('advanceAttempt', (await page.advance(0)).body);
    const event = { kind: 'copied' as const, at: '2026-11-23T02:00:05Z' };
    const body = { clientId, events: [event] };
    note(
      'recordAttemptEvents',
      (await browser.try(endpoints.recordAttemptEvents, { ...at, body })).body,
    );
    note('openAttempt', await page.open());
    note('submitAttempt', await page.submit());
    note('submitAttempt', await page.submit());
    note('readResult', (await page.result()).body);
    note('openAttempt', await page.open());
    return told;
  }

  /** Names of a reply that hold something. */
  function namesIn(reply: unknown): Set<string> {
    const names = new Set<string>();
    JSON.stringify(reply, (name, given: unknown) => {
      const value = withoutOwn(name, given);
      const isEmpty =
        value === null || value === '' || (Array.isArray(value) && value.length === 0);
      if (!isEmpty) names.add(name);
      return value;
    });
    return names;
  }

  describe.each(['exam', 'practice'] as const)('in mode %s', (mode) => {
    it.each(QUESTION_KINDS)('%s', async (kind) => {
      const told = await replies(kind, { mode });
      // A right answer and no answer look the same.
      const checks = (told.get('checkAnswer') ?? []) as { finished?: boolean }[];
      if (!['essay', 'file_upload'].includes(kind))
        expect(checks.some(({ finished }) => finished)).toBe(false);
      expect([...told.keys()].toSorted()).toEqual(Object.keys(attemptEndpoints).toSorted());
      for (const [name, given] of told) {
        for (const reply of given) {
          const text = JSON.stringify(reply, withoutOwn) ?? '';
          expect([name, text.match(/.{0,40}secret.{0,40}/gi)]).toEqual([name, null]);
          const names = namesIn(reply);
          expect([name, [...KEPT, ...SHOWN].filter((kept) => names.has(kept))]).toEqual([name, []]);
        }
      }
    });
  });

  it('numbers of a calculated question are on the paper, their result is not', async () => {
    const told = await replies('calculated', {});
    const [view] = told.get('openAttempt') as { slots: { question: { stem: string } }[] }[];
    const [hoso = 0, phut = 0] = [...(view?.slots[0]?.question.stem.matchAll(/\d+/g) ?? [])].map(
      ([number]) => Number(number),
    );
    expect(hoso * phut).toBeGreaterThan(20);
    const paper = JSON.stringify(view?.slots);
    expect(paper).not.toMatch(new RegExp(`\\b${hoso * phut}\\b`));
  });

  it('places on a picture are not on the paper', async () => {
    const told = await replies('hotspot', {});
    for (const number of [123, 457, 89, 91, 613, 317, 71]) {
      expect(JSON.stringify((told.get('openAttempt') ?? [])[0])).not.toMatch(
        new RegExp(`[^\\w-]${number}[^\\w-]`),
      );
    }
  });
});
