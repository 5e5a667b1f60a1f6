/** The room of what is no answer although something was typed. */

/** Nothing but spaces and punctuation is no answer. */
export const isBlank = (text: string): boolean => !/[^\s.,;:!?…]/u.test(text);
