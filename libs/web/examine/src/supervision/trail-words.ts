/** The room of which lines of a trail have words of their own. */
import type { vi } from './i18n/vi';
import { vi as words } from './i18n/vi';

export type LineKey = keyof (typeof vi)['trail']['line'];

/** The key of a line's words; null for a kind that a newer server tells of. */
export const lineKey = (kind: string): LineKey | null =>
  Object.hasOwn(words.trail.line, kind) ? (kind as LineKey) : null;
