/** The room where the drawing of papers is put to the test. */
import { describe, expect, it } from '@jest/globals';
import { paperSlot, questionContent, type QuestionContent } from '@tap-huan/contract';
import fc from 'fast-check';
import {
  arrangePaper,
  drawPaper,
  type PublishedSection,
  type PublishedSlot,
  questionsOf,
  type QuestionPin,
  shownSections,
  shownSlot,
  stimulusIds,
} from './paper';
import { slotsTooSmall } from './paper-draw';

const pin = (id: string, stimulusVersionId: string | null = null): QuestionPin => ({
  questionId: id,
  questionVersionId: `v-${id}`,
  stimulusVersionId,
});
const fixed = (id: string, stimulus: string | null = null): PublishedSlot => ({
  kind: 'fixed',
  id: `slot-${id}`,
  points: 100,
  question: pin(id, stimulus),
});
const random = (id: string, count: number, pool: (string | QuestionPin)[]): PublishedSlot => ({
  kind: 'random',
  id,
  count,
  points: 50,
  pool: pool.map((one) => (typeof one === 'string' ? pin(one) : one)),
});
const section = (
  slots: PublishedSlot[],
  more: Partial<PublishedSection> = {},
): PublishedSection => ({
  id: 's',
  title: 'Phần I',
  intro: '<p>Đọc kỹ</p>',
  shuffle: false,
  minimumPercent: null,
  timeLimitMinutes: null,
  slots,
  ...more,
});
const none = new Set<string>();
const arranged = (sections: PublishedSection[], seed = 'seed', seen: ReadonlySet<string> = none) =>
  arrangePaper(sections, seed, seen).slots;
const ids = (...of: Parameters<typeof arranged>) =>
  arranged(...of).map(({ questionId }) => questionId);
const many = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => `q${from + place}`);
const seeds = Array.from({ length: 200 }, (_, place) => `seed ${place}`);

describe('a paper', () => {
  it('keeps the order of its author where nothing is shuffled', () => {
    const paper = arrangePaper(
      [
        section([fixed('a'), fixed('b')]),
        section([], { id: 'empty' }),
        section([fixed('c')], {
          id: 't',
          title: 'Phần II',
          minimumPercent: 40,
          timeLimitMinutes: 5,
        }),
      ],
      'seed',
      none,
    );
    expect(paper.slots).toMatchObject([
      {
        slot: 1,
        key: 'slot-a',
        section: 0,
        questionId: 'a',
        questionVersionId: 'v-a',
        points: 100,
      },
      { slot: 2, key: 'slot-b', section: 0 },
      { slot: 3, key: 'slot-c', section: 1 },
    ]);
    // A section without questions is none.
    expect(shownSections({ ...paper, slots: [] })).toEqual([
      {
        title: 'Phần I',
        intro: '<p>Đọc kỹ</p>',
        minimumPercent: null,
        timeLimitMinutes: null,
        from: 1,
        to: 2,
      },
      {
        title: 'Phần II',
        intro: '<p>Đọc kỹ</p>',
        minimumPercent: 40,
        timeLimitMinutes: 5,
        from: 3,
        to: 3,
      },
    ]);
  });

  it('names drawn questions by their slot and number', () => {
    const paper = arranged([section([fixed('a'), random('r', 2, ['b', 'c'])])]);
    expect(paper.map(({ key, points }) => [key, points])).toEqual([
      ['slot-a', 100],
      ['r#1', 50],
      ['r#2', 50],
    ]);
  });

  it('is the same for the same seed, and another for another', () => {
    const sections = [
      section(
        many(1, 9).map((id) => fixed(id)),
        { shuffle: true },
      ),
    ];
    expect(ids(sections, 'x')).toEqual(ids(sections, 'x'));
    expect(new Set(seeds.map((seed) => ids(sections, seed).join())).size).toBeGreaterThan(190);
  });

  it('is shuffled within a section, and keeps what shares a stimulus together', () => {
    const first = [fixed('a'), fixed('b', 'x'), fixed('c'), fixed('d', 'x'), fixed('e')];
    const sections = [
      section(first, { shuffle: true }),
      section([fixed('f'), fixed('g')], { id: 't', shuffle: true }),
    ];
    const places = new Set<number>();
    for (const seed of seeds) {
      const order = ids(sections, seed);
      expect(order.slice(0, 5).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
      expect(order.slice(5).toSorted()).toEqual(['f', 'g']);
      expect(Math.abs(order.indexOf('b') - order.indexOf('d'))).toBe(1);
      places.add(order.indexOf('a'));
    }
    expect(places).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it('keeps drawn questions with one stimulus together also where nothing is shuffled', () => {
    const pool = [pin('a', 'x'), pin('b'), pin('c', 'x'), pin('d'), pin('e', 'x')];
    for (const seed of seeds) {
      const order = ids([section([fixed('z'), random('r', 5, pool)])], seed);
      expect(order[0]).toBe('z');
      const [first, second, third] = ['a', 'c', 'e'].map((id) => order.indexOf(id)).toSorted();
      expect([second, third]).toEqual([(first ?? 0) + 1, (first ?? 0) + 2]);
    }
  });
});

describe('the lot', () => {
  it('draws evenly', () => {
    const sections = [section([random('r', 2, many(1, 8))])];
    const drawn = Map.groupBy(
      Array.from({ length: 2_000 }, (_, seed) => ids(sections, String(seed))).flat(),
      (id) => id,
    );
    // 500 are expected of each; six standard deviations are 116.
    for (const times of drawn.values()) expect(Math.abs(times.length - 500)).toBeLessThan(116);
    expect(drawn.size).toBe(8);
  });

  it('prefers what has not been seen, also where pools overlap', () => {
    const seen = new Set(many(1, 5));
    for (const seed of seeds) {
      expect(ids([section([random('r', 3, many(1, 8))])], seed, seen).toSorted()).toEqual(
        many(6, 8),
      );
      const drawn = ids([section([random('r', 4, many(1, 8))])], seed, seen);
      expect(drawn.filter((id) => !seen.has(id)).toSorted()).toEqual(many(6, 8));
      const wide = random('wide', 2, ['q1', 'q6', 'q7']);
      const narrow = random('narrow', 1, ['q6']);
      expect(ids([section([wide, narrow])], seed, seen).toSorted()).toEqual(['q1', 'q6', 'q7']);
    }
  });

  it('leaves a narrow pool what it needs, whichever is drawn first', () => {
    const wide = random('wide', 2, ['a', 'b', 'c']);
    const narrow = random('narrow', 1, ['a']);
    for (const seed of seeds) {
      for (const slots of [
        [wide, narrow],
        [narrow, wide],
      ]) {
        const order = arranged([section(slots)], seed);
        expect(order.find(({ key }) => key === 'narrow#1')?.questionId).toBe('a');
      }
    }
  });

  const pool = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 });
  const anySections = fc
    .array(fc.tuple(pool, fc.integer({ min: 1, max: 5 }), fc.boolean()), {
      minLength: 1,
      maxLength: 5,
    })
    .chain((slots) =>
      fc.tuple(
        fc.constant(slots),
        fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
      ),
    )
    .map(([slots, named]): PublishedSection[] => [
      section(named.map((id) => fixed(`q${id}`))),
      ...slots.map(([ids_, count, shuffle], place) =>
        section(
          [
            random(
              `r${place}`,
              count,
              ids_.map((id) => `q${id}`),
            ),
          ],
          { id: `s${place}`, shuffle },
        ),
      ),
    ]);
  const anySeen = fc
    .uniqueArray(fc.integer({ min: 1, max: 12 }))
    .map((ids_) => new Set(ids_.map((id) => `q${id}`)));

  it('never asks a question twice, asks what each slot wants, and tells when it cannot', () => {
    fc.assert(
      fc.property(anySections, fc.string(), anySeen, (sections, seed, seen) => {
        if (slotsTooSmall(sections).size > 0) {
          return expect(() => arrangePaper(sections, seed, seen)).toThrow('too few');
        }
        const slots = arranged(sections, seed, seen);
        expect(slots).toHaveLength(questionsOf(sections));
        expect(new Set(slots.map(({ questionId }) => questionId)).size).toBe(slots.length);
        expect(new Set(slots.map(({ key }) => key)).size).toBe(slots.length);
        expect(slots.map(({ slot }) => slot)).toEqual(slots.map((_, place) => place + 1));
        for (const { key, questionId } of slots) {
          const [id] = key.split('#');
          const own = sections.flatMap((one) => one.slots).find((slot) => slot.id === id);
          const allowed = own?.kind === 'random' ? own.pool : own ? [own.question] : [];
          expect(allowed.map((one) => one.questionId)).toContain(questionId);
        }
      }),
    );
  });

  it('counts what is missing: never more than is wanted, none where every pool is large', () => {
    fc.assert(
      fc.property(anySections, (sections) => {
        const named = sections[0]?.slots.length ?? 0;
        for (const [slotId, missing] of slotsTooSmall(sections)) {
          const slot = sections.flatMap(({ slots }) => slots).find(({ id }) => id === slotId);
          expect(missing).toBeLessThanOrEqual(slot?.kind === 'random' ? slot.count : 0);
        }
        const wanted = questionsOf(sections);
        const large = sections.every(({ slots }) =>
          slots.every((slot) => slot.kind === 'fixed' || slot.pool.length >= wanted + named),
        );
        if (large) expect(slotsTooSmall(sections).size).toBe(0);
      }),
    );
  });

  it.each<[string, PublishedSlot[], [string, number][]]>([
    ['enough', [random('r', 2, ['a', 'b'])], []],
    ['a small pool', [random('r', 3, ['a', 'b'])], [['r', 1]]],
    ['an empty pool', [random('r', 2, [])], [['r', 2]]],
    ['one that is asked by name', [fixed('a'), random('r', 2, ['a', 'b'])], [['r', 1]]],
    ['two draws from one pool', [random('r', 1, ['a']), random('s', 1, ['a'])], [['s', 1]]],
  ])('%s', (_, slots, missing) => expect([...slotsTooSmall([section(slots)])]).toEqual(missing));
});

describe('what is shown', () => {
  const contents = new Map<string, QuestionContent>(
    ['a', 'b', 'c'].map((id) => [
      `v-${id}`,
      questionContent.parse({
        kind: 'single',
        stem: `<p>${id}</p>`,
        options: [
          { id: 'x', text: 'Một', feedback: 'SECRET' },
          { id: 'y', text: 'Hai' },
        ],
        correct: 'x',
        hints: ['SECRET'],
      }),
    ]),
  );
  const sections = [section([fixed('a', 'st-2'), fixed('b'), fixed('c', 'st-2')])];

  it('draws each question for itself', () => {
    const paper = drawPaper(sections, contents, { shuffleOptions: true }, 'seed');
    const fewer = drawPaper(
      [section([fixed('c', 'st-2')])],
      contents,
      { shuffleOptions: true },
      'seed',
    );
    expect(paper.slots[2]?.question).toEqual(fewer.slots[0]?.question);
    expect(() => drawPaper(sections, new Map(), { shuffleOptions: true }, 'seed')).toThrow(
      'missing',
    );
  });

  it('names stimuli by their place and holds no key', () => {
    const paper = drawPaper(sections, contents, { shuffleOptions: true }, 'seed');
    const stimuli = stimulusIds(paper.slots);
    expect(stimuli).toEqual(new Map([['st-2', 's1']]));
    const shown = paper.slots.map((slot) => shownSlot(slot, stimuli));
    expect(shown.map(({ stimulusId }) => stimulusId)).toEqual(['s1', null, 's1']);
    for (const slot of shown) expect(paperSlot.strict().parse(slot)).toEqual(slot);
    expect(JSON.stringify(shown)).not.toMatch(/SECRET|order|questionId|"x"/);
  });
});
