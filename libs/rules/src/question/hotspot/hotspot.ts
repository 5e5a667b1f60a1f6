/** The room of the question answered by pointing at places on a picture, or by choosing them from a list. */
import type { ContentOf, ResponseOf } from '@tap-huan/contract';
import { COMPLETE } from '../complete';
import { shuffle } from '../../random';
import { contentIdOf, feedbackOf, shownIdOf } from '../choices';
import type { FrozenOf, QuestionType } from '../question-type';
import { gradeOf, placeOf, shownOptions, unanswered, UNANSWERED } from '../question-type';
import { isInArea } from './areas';

type Content = ContentOf<'hotspot'>;
type Frozen = FrozenOf<'hotspot'>;
type Response = ResponseOf<'hotspot'>;
type Mark = Response['marks'][number];

/** The label of a point that lies in no area. */
const OUTSIDE = 'outside';

/** The first marks, as many as were asked for; an area chosen twice from the list is one mark, an unknown one is none. */
function marksOf({ paper }: Frozen, response: Response | null): Mark[] {
  const chosen = new Set<string>();
  const marks = (response?.marks ?? []).filter((mark) => {
    if (!('area' in mark)) return true;
    if (placeOf(paper.areas, mark.area) < 0 || chosen.has(mark.area)) return false;
    chosen.add(mark.area);
    return true;
  });
  return marks.slice(0, paper.wanted);
}

/** Content ids of the areas that a mark names or lies in, in the author's order. */
function areasAt(content: Content, { paper, order }: Frozen, mark: Mark): string[] {
  if ('area' in mark) {
    const id = contentIdOf(paper.areas, order, mark.area);
    return id === null ? [] : [id];
  }
  return content.areas
    .filter(({ area }) => isInArea(mark, area, content.image))
    .map(({ id }) => id);
}

/**
 * Gives as many marks as possible a right area of their own (augmenting paths, Kuhn 1955): where areas overlap, a point
 * counts for the one that the other points leave to it, whatever came first.
 * @param reached for each mark, the right areas it lies in
 * @returns area -> place of its mark
 */
function assign(reached: readonly string[][]): Map<string, number> {
  const markOf = new Map<string, number>();
  const seat = (mark: number, tried: Set<string>): boolean =>
    (reached[mark] ?? []).some((area) => {
      if (tried.has(area)) return false;
      tried.add(area);
      const holder = markOf.get(area);
      if (holder !== undefined && !seat(holder, tried)) return false;
      markOf.set(area, mark);
      return true;
    });
  reached.forEach((_, mark) => seat(mark, new Set()));
  return markOf;
}

/** What each counted mark means: the area it counts for, else a right area it repeats, else what lies there. */
function readMarks(content: Content, frozen: Frozen, response: Response | null) {
  const reached = marksOf(frozen, response).map((mark) => areasAt(content, frozen, mark));
  const right = reached.map((ids) => ids.filter((id) => content.correct.includes(id)));
  const hits = assign(right);
  const areaOf = new Map([...hits].map(([area, mark]) => [mark, area]));
  return {
    hits: hits.size,
    wrong: right.filter((ids) => ids.length === 0).length,
    meant: reached.map((ids, mark) => areaOf.get(mark) ?? right[mark]?.[0] ?? ids[0] ?? OUTSIDE),
  };
}

export const hotspot: QuestionType<'hotspot'> = {
  /** The list of areas is always shuffled; where they lie stays on the server. */
  paperOf(content, draw) {
    const drawn = shuffle(content.areas, draw.random);
    return {
      kind: 'hotspot',
      paper: {
        kind: 'hotspot',
        stem: content.stem,
        image: content.image,
        areas: shownOptions(drawn.map(({ label }) => label)),
        wanted: new Set(content.correct).size,
      },
      order: drawn.map(({ id }) => id),
    };
  },
  isComplete: COMPLETE.hotspot,
  /** (right areas hit - marks in no right area) of the right areas, not below 0; a right area hit again is neither. */
  grade(content, frozen, response) {
    const { hits, wrong, meant } = readMarks(content, frozen, response);
    if (meant.length === 0) return unanswered();
    return gradeOf(hits - wrong, new Set(content.correct).size);
  },
  /** Ids of the areas meant, sorted; "outside" for points in none: "a+outside". */
  classify(content, frozen, response) {
    const { meant } = readMarks(content, frozen, response);
    if (meant.length === 0) return UNANSWERED;
    const areas = [...new Set(meant)].filter((id) => id !== OUTSIDE).sort();
    return [...areas, ...(meant.includes(OUTSIDE) ? [OUTSIDE] : [])].join('+');
  },
  /** The right areas as if chosen from the list; a review that draws them takes their shapes from the content. */
  explain(content, frozen, response) {
    const { paper, order } = frozen;
    const shown = (id: string) => shownIdOf(paper.areas, order, id);
    const { meant } = readMarks(content, frozen, response);
    const options = content.areas.map(({ id, label, feedback }) => ({ id, text: label, feedback }));
    return {
      optionFeedback: feedbackOf(options, paper.areas, order, meant.map(shown)),
      correct: {
        kind: 'hotspot',
        marks: [...new Set(content.correct)].map((id) => ({ area: shown(id) })),
      },
      rightAreas: content.areas
        .filter(({ id }) => content.correct.includes(id))
        .map(({ area }) => area),
    };
  },
  toPaperIds: ({ paper, order }, response) => ({
    ...response,
    marks: response.marks.map((mark) =>
      'area' in mark ? { area: shownIdOf(paper.areas, order, mark.area) } : mark,
    ),
  }),
};
