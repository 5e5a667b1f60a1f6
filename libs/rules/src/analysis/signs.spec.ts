/** The room where signs are put to the test: each appears where it should, and only there. */
import { describe, expect, it } from '@jest/globals';
import { distractorTable } from './distractors';
import { analyseScores } from './scores';
import type { QuizStatistics, SlotStatistics } from './scores';
import { itemSigns, quizSigns } from './signs';

const sound: SlotStatistics = {
  key: 'q1',
  maximum: 100,
  drawn: false,
  guess: 0.25,
  facility: 0.6,
  sd: 49,
  sdShare: 0.49,
  intendedWeight: 10,
  effectiveWeight: 11,
  negativeCovariance: false,
  discriminationIndex: 40,
  discriminativeEfficiency: 50,
};
const of = (changes: Partial<SlotStatistics>, attempts = 100) =>
  itemSigns({ ...sound, ...changes }, null, attempts, null);

describe('itemSigns', () => {
  it('has nothing to say about a sound question', () => expect(of({})).toEqual([]));

  it.each<[Partial<SlotStatistics>, object[]]>([
    [{ facility: 0.95 }, [{ code: 'too_easy', params: { facility: 0.95 } }]],
    [{ facility: 0.949 }, []],
    [{ facility: 0.2, guess: null }, [{ code: 'too_hard', params: { facility: 0.2 } }]],
    [{ facility: 0.201, guess: null }, []],
    [{ facility: 1, sd: 0, guess: null }, [{ code: 'same_mark_for_all' }, { code: 'too_easy' }]],
    [{ facility: 0.29 }, [{ code: 'guessing_likely', params: { facility: 0.29, guess: 0.25 } }]],
    [{ facility: 0.31 }, []],
    [{ facility: 0.22 }, [{ code: 'guessing_likely' }]],
    [{ facility: 0.3, guess: 0.4 }, [{ code: 'below_guess', params: { guess: 0.4 } }]],
    [{ facility: 0.3, guess: 0 }, []],
    [{ guess: 0.5 }, [{ code: 'guess_high', params: { guess: 0.5 } }]],
    [{ guess: 0.4 }, []],
    [
      { discriminationIndex: -5, discriminativeEfficiency: -7 },
      [
        { code: 'discriminates_negatively', params: { discrimination: -5 } },
        { code: 'efficiency_low', params: { efficiency: -7 } },
      ],
    ],
    [
      { discriminationIndex: 19.9 },
      [{ code: 'discriminates_weakly', params: { discrimination: 19.9 } }],
    ],
    [{ discriminationIndex: 20 }, []],
    [
      { discriminativeEfficiency: 14.9 },
      [{ code: 'efficiency_low', params: { efficiency: 14.9 } }],
    ],
    [{ discriminativeEfficiency: 15 }, []],
    [
      { negativeCovariance: true, effectiveWeight: null },
      [{ code: 'effective_weight_negative', params: { intendedWeight: 10 } }],
    ],
    [{ discriminationIndex: null, discriminativeEfficiency: null, facility: null }, []],
  ])('%j', (changes, signs) => {
    expect(of(changes)).toMatchObject(signs);
    expect(of(changes)).toHaveLength(signs.length);
  });

  it('warns of few attempts before anything else', () => {
    expect(of({ facility: 1 }, 29)).toEqual([
      { code: 'few_attempts', params: { attempts: 29, least: 30 } },
      { code: 'too_easy', params: { facility: 1 } },
    ]);
    expect(of({}, 30)).toEqual([]);
  });
});

/** Answers with marks around a mean: [label, how many, mean]. */
function answered(groups: [string, number, number][], offered: string[] = []) {
  const labels = groups.flatMap(([label, count]) => Array<string>(count).fill(label));
  const marks = groups.flatMap(([, count, mean]) =>
    Array.from({ length: count }, (_, index) => mean + 100 * ((index % 3) - 1)),
  );
  return distractorTable(labels, marks, offered);
}
const keySigns = (groups: [string, number, number][], key = 'a', offered: string[] = []) => {
  const table = answered(groups, offered);
  return itemSigns(sound, table, table.attempts, key).filter(({ code }) => code !== 'few_attempts');
};

describe('the key and its distractors', () => {
  it('the best officers choose c', () => {
    const signs = keySigns([
      ['a', 30, 400],
      ['b', 30, 300],
      ['c', 30, 700],
    ]);
    expect(signs).toEqual([
      {
        code: 'key_may_be_wrong',
        params: { label: 'c', key: 'a', share: 1 / 3, mean: 700, keyMean: 400 },
      },
    ]);
  });

  it.each<[string, [string, number, number][]]>([
    [
      'the key is the best',
      [
        ['a', 30, 700],
        ['b', 30, 300],
        ['c', 30, 400],
      ],
    ],
    [
      'a little better is not clearly better',
      [
        ['a', 30, 400],
        ['b', 30, 200],
        ['c', 30, 430],
      ],
    ],
    [
      'too few chose it',
      [
        ['a', 70, 400],
        ['b', 30, 300],
        ['c', 9, 700],
      ],
    ],
    [
      'too few to compare',
      [
        ['a', 6, 400],
        ['b', 6, 300],
        ['c', 4, 700],
      ],
    ],
    [
      'no answer is no rival',
      [
        ['a', 30, 400],
        ['unanswered', 30, 700],
      ],
    ],
    [
      'worse than the average, though better than the key',
      [
        ['a', 10, 200],
        ['b', 60, 900],
        ['unanswered', 90, 1000],
      ],
    ],
  ])('says nothing: %s', (_, groups) => expect(keySigns(groups)).toEqual([]));

  it('names the best of two rivals', () => {
    const signs = keySigns([
      ['a', 30, 300],
      ['b', 30, 700],
      ['c', 30, 800],
    ]);
    expect(signs).toMatchObject([{ code: 'key_may_be_wrong', params: { label: 'c' } }]);
  });

  it('compares with all others where hardly anybody chose the key', () => {
    const others: [string, number, number][] = [
      ['b', 40, 300],
      ['c', 40, 700],
    ];
    expect(keySigns(others)).toEqual([
      {
        code: 'key_may_be_wrong',
        params: { label: 'c', key: 'a', share: 0.5, mean: expect.any(Number), keyMean: null },
      },
      { code: 'key_never_chosen', params: { key: 'a' } },
    ]);
    expect(keySigns([...others, ['a', 2, 900]])).toMatchObject([{ params: { label: 'c' } }]);
    // nothing sets c apart: the key is never chosen, but no rival is shown
    expect(
      keySigns([
        ['b', 40, 500],
        ['c', 40, 501],
      ]),
    ).toMatchObject([{ code: 'key_never_chosen' }]);
  });

  it('two groups without any spread are apart all the same', () => {
    const table = distractorTable(
      [...Array<string>(5).fill('a'), ...Array<string>(5).fill('b')],
      [...Array<number>(5).fill(100), ...Array<number>(5).fill(200)],
    );
    expect(itemSigns(sound, table, 10, 'a')).toMatchObject([
      { code: 'few_attempts' },
      { code: 'key_may_be_wrong', params: { label: 'b' } },
    ]);
  });

  it('names offered distractors that do no work, but not the key, nor what nobody offered', () => {
    const groups: [string, number, number][] = [
      ['b', 96, 500],
      ['a', 2, 500],
      ['c', 1, 500],
      ['3,5', 1, 500],
    ];
    expect(keySigns(groups, 'a', ['a', 'b', 'c', 'd'])).toEqual([
      { code: 'distractor_unused', params: { label: 'c', share: 0.01 } },
      { code: 'distractor_unused', params: { label: 'd', share: 0 } },
    ]);
    expect(
      keySigns(
        [
          ['b', 95, 1],
          ['c', 5, 1],
          ['a', 1, 1],
        ],
        'a',
        ['b', 'c'],
      ),
    ).toMatchObject([{ params: { label: 'c' } }]);
    expect(
      keySigns(
        [
          ['b', 95, 1],
          ['c', 5, 1],
        ],
        'b',
        ['b', 'c'],
      ),
    ).toEqual([]);
    // of 29 officers nobody need have chosen it
    expect(keySigns([['a', 29, 500]], 'a', ['a', 'b'])).toEqual([]);
  });
});

describe('quizSigns', () => {
  const quiz: QuizStatistics = {
    attempts: 30,
    maximum: 1000,
    mean: 600,
    median: 600,
    sd: 150,
    skewness: -1,
    kurtosis: 0.5,
    cic: 70,
    errorRatio: 55,
    standardError: 80,
    slots: [],
  };

  it.each<[Partial<QuizStatistics>, object[]]>([
    [{}, []],
    [{ mean: 500, sd: 120, skewness: 1, kurtosis: 1, cic: 75 }, []],
    [{ mean: 750, sd: 180, skewness: -2, kurtosis: 0, cic: 64 }, []],
    [{ attempts: 29 }, [{ code: 'few_attempts', params: { attempts: 29, least: 30 } }]],
    [{ mean: 499 }, [{ code: 'mean_low', params: { mean: 0.499 } }]],
    [{ mean: 751 }, [{ code: 'mean_high', params: { mean: 0.751 } }]],
    [{ sd: 119 }, [{ code: 'spread_low', params: { spread: 0.119 } }]],
    [{ sd: 181 }, [{ code: 'spread_high', params: { spread: 0.181 } }]],
    [{ skewness: -2.1 }, [{ code: 'skewness_low', params: { skewness: -2.1 } }]],
    [{ skewness: 1.1 }, [{ code: 'skewness_high', params: { skewness: 1.1 } }]],
    [{ kurtosis: -0.1 }, [{ code: 'kurtosis_low', params: { kurtosis: -0.1 } }]],
    [{ kurtosis: 1.1 }, [{ code: 'kurtosis_high', params: { kurtosis: 1.1 } }]],
    [{ cic: 75.1 }, [{ code: 'cic_satisfactory', params: { cic: 75.1 } }]],
    [{ cic: 63.9 }, [{ code: 'cic_unsatisfactory', params: { cic: 63.9 } }]],
    [{ cic: -10 }, [{ code: 'cic_unsatisfactory', params: { cic: -10 } }]],
    [{ mean: null, sd: null, skewness: null, kurtosis: null, cic: null }, []],
    [{ maximum: 0, mean: 0, sd: 0 }, []],
  ])('%j', (changes, signs) => expect(quizSigns({ ...quiz, ...changes })).toEqual(signs));

  it('says only that nobody was there', () => {
    const empty = analyseScores({ slots: [], marks: new Int32Array(0), attempts: 0 });
    expect(quizSigns(empty)).toEqual([
      { code: 'few_attempts', params: { attempts: 0, least: 30 } },
    ]);
  });
});
