/** The room of arbitrary responses: to a frozen paper in its own ids, and to a content in the author's ids. */
import type { AnswerResponse, PaperQuestion, QuestionContent } from '@tap-huan/contract';
import fc from 'fast-check';
import type { FrozenQuestion } from '../question-type';

/** Ids that no paper has, names that objects are born with among them. */
const STRANGE_IDS = ['o99', 'key-0000', '__proto__', 'constructor', 'outside'];
const point = fc.record({
  x: fc.integer({ min: 0, max: 1000 }),
  y: fc.integer({ min: 0, max: 1000 }),
});
const files = fc.array(
  fc.record({
    id: fc.uuid({ version: 4 }),
    name: fc.constantFrom('kế hoạch.docx', 'báo cáo.pdf'),
    size: fc.nat(1_000_000),
  }),
  { maxLength: 3 },
);
const typedNumber = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '8,5',
    '1.414',
    '1 000',
    'mười',
    '480 phút',
    '8 giờ',
    '-3',
    '12m2',
    '5 %',
  ),
  fc.double({ noNaN: true }).map((number) => String(number).replace('.', ',')),
  fc.string({ maxLength: 30 }),
);
const typedText = fc.oneof(
  fc.constantFrom('', ' … ', 'một', 'MỘT.', 'hòa nhã', 'hoà nhã cuối', 'đào', 'a*b', 'dac khu'),
  fc.string({ maxLength: 60, unit: 'grapheme' }).map((text) => text.slice(0, 200)),
);

interface Ids {
  /** What can be chosen, or put somewhere, or ordered. */
  ids: readonly string[];
  /** Where it can be put. */
  places: readonly string[];
}
/** Some of the keys, each with some value; also keys and values that do not exist. The contract drops `__proto__`. */
const someEntries = (keys: readonly string[], value: fc.Arbitrary<string>) =>
  fc.dictionary(fc.constantFrom(...keys.filter((key) => key !== '__proto__')), value, {
    maxKeys: 12,
  });

/** A response of one kind over given ids. */
function responseOver(
  kind: AnswerResponse['kind'],
  { ids, places }: Ids,
  filled: fc.Arbitrary<Record<string, string>>,
): fc.Arbitrary<AnswerResponse> {
  const oneId = fc.constantFrom(...ids);
  const idList = fc.array(oneId, { maxLength: 12 });
  switch (kind) {
    case 'single':
      return fc.record({ kind: fc.constant(kind), choice: fc.option(oneId, { nil: null }) });
    case 'multiple':
      return fc.record({ kind: fc.constant(kind), choices: idList });
    case 'true_false':
      return fc.record({ kind: fc.constant(kind), choice: fc.option(fc.boolean(), { nil: null }) });
    case 'matching':
      return fc.record({ kind: fc.constant(kind), matches: someEntries(places, oneId) });
    case 'ordering':
      return fc.record({ kind: fc.constant(kind), order: idList });
    case 'numeric':
    case 'calculated':
      return fc.record({
        kind: fc.constant(kind),
        text: typedNumber.map((text) => text.slice(0, 60)),
      });
    case 'short_answer':
    case 'essay':
      return fc.record({ kind: fc.constant(kind), text: typedText });
    case 'fill_blanks':
      return fc.record({ kind: fc.constant(kind), blanks: filled });
    case 'categorise':
      return fc.record({
        kind: fc.constant(kind),
        placements: someEntries(ids, fc.constantFrom(...places)),
      });
    case 'hotspot':
      return fc.record({
        kind: fc.constant(kind),
        marks: fc.array(fc.oneof(point, fc.record({ area: oneId })), { maxLength: 6 }),
      });
    case 'file_upload':
      return fc.record({ kind: fc.constant(kind), files });
  }
}

/** What a paper of any kind shows with an id. */
function idsOnPaper(paper: PaperQuestion): Ids {
  const idsOf = (shown: readonly { id: string }[]) => shown.map(({ id }) => id);
  switch (paper.kind) {
    case 'single':
    case 'multiple':
      return { ids: idsOf(paper.options), places: [] };
    case 'matching':
      return { ids: idsOf(paper.answers), places: idsOf(paper.prompts) };
    case 'ordering':
      return { ids: idsOf(paper.items), places: [] };
    case 'categorise':
      return { ids: idsOf(paper.items), places: idsOf(paper.groups) };
    case 'hotspot':
      return { ids: idsOf(paper.areas), places: [] };
    case 'fill_blanks': {
      const blanks = paper.segments.flatMap((segment) => ('blank' in segment ? [segment] : []));
      const shown = [...paper.bank, ...blanks.flatMap(({ choices }) => choices)];
      return { ids: idsOf(shown), places: blanks.map(({ blank }) => blank) };
    }
    default:
      return { ids: [], places: [] };
  }
}

/** Any response that the contract lets through to this paper: right, wrong, half empty, or with ids it does not have. */
export function arbitraryResponse(frozen: FrozenQuestion): fc.Arbitrary<AnswerResponse> {
  const { ids, places } = idsOnPaper(frozen.paper);
  const known = { ids: [...ids, ...STRANGE_IDS], places: [...places, ...STRANGE_IDS] };
  const words = fc.oneof(typedText, fc.constantFrom(...known.ids));
  return responseOver(frozen.kind, known, someEntries(known.places, words));
}

/** Ids of a content: what is chosen, and where it is put. */
function idsInContent(content: QuestionContent): Ids {
  const idsOf = (parts: readonly { id: string }[]) => parts.map(({ id }) => id);
  switch (content.kind) {
    case 'single':
    case 'multiple':
      return { ids: idsOf(content.options), places: [] };
    case 'matching':
      return { ids: idsOf(content.pairs), places: idsOf(content.pairs) };
    case 'ordering':
      return { ids: idsOf(content.items), places: [] };
    case 'categorise':
      return { ids: idsOf(content.items), places: idsOf(content.groups) };
    case 'hotspot':
      return { ids: idsOf(content.areas), places: [] };
    default:
      return { ids: ['none'], places: ['none'] };
  }
}

/** Words for each blank of a content, as an officer would read them; distinct blanks of a bank get distinct words. */
function wordsFor(content: QuestionContent): fc.Arbitrary<Record<string, string>> {
  if (content.kind !== 'fill_blanks') return fc.constant({});
  const bank = [...content.blanks.map(({ accepted }) => accepted[0] ?? ''), ...content.distractors];
  return fc
    .tuple(
      fc.shuffledSubarray(bank, { minLength: bank.length }),
      fc.tuple(
        ...content.blanks.map(({ accepted, distractors }) =>
          fc.option(fc.constantFrom(accepted[0] ?? '', ...distractors)),
        ),
      ),
    )
    .map(([words, choices]) =>
      Object.fromEntries(
        content.blanks.flatMap(({ id }, place): [string, string][] => {
          const choice = choices[place] ?? null;
          if (choice === null) return [];
          return [[id, content.mode === 'bank' ? (words[place] ?? '') : choice]];
        }),
      ),
    );
}

/** A response in ids of the content, for `toPaperIds`: the same thought on whatever paper was drawn. */
export function arbitraryAnswer(content: QuestionContent): fc.Arbitrary<AnswerResponse> {
  const { ids, places } = idsInContent(content);
  return responseOver(
    content.kind,
    { ids: ids.length > 0 ? ids : ['none'], places: places.length > 0 ? places : ['none'] },
    wordsFor(content),
  );
}
