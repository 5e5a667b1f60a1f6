/** The room of the life of a programme version. */

export type ProgrammeState = 'draft' | 'approved';

/** From each state, those it may become. What a decision approved stays what it is; the next draft is another version. */
const NEXT: Record<ProgrammeState, readonly ProgrammeState[]> = {
  draft: ['approved'],
  approved: [],
};

export const mayBecome = (from: ProgrammeState, to: ProgrammeState): boolean =>
  NEXT[from].includes(to);
