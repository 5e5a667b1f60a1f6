/** The room of the question answered by files that a person marks. */
import { COMPLETE } from '../complete';
import type { QuestionType } from '../question-type';
import { unanswered, UNANSWERED, unmarked, withoutIds } from '../question-type';

export const fileUpload: QuestionType<'file_upload'> = {
  paperOf: ({ stem, accept, maximumFiles, maximumMegabytes }) => ({
    kind: 'file_upload',
    paper: { kind: 'file_upload', stem, accept, maximumFiles, maximumMegabytes },
  }),
  isComplete: COMPLETE.file_upload,
  /** No file is unanswered at once; the rest waits for a marker and earns nothing until then. */
  grade: (_content, _frozen, response) =>
    response === null || response.files.length === 0 ? unanswered() : unmarked(),
  classify: (_content, _frozen, response) =>
    response === null || response.files.length === 0 ? UNANSWERED : 'answered',
  /** The model answer is the author's, not a response: a review takes it from the content. */
  explain: () => ({ optionFeedback: [], correct: null }),
  toPaperIds: withoutIds,
};
