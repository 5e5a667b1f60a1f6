/** The room where questions become GIFT, as far as it has words for them. */
import type { ContentOf, QuestionContent } from '@tap-huan/contract';
import { plainText } from '@tap-huan/rules';
import { KIND_NAMES } from '../excel/columns';
import type { ExportedQuestion } from '../exported-question';
import { escaped } from './gift-text';

/** A line between the braces. What belongs to a stem of HTML is HTML too unless it says otherwise. */
const line = (mark: string, text: string, feedback = ''): string =>
  `\t${mark}[plain]${escaped(text)}${feedback === '' ? '' : `#[plain]${escaped(feedback)}`}`;

/** GIFT has no way to escape an arrow. */
const withoutArrow = (text: string): string => text.replaceAll('->', '→');

const decimal = (value: number): string =>
  (value + 0).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });

function multiple({ options, correct, scoring }: ContentOf<'multiple'>): string[] {
  const share = (count: number): number => Number((100 / Math.max(1, count)).toFixed(5));
  const gain = share(correct.length);
  // All or nothing has no words in GIFT: it becomes a share for each.
  const cost = 0 - share(options.length - correct.length);
  return options.map(({ id, text, feedback, weight = 0 }) => {
    const percent = scoring === 'weights' ? weight : correct.includes(id) ? gain : cost;
    return line(`~%${percent}%`, text, feedback);
  });
}

function statement({ correct, optionFeedback }: ContentOf<'true_false'>): string[] {
  const right = correct ? optionFeedback.true : optionFeedback.false;
  const wrong = correct ? optionFeedback.false : optionFeedback.true;
  const remark = (text: string) => (text === '' ? '#' : `#[plain]${escaped(text)}`);
  const remarks =
    right === '' && wrong === '' ? '' : remark(wrong) + (right === '' ? '' : remark(right));
  return [`${correct ? 'TRUE' : 'FALSE'}${remarks}`];
}

function numeric({ value, tolerance, toleranceKind }: ContentOf<'numeric'>): string[] {
  const width =
    toleranceKind === 'relative'
      ? Number((Math.abs(value) * tolerance).toPrecision(12))
      : tolerance;
  return [`#${decimal(value)}:${decimal(width)}`];
}

/** The lines between the braces; null for a kind that GIFT has no words for. */
function answersOf(content: QuestionContent): string[] | null {
  switch (content.kind) {
    case 'single':
      return content.options.map(({ id, text, feedback }) =>
        line(id === content.correct ? '=' : '~', text, feedback),
      );
    case 'multiple':
      return multiple(content);
    case 'true_false':
      return statement(content);
    case 'matching':
      return [
        ...content.pairs.map(
          ({ prompt, answer }) => `${line('=', withoutArrow(prompt))} -> ${escaped(answer)}`,
        ),
        ...content.distractors.map((text) => `\t= -> ${escaped(text)}`),
      ];
    case 'numeric':
      return numeric(content);
    case 'short_answer':
      // A star is a wildcard there unless it is escaped.
      return content.accepted.map((text) =>
        line('=', withoutArrow(content.wildcards ? text : text.replaceAll('*', '\\*'))),
      );
    case 'essay':
      return [];
    default:
      return null;
  }
}

const tagLine = (tags: readonly string[]): string =>
  tags.length === 0
    ? ''
    : `// ${tags.map((tag) => `[tag:${tag.replace(/[\]\\]/g, '\\$&')}]`).join(' ')}\n`;

/** The questions as GIFT; one that it has no words for stands as a remark, so that nobody misses it unseen. */
export function writeGift(questions: readonly ExportedQuestion[]): Buffer {
  let category = '';
  const blocks = questions.map(({ category: names, content }) => {
    const here = ['$course$', 'top', ...names.map((name) => name.replaceAll('/', '//'))].join('/');
    const head = here === category ? '' : `$CATEGORY: ${here}\n\n`;
    category = here;
    const answers = answersOf(content);
    if (answers === null) {
      const stem = plainText(content.stem).replaceAll('[', '(').replaceAll(']', ')');
      return `${head}// GIFT không có loại câu "${KIND_NAMES[content.kind]}": ${stem}\n`;
    }
    const feedback = content.feedback === '' ? [] : [`\t####[html]${escaped(content.feedback)}`];
    const inside = [...answers, ...feedback];
    // An empty line between the braces would end the question.
    const body = inside.length === 0 ? '' : `\n${inside.join('\n')}\n`;
    return `${head}${tagLine(content.tags)}[html]${escaped(content.stem)}{${body}}\n`;
  });
  return Buffer.from(blocks.join('\n'));
}
