/** The room where an answer becomes words for the marker who answers an appeal. */
import type { AnswerResponse, QuestionContent } from '@tap-huan/contract';
import { classifyResponse, type FrozenQuestion } from '@tap-huan/rules';
import { answerWords } from '../analysis/answer-words';

/** `true` and `false` stand for themselves. Null where nothing was answered, and for files, which have no words. */
export function responseWords(
  content: QuestionContent,
  frozen: FrozenQuestion,
  response: AnswerResponse | null,
): string | null {
  if (response?.kind !== content.kind) return null;
  switch (response.kind) {
    case 'essay':
    case 'numeric':
    case 'calculated':
    case 'short_answer':
      return response.text.trim() || null;
    case 'file_upload':
      return null;
    case 'true_false':
      return response.choice === null ? null : String(response.choice);
    default:
      return optionWords(content, frozen, response);
  }
}

function optionWords(
  content: QuestionContent,
  frozen: FrozenQuestion,
  response: AnswerResponse,
): string | null {
  const label = classifyResponse(content, frozen, response);
  if (label === 'unanswered') return null;
  const { letter, text } = answerWords(content, label);
  return letter === null || text === null ? (text ?? '–') : `${letter}. ${text}`;
}
