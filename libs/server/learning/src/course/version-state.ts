/** The room of the life of a course version. */

export const VERSION_STATES = ['draft', 'published'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** From each state, those it may become. A published version stays what it is; the next draft is another version. */
const NEXT: Record<VersionState, readonly VersionState[]> = {
  draft: ['published'],
  published: [],
};

export const mayBecome = (from: VersionState, to: VersionState): boolean => NEXT[from].includes(to);

/** Only a draft, and what is under it, may be edited. */
export const isEditable = (state: VersionState): boolean => state === 'draft';
