/** The room of what supervision shows of an attempt in a word or a number. */
import type { AttemptPhase, SupervisedAttempt } from '@tap-huan/contract';

export const PHASE_TONES = {
  prepared: 'neutral',
  open: 'active',
  submitted: 'warning',
  marked: 'good',
} as const satisfies Record<AttemptPhase, string>;

/** How many facts there are; coming back is told with leaving and not counted twice. */
export const factsOf = ({ facts }: Pick<SupervisedAttempt, 'facts'>): number =>
  Object.entries(facts).reduce(
    (sum, [kind, many]) => (kind === 'focus_back' || kind === 'came_online' ? sum : sum + many),
    0,
  );
