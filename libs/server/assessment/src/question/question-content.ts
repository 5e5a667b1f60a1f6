/** The room where what an author sent becomes content that may be stored: harmless HTML, and a question that works. */
import { questionContent, type QuestionContent } from '@tap-huan/contract';
import { contentProblems, excerpt, fold, plainText } from '@tap-huan/rules';
import { Failure, sanitiseHtml } from '@tap-huan/server/platform';

/** Letters of a title in lists. */
const TITLE_LENGTH = 140;

/** Option feedback is plain text: tags that were pasted into it are dropped. */
function withPlainFeedback(content: QuestionContent): QuestionContent {
  if (content.kind !== 'single' && content.kind !== 'multiple') return content;
  const options = content.options.map(({ id, text, feedback }) => {
    const plain = feedback === undefined ? '' : plainText(feedback);
    return plain === '' ? { id, text } : { id, text, feedback: plain };
  });
  return { ...content, options };
}

/**
 * The content as it may be stored.
 * @throws Failure `validation_failed` with one issue at `content` for each problem the rules find.
 */
export function acceptedContent(given: QuestionContent): QuestionContent {
  const content = withPlainFeedback({
    ...questionContent.parse(given),
    stem: sanitiseHtml(given.stem),
    feedback: sanitiseHtml(given.feedback),
  });
  const problems = contentProblems(content);
  if (problems.length > 0) {
    throw new Failure(
      'validation_failed',
      undefined,
      problems.map((code) => ({ path: 'content', code, message: code.replaceAll('_', ' ') })),
    );
  }
  return content;
}

/** First words of the stem as plain text. */
export const titleOf = (content: QuestionContent): string => excerpt(content.stem, TITLE_LENGTH);

/** What a search for this question looks through: stem, options and accepted answers, folded. */
export function searchTextOf(content: QuestionContent): string {
  return fold([plainText(content.stem), ...textsOf(content)].join(' '));
}

function textsOf(content: QuestionContent): string[] {
  switch (content.kind) {
    case 'single':
    case 'multiple':
      return content.options.map(({ text }) => text);
    case 'matching':
      return content.pairs.flatMap(({ prompt, answer }) => [prompt, answer]);
    case 'ordering':
      return content.items.map(({ text }) => text);
    case 'short_answer':
      return content.accepted;
    case 'true_false':
    case 'numeric':
      return [];
  }
}

/** A search as a `like` pattern, folded; null where nothing was searched for. */
export function likePattern(search: string | undefined): string | null {
  const folded = fold(search ?? '').trim();
  return folded === '' ? null : `%${folded.replace(/[\\%_]/g, '\\$&')}%`;
}
