/** The room of arbitrary questions in which something is put into a place: blanks, groups, pictures. */
import type { ContentOf, ImageArea } from '@tap-huan/contract';
import fc from 'fast-check';
import { arbitraryText, distinctTexts, feedbackText, shared, someOf, withIds } from './texts';

const leniency = { ignoreCase: fc.boolean(), ignoreDiacritics: fc.boolean() };

type Blanks = ContentOf<'fill_blanks'>;
/** Blanks whose words stay apart, save that a bank may hold the same word twice. */
const blanksOf = (mode: Blanks['mode'], twins: boolean) =>
  distinctTexts(6, 12)
    .chain((texts) => {
      const count = Math.floor(texts.length / 3);
      const blanks = Array.from({ length: count }, (_, place) => {
        const [first = '', second = '', third = ''] = texts.slice(3 * place);
        return {
          accepted: place % 2 ? [first, second] : [first],
          distractors: mode === 'list' ? [third] : [],
        };
      });
      if (twins && mode === 'bank' && blanks[0]) blanks.push({ ...blanks[0] });
      return withIds(blanks);
    })
    .map((blanks) => ({ mode, blanks }));

/** Valid contents of fillBlanks. */
export const fillBlanks = fc
  .tuple(fc.constantFrom('typed' as const, 'list' as const, 'bank' as const), fc.boolean())
  .chain(([mode, twins]) => blanksOf(mode, twins))
  .chain(({ mode, blanks }) =>
    fc
      .tuple(
        fc.shuffledSubarray(blanks, { minLength: blanks.length }),
        fc.array(arbitraryText, { minLength: blanks.length, maxLength: blanks.length }),
        fc.constantFrom(' ', '', '\n'),
      )
      .chain(([read, texts, gap]) =>
        fc.record<Blanks>({
          kind: fc.constant('fill_blanks'),
          ...shared,
          text: fc.constant(
            read.map(({ id }, place) => `${texts[place] ?? ''} [[${id}]]`).join(gap),
          ),
          mode: fc.constant(mode),
          blanks: fc.constant(blanks),
          distractors: fc.constant(mode === 'bank' ? ['từ thừa một', 'từ thừa hai'] : []),
          ...leniency,
        }),
      ),
  );

/** Valid contents of categorise. */
export const categorise = fc
  .tuple(
    distinctTexts(2, 4).chain((texts) => withIds(texts.map((title) => ({ title })))),
    distinctTexts(2, 8),
  )
  .chain(([groups, texts]) =>
    fc
      .tuple(
        ...texts.map((text) =>
          fc.record({
            text: fc.constant(text),
            groupId: fc.constantFrom(...groups.map(({ id }) => id)),
          }),
        ),
      )
      .chain((items) => withIds(items))
      .chain((items) =>
        fc.record<ContentOf<'categorise'>>({
          kind: fc.constant('categorise'),
          ...shared,
          groups: fc.constant(groups),
          items: fc.constant(items),
          scoring: fc.constantFrom('partial', 'all_or_nothing'),
        }),
      ),
  );

const place = fc.integer({ min: 0, max: 700 });
const size = fc.integer({ min: 1, max: 300 });
const area: fc.Arbitrary<ImageArea> = fc.oneof(
  fc.record({
    shape: fc.constant('rectangle' as const),
    x: place,
    y: place,
    width: size,
    height: size,
  }),
  fc.record({ shape: fc.constant('circle' as const), x: place, y: place, radius: size }),
  fc.tuple(place, place, size, size).map(([x, y, width, height]) => ({
    shape: 'polygon' as const,
    points: [
      { x, y },
      { x: x + width, y },
      { x: x + Math.floor(width / 2), y: y + height },
    ],
  })),
);
/** Valid contents of hotspot. */
export const hotspot = distinctTexts(2, 6)
  .chain((labels) =>
    fc.tuple(
      ...labels.map((label) =>
        fc.record({ label: fc.constant(label), area, feedback: feedbackText }),
      ),
    ),
  )
  .chain((areas) => withIds(areas))
  .chain((areas) =>
    fc.record<ContentOf<'hotspot'>>({
      kind: fc.constant('hotspot'),
      ...shared,
      image: fc.record({
        url: fc.uuid({ version: 4 }).map((id) => `/api/media/${id}`),
        alt: arbitraryText,
        width: fc.integer({ min: 1, max: 4_000 }),
        height: fc.integer({ min: 1, max: 4_000 }),
      }),
      areas: fc.constant(areas),
      correct: someOf(areas.map(({ id }) => id)),
    }),
  );
