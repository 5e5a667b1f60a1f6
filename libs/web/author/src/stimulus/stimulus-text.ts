/** The room of a stimulus while it is written. */
import { plainText } from '@tap-huan/rules';

export interface StimulusText {
  title: string;
  html: string;
}

export type StimulusProblem = 'title_missing' | 'text_missing' | 'text_too_long';

export const emptyStimulus = (): StimulusText => ({ title: '', html: '' });

/** What keeps it from being saved, in reading order. A picture or a film alone is enough of a text. */
export function stimulusProblems({ title, html }: StimulusText): StimulusProblem[] {
  const problems: StimulusProblem[] = [];
  if (title.trim() === '') problems.push('title_missing');
  const shows = plainText(html) !== '' || /<(img|video|audio)\b/.test(html);
  if (!shows) problems.push('text_missing');
  if (html.length > 50_000) problems.push('text_too_long');
  return problems;
}

/** As it is stored. */
export const storedStimulus = ({ title, html }: StimulusText): StimulusText => ({
  title: title.normalize('NFC').trim(),
  html,
});
