/** The room of the addresses of questions: below a course, or below a bank. */

export interface QuestionFront {
  courseId: string | null;
  bankId: string | null;
}

/** The list of questions that belongs to the address. */
export const bankLink = ({ courseId, bankId }: QuestionFront): string[] =>
  courseId !== null ? ['/soan', courseId, 'ngan-hang'] : ['/soan', 'ngan-hang', bankId ?? ''];

/** A question, or what stands below its address. */
export const questionLink = ({ courseId, bankId }: QuestionFront, ...rest: string[]): string[] =>
  courseId !== null
    ? ['/soan', courseId, 'cau-hoi', ...rest]
    : ['/soan', 'ngan-hang', bankId ?? '', 'cau-hoi', ...rest];
