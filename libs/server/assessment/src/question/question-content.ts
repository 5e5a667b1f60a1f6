/** The room where what an author sent becomes content that may be stored: harmless HTML, and a question that works. */
import { questionContent, type QuestionContent } from '@tap-huan/contract';
import { contentProblems, excerpt, fold, plainText } from '@tap-huan/rules';
import { sanitiseHtml } from '@tap-huan/server/platform';
import { refused } from '../refused';

/** Letters of a title in lists. */
const TITLE_LENGTH = 140;

/** Feedback on an option is plain text: tags that were pasted into it are dropped, and the field where nothing is left. */
function withPlainFeedback<T extends { feedback?: string | undefined }>({
  feedback = '',
  ...rest
}: T): Omit<T, 'feedback'> & { feedback?: string } {
  const plain = plainText(feedback);
  return plain === '' ? rest : { ...rest, feedback: plain };
}

const withHarmlessGuides = <T extends { markingGuide: string; modelAnswer: string }>(
  content: T,
): T => ({
  ...content,
  markingGuide: sanitiseHtml(content.markingGuide),
  modelAnswer: sanitiseHtml(content.modelAnswer),
});

/** What only some kinds have: HTML made harmless, feedback made plain. */
function cleaned(content: QuestionContent): QuestionContent {
  switch (content.kind) {
    case 'single':
      return { ...content, options: content.options.map(withPlainFeedback) };
    case 'multiple':
      return { ...content, options: content.options.map(withPlainFeedback) };
    case 'hotspot':
      return { ...content, areas: content.areas.map(withPlainFeedback) };
    case 'true_false': {
      const { true: right, false: wrong } = content.optionFeedback;
      return { ...content, optionFeedback: { true: plainText(right), false: plainText(wrong) } };
    }
    case 'essay':
      return withHarmlessGuides(content);
    case 'file_upload':
      return withHarmlessGuides(content);
    default:
      // Everything else in these kinds is text, and is only ever shown as text.
      return content;
  }
}

/**
 * The content as it may be stored.
 * @throws Failure `validation_failed` with one issue at `content` for each problem the rules find.
 */
export function acceptedContent(given: QuestionContent): QuestionContent {
  const parsed = questionContent.parse(given);
  const content = cleaned({
    ...parsed,
    stem: sanitiseHtml(parsed.stem),
    feedback: sanitiseHtml(parsed.feedback),
    hints: parsed.hints.map(plainText),
    tags: [...new Set(parsed.tags)],
    // As the database writes it, so that it is found by its text.
    stimulusId: parsed.stimulusId?.toLowerCase() ?? null,
  });
  const problems = contentProblems(content);
  if (problems.length > 0) throw refused(...problems.map((code) => ({ path: 'content', code })));
  return content;
}

/** First words of the stem as plain text. */
export const titleOf = (content: QuestionContent): string => excerpt(content.stem, TITLE_LENGTH);

/** What a search for this question looks through, folded: stem, everything to choose from or accepted, and the law. */
export function searchTextOf(content: QuestionContent): string {
  return fold([plainText(content.stem), ...textsOf(content), ...content.legalBasis].join(' '));
}

/** The marker of a blank in the text of a question with blanks. */
const BLANK = /\[\[[^[\]]{1,40}\]\]/g;

function textsOf(content: QuestionContent): string[] {
  switch (content.kind) {
    case 'single':
    case 'multiple':
      return content.options.map(({ text }) => text);
    case 'matching':
      return [
        ...content.pairs.flatMap(({ prompt, answer }) => [prompt, answer]),
        ...content.distractors,
      ];
    case 'ordering':
      return content.items.map(({ text }) => text);
    case 'short_answer':
      return content.accepted;
    case 'fill_blanks':
      return [
        // With the first right words in the blanks, so that a phrase across one is found.
        filled(content.text, content.blanks),
        ...content.blanks.flatMap(({ accepted, distractors }) => [...accepted, ...distractors]),
        ...content.distractors,
      ];
    case 'categorise':
      return [
        ...content.groups.map(({ title }) => title),
        ...content.items.map(({ text }) => text),
      ];
    case 'hotspot':
      return [content.image.alt, ...content.areas.map(({ label }) => label)];
    case 'essay':
    case 'file_upload':
      return content.rubric.map(({ title }) => title);
    case 'true_false':
    case 'numeric':
    case 'calculated':
      return [];
  }
}

function filled(text: string, blanks: readonly { id: string; accepted: string[] }[]): string {
  const words = new Map(blanks.map(({ id, accepted }) => [`[[${id}]]`, accepted[0] ?? '']));
  return text.replace(BLANK, (marker) => words.get(marker) ?? '');
}

/** A search as a `like` pattern, folded; null where nothing was searched for. */
export function likePattern(search: string | undefined): string | null {
  const folded = fold(search ?? '').trim();
  return folded === '' ? null : `%${folded.replace(/[\\%_]/g, '\\$&')}%`;
}
