/** The room of what a course is, in words. */
import type { CourseRow } from '@tap-huan/contract';
import type { Tone } from '@tap-huan/web/ui';

/** Which sentence of the dictionary (`courses.state`) tells the state of a course. */
export function stateOf(row: Pick<CourseRow, 'draftNumber' | 'publishedNumber' | 'closedOn'>): {
  key: 'draftOnly' | 'draftAndPublished' | 'published' | 'closed';
  tone: Tone;
  params: Record<string, number>;
} {
  const { draftNumber, publishedNumber } = row;
  if (row.closedOn !== null)
    return { key: 'closed', tone: 'neutral', params: { published: publishedNumber ?? 0 } };
  if (draftNumber === null)
    return { key: 'published', tone: 'good', params: { published: publishedNumber ?? 0 } };
  if (publishedNumber === null)
    return { key: 'draftOnly', tone: 'neutral', params: { draft: draftNumber } };
  return {
    key: 'draftAndPublished',
    tone: 'active',
    params: { draft: draftNumber, published: publishedNumber },
  };
}
