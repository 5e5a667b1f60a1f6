/** The room of arbitrary questions: valid contents of every kind, and responses to them, for property tests. */
import type { ContentOf, QuestionContent, QuestionKind, RubricCriterion } from '@tap-huan/contract';
import { QUESTION_KINDS, UPLOAD_KINDS } from '@tap-huan/contract';
import fc from 'fast-check';
import { arbitraryFormula } from './formulas';
import { categorise, fillBlanks, hotspot } from './placed';
import { arbitraryText, distinctTexts, feedbackText, html, shared, someOf, withIds } from './texts';

const options = distinctTexts(2, 8).chain((texts) =>
  withIds(texts.map((text) => ({ text }))).chain((items) =>
    fc
      .array(fc.option(feedbackText, { nil: undefined }), {
        minLength: items.length,
        maxLength: items.length,
      })
      .map((feedback) =>
        items.map((item, place) => {
          const text = feedback[place];
          return text === undefined ? item : { ...item, feedback: text };
        }),
      ),
  ),
);

const single = options.chain((shown) =>
  fc.record<ContentOf<'single'>>({
    kind: fc.constant('single'),
    ...shared,
    options: fc.constant(shown),
    correct: fc.constantFrom(...shown.map(({ id }) => id)),
  }),
);

const unweighted = options.chain((shown) =>
  fc.record<ContentOf<'multiple'>>({
    kind: fc.constant('multiple'),
    ...shared,
    options: fc.constant(shown),
    correct: someOf(shown.map(({ id }) => id)),
    scoring: fc.constantFrom('partial', 'all_or_nothing'),
  }),
);
/** Positive weights that reach 100 together, for a part of the options; the rest cost something or nothing. */
const weighted = unweighted.chain((content) =>
  fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 8 })
    .map((numbers): ContentOf<'multiple'> => {
      const even = Math.ceil(100 / content.correct.length);
      const options = content.options.map((option, place) => {
        const number = numbers[place] ?? 0;
        const right = content.correct.includes(option.id);
        return { ...option, weight: right ? Math.min(100, even + (number % 20)) : 0 - number };
      });
      return { ...content, options, scoring: 'weights' };
    }),
);

const trueFalse = fc.record<ContentOf<'true_false'>>({
  kind: fc.constant('true_false'),
  ...shared,
  correct: fc.boolean(),
  optionFeedback: fc.record({
    true: fc.oneof(fc.constant(''), feedbackText),
    false: fc.oneof(fc.constant(''), feedbackText),
  }),
});

/** Also with two answers that read the same. */
const matching = fc
  .tuple(distinctTexts(5, 12), fc.integer({ min: 2, max: 4 }), fc.boolean())
  .chain(([texts, count, twins]) => {
    const prompts = texts.slice(0, count);
    const answers = texts.slice(-count).map((text, place) => `${text} (${place})`);
    if (twins && count > 2) answers[1] = answers[0] ?? '';
    return withIds(
      prompts.map((prompt, place) => ({ prompt, answer: answers[place] ?? '' })),
    ).chain((pairs) =>
      fc.record<ContentOf<'matching'>>({
        kind: fc.constant('matching'),
        ...shared,
        pairs: fc.constant(pairs),
        distractors: fc.subarray(texts.slice(0, 3).map((text) => `${text} (thừa)`)),
      }),
    );
  });

const ordering = distinctTexts(3, 8)
  .chain((texts) => withIds(texts.map((text) => ({ text }))))
  .chain((items) =>
    fc.record<ContentOf<'ordering'>>({
      kind: fc.constant('ordering'),
      ...shared,
      items: fc.constant(items),
      scoring: fc.constantFrom('exact', 'adjacent'),
    }),
  );

/** A number with at most four decimals; never -0, which JSON does not know. */
const decimal = (min: number, max: number): fc.Arbitrary<number> =>
  fc
    .tuple(fc.integer({ min, max }), fc.integer({ min: 0, max: 4 }))
    .map(([number, decimals]) => number / 10 ** decimals + 0);

const UNITS = ['ngày làm việc', 'giờ', 'phút', 'm2', 'đồng', '%'];
const tolerance = {
  tolerance: decimal(0, 5_000),
  toleranceKind: fc.constantFrom('absolute' as const, 'relative' as const),
};
const judged = fc.shuffledSubarray(UNITS, { maxLength: 4 }).chain(([unit = '', ...others]) =>
  fc.record({
    ...tolerance,
    unit: fc.constant(unit),
    units: fc.tuple(
      ...others.map((name) =>
        fc.record({ name: fc.constant(name), factor: fc.constantFrom(60, 8, 0.5, 1000) }),
      ),
    ),
  }),
);

const numeric = judged.chain((rules) =>
  fc
    .record({ ...shared, value: decimal(-2_000_000_000, 2_000_000_000) })
    .map((content): ContentOf<'numeric'> => ({ kind: 'numeric', ...content, ...rules })),
);

const leniency = { ignoreCase: fc.boolean(), ignoreDiacritics: fc.boolean() };
const shortAnswer = fc.boolean().chain((wildcards) =>
  fc.record<ContentOf<'short_answer'>>({
    kind: fc.constant('short_answer'),
    ...shared,
    accepted: distinctTexts(1, 4).map((texts) =>
      wildcards
        ? texts.map((text, place) => (place % 2 ? text : `${text.replaceAll('*', '\\*')} * cuối*`))
        : texts,
    ),
    wildcards: fc.constant(wildcards),
    ...leniency,
  }),
);

const variables = fc.uniqueArray(fc.constantFrom('a', 'b', 'so_ngay', 'he_so', 'n1'), {
  minLength: 1,
  maxLength: 3,
});
const calculated = fc.tuple(variables, judged).chain(([names, rules]) =>
  fc
    .record({
      ...shared,
      stem: shared.stem.map(
        (stem) =>
          `${stem.replaceAll('{x}', 'x')}<p>${names.map((name) => `{${name}}`).join(' và ')}</p>`,
      ),
      variables: fc.tuple(
        ...names.map((name) =>
          fc
            .record({
              minimum: fc.integer({ min: -50, max: 40 }),
              span: fc.integer({ min: 0, max: 10 }),
              decimals: fc.integer({ min: 0, max: 3 }),
            })
            .map(({ minimum, span, decimals }) => ({
              name,
              minimum,
              maximum: minimum + span,
              decimals,
            })),
        ),
      ),
      formula: arbitraryFormula(names),
      decimals: fc.integer({ min: 0, max: 4 }),
    })
    .map((content): ContentOf<'calculated'> => ({ kind: 'calculated', ...content, ...rules })),
);

const rubric: fc.Arbitrary<RubricCriterion[]> = fc
  .array(
    fc.tuple(
      arbitraryText,
      fc.integer({ min: 1, max: 100 }),
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 3 }),
    ),
    { maxLength: 3 },
  )
  .chain((criteria) =>
    withIds(
      criteria.map(([title, weight, percents]) => ({
        title,
        weight,
        levels: [...percents, 100].map((percent, level) => ({
          id: `level-${level}`,
          percent,
          description: `Mức ${percent}`,
        })),
      })),
    ),
  );
const markedByHand = {
  rubric,
  markingGuide: fc.oneof(fc.constant(''), html),
  modelAnswer: fc.oneof(fc.constant(''), html),
};

const essay = fc.record<ContentOf<'essay'>>({
  kind: fc.constant('essay'),
  ...shared,
  minimumWords: fc.option(fc.integer({ min: 1, max: 100 })),
  maximumWords: fc.option(fc.integer({ min: 100, max: 5_000 })),
  ...markedByHand,
});
const fileUpload = fc.record<ContentOf<'file_upload'>>({
  kind: fc.constant('file_upload'),
  ...shared,
  accept: fc.subarray([...UPLOAD_KINDS], { minLength: 1 }),
  maximumFiles: fc.integer({ min: 1, max: 10 }),
  maximumMegabytes: fc.integer({ min: 1, max: 50 }),
  ...markedByHand,
});

/** Valid contents of each kind: parsed by the contract they stay as they are, and an author has nothing to mend. */
export const arbitraryContent: { readonly [K in QuestionKind]: fc.Arbitrary<ContentOf<K>> } = {
  single,
  multiple: fc.oneof(unweighted, weighted),
  true_false: trueFalse,
  matching,
  ordering,
  numeric,
  short_answer: shortAnswer,
  fill_blanks: fillBlanks,
  categorise,
  hotspot,
  calculated,
  essay,
  file_upload: fileUpload,
};

/** A valid content of any kind. */
export const arbitraryQuestion: fc.Arbitrary<QuestionContent> = fc.oneof(
  ...QUESTION_KINDS.map((kind): fc.Arbitrary<QuestionContent> => arbitraryContent[kind]),
);

export { arbitraryAnswer, arbitraryResponse } from './responses';
export { arbitraryText } from './texts';
